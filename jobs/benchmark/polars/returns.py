"""Which returns count (method.md sections 1, 2 and 5)."""

from pathlib import Path

import polars as pl

from catalog import Catalog
from forms import REGISTER, FormReader

UNIT_YEAR = ["form", "unit_key", "year"]
UNIT_QUARTER = [*UNIT_YEAR, "quarter"]


class Returns:
    def __init__(self, catalog: Catalog, inbox: Path):
        read = {code: FormReader(form, catalog).read(inbox / code) for code, form in catalog.forms.items() if (inbox / code).is_dir()}
        register_rows, _ = read.pop(REGISTER)
        rows = pl.concat([rows for rows, _ in read.values()], how="diagonal")
        figures = pl.concat([figures for _, figures in read.values() if not figures.is_empty()])
        registered = [code for code, form in catalog.forms.items() if form["registered"]]
        self.register = register(register_rows)
        judged = self.judged(rows, registered)
        is_refused = pl.col("problems").list.len() > 0
        quarantine = ["form", "unit_key", "period", "received", "row", "problems"]
        self.refused = pl.concat([judged.filter(is_refused).select(quarantine), register_rows.filter(is_refused).select(quarantine)])
        in_force = self.in_force(judged.filter(~is_refused))
        self.unit_years = (
            in_force.filter("has_items").sort("period").unique(UNIT_YEAR, keep="last", maintain_order=True)
            .select(*UNIT_YEAR, "township_code", "sector_code", pl.col("^attribute .*$"))
        )
        observations = figures.join(
            in_force.select("form", "row", "unit_key", "period", "year", "quarter", "weight", "vintage"), on=["form", "row"]
        )
        # The latest month of a quarter is the quarter's year-to-date.
        self.returned = observations.filter(pl.col("period") == pl.col("period").max().over(UNIT_QUARTER)).drop("row", "month_value")
        years = observations.select("year").unique()
        placed = self.register.filter(pl.col("form").is_in(registered)).join(years, how="cross")
        year = pl.col("year").cast(pl.String)
        # Without a return of the year: the place of the entry that began last by the year's end.
        self.registered_years = (
            placed.filter((pl.col("since") <= year + "-12") & (pl.col("until") >= year + "-01"))
            .sort("since").unique(UNIT_YEAR, keep="last", maintain_order=True)
            .select(*UNIT_YEAR, "township_code", "sector_code")
        )
        quarters = pl.DataFrame({"quarter": [1, 2, 3, 4], "last_month": ["-03", "-06", "-09", "-12"]})
        # Expected in a quarter: an entry covers its last month.
        self.registered_quarters = (
            placed.join(quarters, how="cross")
            .filter((year + pl.col("last_month")).is_between(pl.col("since"), pl.col("until")))
            .select(UNIT_QUARTER).unique()
        )

    def judged(self, rows: pl.DataFrame, registered: list[str]) -> pl.DataFrame:
        """A unit that has to be in the register, for the period of its return."""
        entries = self.register.select("form", "since", "until", unit_code="unit_key")
        asked = rows.filter(
            pl.col("form").is_in(registered) & pl.col("unit_code").is_not_null() & pl.col("period").is_not_null()
        ).select("form", "row", "unit_code", "period")
        covered = asked.join(entries, on=["form", "unit_code"]).filter(pl.col("period").is_between(pl.col("since"), pl.col("until")))
        outside = asked.join(covered, on=["form", "row"], how="anti").select("form", "row", outside=pl.lit(["not-in-register"]))
        return rows.join(outside, on=["form", "row"], how="left").with_columns(
            problems=pl.when(pl.col("outside").is_null()).then("problems").otherwise(pl.col("problems").list.concat("outside"))
        ).drop("outside")

    @staticmethod
    def in_force(sound: pl.DataFrame) -> pl.DataFrame:
        """The latest vintage counts, unless it withdraws; the city and the other districts, with six digits, in no cell."""
        place, period = pl.col("township_code"), pl.col("period")
        return (
            sound.sort("submitted", "received", "row").with_row_index("vintage")
            .unique(["form", "unit_key", "period"], keep="last", maintain_order=True)
            .filter((pl.col("operation") == "报送") & (place.is_null() | (place.str.len_chars() == 9)))
            .with_columns(
                year=period.str.slice(0, 4).cast(pl.Int64), quarter=(period.str.tail(2).cast(pl.Int64) + 2) // 3
            )
        )


def register(rows: pl.DataFrame) -> pl.DataFrame:
    """A later entry supersedes the earlier one; a withdrawn one supersedes with nothing."""
    return (
        rows.filter(pl.col("problems").list.len() == 0).sort("submitted", "received", "row")
        .unique("unit_key", keep="last", maintain_order=True).filter(pl.col("operation") == "报送")
        .select(
            "township_code", "sector_code",
            unit_key="unit_code", form="attribute reported_form", since="attribute since",
            until=pl.col("attribute until").fill_null("9999-12"),
        )
    )
