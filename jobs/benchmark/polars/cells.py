"""In which cells a unit counts, and the figures of the cells (method.md sections 3, 5 and 6)."""

import polars as pl

from arithmetic import WIDE, half_up, known_sum, percent, product
from catalog import Catalog
from returns import UNIT_YEAR

CELL = ["indicator", "township_code", "sector_code", "year", "quarter"]
DETAIL = {"strata": ["section", "division"], "section": ["section", "division"], "division": ["division"]}
CELL_FIGURES = ["value", "value_ytd", "previous", "previous_ytd", "comparable_ytd", "comparable_previous_ytd"]


class Places:
    """Where units count: places and sectors of each unit's year, and the levels of an indicator."""

    def __init__(self, places: pl.DataFrame, catalog: Catalog):
        code, parent = pl.col("code"), pl.col("parent")
        divisions = catalog.sectors.filter(pl.col("level") == "division").select(
            division="code",
            of_division="parent",
            # The three industries hold divisions too: 05, 11 and 43 are tertiary.
            own_strata=pl.when(code.is_in(["05", "11", "43"])).then(pl.lit("P3"))
            .when(parent == "A").then(pl.lit("P1"))
            .when(parent.is_in(["B", "C", "D", "E"])).then(pl.lit("P2"))
            .otherwise(pl.lit("P3")),
        )
        sections = catalog.sectors.filter(pl.col("level") == "section").select(sector_code="code", own_section="code")
        stated = pl.col("attribute strata") if "attribute strata" in places.columns else pl.lit(None, pl.String)
        self.district = catalog.district()
        self.known = catalog.places["code"].to_list()
        self.indicators = catalog.indicators.select("lowest_place", "sector_detail", indicator="code")
        self.units = (
            places.with_columns(division=pl.col("sector_code").str.slice(0, 2))
            .join(divisions, on="division", how="left").join(sections, on="sector_code", how="left")
            .select(
                *UNIT_YEAR,
                "township_code",
                # Of a section alone there is no division.
                division=pl.when(pl.col("of_division").is_not_null()).then("division"),
                section=pl.coalesce("of_division", "own_section"),
                strata=pl.coalesce(stated, "own_strata"),
            )
        )

    def rolled_up(self, quarters: pl.DataFrame, sums: dict[str, bool], base: str) -> pl.DataFrame:
        """Sums from the finest cells upward: by name, and whether an unknown part makes the sum unknown."""
        parts = [known_sum(name) if strict else pl.col(name).cast(WIDE).sum() for name, strict in sums.items()]
        summed = [pl.col(base).first(), *parts]
        time = ["indicator", "year", "quarter"]
        finest = (
            quarters.join(self.units, on=UNIT_YEAR)
            .group_by(*time, "township_code", "strata", "section", "division").agg(summed)
            .join(self.indicators, on="indicator")
        )
        cells = []
        for rows in (
            finest.filter(pl.col("lowest_place") == "township"),
            finest.filter(pl.col("township_code").is_in(self.known)).with_columns(township_code=pl.lit(self.district)),
        ):
            cells.append(rows.group_by(*time, "township_code").agg(summed).with_columns(sector_code=pl.lit("ALL")))
            for level, details in DETAIL.items():
                of_level = rows.filter(pl.col("sector_detail").is_in(details) & pl.col(level).is_not_null())
                cells.append(of_level.group_by(*time, "township_code", sector_code=level).agg(summed))
        return pl.concat(cells, how="diagonal").select(*CELL, base, *sums)


def additive(quarters: pl.DataFrame, places: Places, catalog: Catalog) -> pl.DataFrame:
    added = quarters.filter(pl.col("kind").is_in(["flow", "stock"]))
    figures = added.select(
        "indicator", *UNIT_YEAR, "quarter", "base",
        value="own_value", value_ytd="value", previous="own_previous", previous_ytd="previous",
        comparable_ytd="comparable", comparable_previous_ytd="comparable_previous",
    )
    cells = places.rolled_up(figures, dict.fromkeys(CELL_FIGURES, True), "base")
    stored = stored_bases(added, places, catalog)
    reached = quarters.select("indicator", "year", "quarter").unique()
    # A cell that had units last year and has none now keeps its base, in the quarters of this year.
    both = cells.join(
        stored.join(reached, on=["indicator", "year", "quarter"], how="semi"), on=CELL, how="full", coalesce=True
    ).with_columns(growth_base=pl.coalesce("base", "stored_base"))
    is_stored = pl.col("growth_base") == "stored_total"
    return both.with_columns(
        previous=pl.when(is_stored).then("stored").otherwise("previous"),
        previous_ytd=pl.when(is_stored).then("stored_ytd").otherwise("previous_ytd"),
    ).select(*CELL, "growth_base", *CELL_FIGURES)


def stored_bases(added: pl.DataFrame, places: Places, catalog: Catalog) -> pl.DataFrame:
    """Base stored_total: what counted last year, finished units included, × the factor (可比基数)."""
    factors = catalog.adjustments.with_columns(year=pl.col("year") - 1)
    factor = pl.col("factor")

    def adjusted(figure: str) -> pl.Expr:
        return pl.when(factor.is_null()).then(figure).otherwise(product(pl.col(figure), factor))

    figures = added.filter(pl.col("base") == "stored_total").join(factors, on=["indicator", "year"], how="left").select(
        "indicator", *UNIT_YEAR, "quarter", stored_base="base", stored=adjusted("own_value"), stored_ytd=adjusted("value")
    )
    return places.rolled_up(figures, {"stored": True, "stored_ytd": True}, "stored_base").with_columns(year=pl.col("year") + 1)


def levels(quarters: pl.DataFrame, places: Places, catalog: Catalog) -> pl.DataFrame:
    """A delivered percentage or rank: of several departments' the latest vintage; 区本级 is the district."""
    kinds = catalog.places.select("kind", township_code="code").rename({"kind": "place_kind"})
    return (
        quarters.filter((pl.col("kind") == "level") & pl.col("vintage").is_not_null())
        .join(places.units, on=UNIT_YEAR).join(kinds, on="township_code")
        .with_columns(
            sector_code=pl.lit("ALL"),
            township_code=pl.when(pl.col("place_kind") == "remainder").then(pl.lit(places.district)).otherwise("township_code"),
        )
        .sort("vintage").unique(CELL, keep="last", maintain_order=True)
        .select(*CELL, "value", "previous", growth_base="base", value_ytd="value", previous_ytd="previous")
    )


def means(quarters: pl.DataFrame, places: Places) -> pl.DataFrame:
    """Weighted income over weighted persons, rounded once; a year-to-date only, against last year's published mean."""
    weight = pl.col("weight").cast(WIDE)
    weighed = quarters.filter(pl.col("kind") == "mean").select(
        "indicator", *UNIT_YEAR, "quarter", "base", income=weight * pl.col("value"), persons=weight * pl.col("divisor")
    )
    sums = places.rolled_up(weighed, {"income": False, "persons": False}, "base")
    mean = pl.when(pl.col("persons") > 0).then(half_up(pl.col("income") * 10_000, pl.col("persons")))
    cells = sums.select(*CELL, growth_base="base", value_ytd=mean)
    last = cells.select(*CELL[:3], "quarter", year=pl.col("year") + 1, previous_ytd="value_ytd")
    is_first = pl.col("quarter") == 1
    return cells.join(last, on=CELL, how="left").with_columns(
        value=pl.when(is_first).then("value_ytd"), previous=pl.when(is_first).then("previous_ytd")
    )


def rates(cells: pl.DataFrame, catalog: Catalog) -> pl.DataFrame:
    """A rate is the ratio of two sums at its own level; it is never added."""
    defined = catalog.indicators.filter(pl.col("kind") == "rate").select("numerator", "denominator", rate="code")
    below = cells.rename({"indicator": "denominator"})
    above = cells.rename({"indicator": "numerator"})
    return (
        defined.join(below, on="denominator")
        .join(above, on=["numerator", *CELL[1:]], suffix="_above")
        .select(
            *CELL[1:], "growth_base", indicator="rate",
            **{name: percent(pl.col(name + "_above"), pl.col(name)) for name in CELL_FIGURES[:4]},
        )
    )
