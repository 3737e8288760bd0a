"""Missing units of the forms that ask for it (method.md section 4, decisions/008)."""

import polars as pl

from arithmetic import WIDE, share_of
from catalog import Catalog
from returns import UNIT_QUARTER, UNIT_YEAR, Returns

ITEM = ["form", "unit_key", "item", "year"]
SUMMED = ["form", "item", "year", "quarter", "earlier"]
FEWEST_UNITS = 10


def estimates(returns: Returns, catalog: Catalog) -> pl.DataFrame:
    """A row a unit, item and quarter: value and previous."""
    strata = strata_of(returns, catalog)
    fed = pl.DataFrame([{"form": feed["form"], "item": feed["item"]} for feed in catalog.feeds()]).unique()
    returned = returns.returned.join(strata, on=UNIT_YEAR).join(fed, on=["form", "item"], how="semi").select(
        *ITEM, "quarter", "value", "previous", "township_code", "section"
    )
    missing = missing_of(returns, catalog, strata, fed, returned)
    settled = settled_of(returned, missing)
    within = within_year(returned, missing)
    last = settled.select("form", "unit_key", "item", "quarter", year=pl.col("year") + 1, last_value="value")
    carried = within.join(last, on=[*ITEM, "quarter"], how="left").select(
        *ITEM, "quarter", "value", previous=pl.coalesce("last_value", "carried_previous")
    )
    return pl.concat([carried, since_last_year(returned, missing, last)])


def strata_of(returns: Returns, catalog: Catalog) -> pl.DataFrame:
    """Where a unit counts this year: by its returns, else by the register."""
    columns = [*UNIT_YEAR, "township_code", "sector_code"]
    registered = [code for code, form in catalog.forms.items() if form["registered"]]
    return (
        pl.concat([
            returns.unit_years.select(columns),
            returns.registered_years.join(returns.unit_years, on=UNIT_YEAR, how="anti").select(columns),
        ])
        .filter(pl.col("form").is_in(registered))
        .join(catalog.sectors.select("section", sector_code="code"), on="sector_code")
        .select(*UNIT_YEAR, "township_code", "section")
    )


def missing_of(returns, catalog, strata, fed, returned) -> pl.DataFrame:
    """Expected, without a return, in a quarter that the form has reached."""
    estimated = [code for code, form in catalog.forms.items() if form["estimates"]]
    reached = returned.group_by("form", "year").agg(reached=pl.col("quarter").max())
    absent = (
        returns.registered_quarters.filter(pl.col("form").is_in(estimated))
        .join(strata, on=UNIT_YEAR).join(reached, on=["form", "year"])
        .filter(pl.col("quarter") <= pl.col("reached")).drop("reached")
        .join(returned, on=UNIT_QUARTER, how="anti").join(fed, on="form")
    )
    earlier = (
        absent.select(*ITEM, "quarter").join(returned.select(*ITEM, earlier="quarter"), on=ITEM)
        .filter(pl.col("earlier") < pl.col("quarter"))
        .group_by(*ITEM, "quarter").agg(pl.col("earlier").max())
    )
    return absent.join(earlier, on=[*ITEM, "quarter"], how="left")


def ratios(gaps: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Adds numerator and denominator of the first stratum that can be used: ten units in the township's, and a positive
    denominator."""
    later, earlier = pl.col("later_value").cast(WIDE), pl.col("earlier_value").cast(WIDE)
    # Where a same period is not stated at one end, neither end is summed.
    is_pair = later.is_not_null() & earlier.is_not_null()
    found = gaps
    for number, stratum in enumerate([["township_code", "section"], ["section"], []]):
        sums = pairs.group_by(SUMMED + stratum).agg(
            pl.len().alias("units"), later.filter(is_pair).sum().alias(f"n{number}"), earlier.filter(is_pair).sum().alias(f"d{number}")
        )
        usable = (pl.col(f"d{number}") > 0) & (pl.col("units") >= (FEWEST_UNITS if len(stratum) == 2 else 1))
        found = found.join(sums.filter(usable).drop("units"), on=SUMMED + stratum, how="left")
    return found.with_columns(numerator=pl.coalesce("n0", "n1", "n2"), denominator=pl.coalesce("d0", "d1", "d2")).drop(
        "n0", "n1", "n2", "d0", "d1", "d2"
    )


def within_year(returned: pl.DataFrame, missing: pl.DataFrame) -> pl.DataFrame:
    """A unit that returned an earlier quarter of the year: that figure × quarter / earlier quarter."""
    before = returned.select(*ITEM, earlier="quarter", earlier_figure="value", earlier_previous="previous")
    pairs = returned.join(before, on=ITEM).filter(
        (pl.col("earlier") < pl.col("quarter")) & pl.col("value").is_not_null() & pl.col("earlier_figure").is_not_null()
    )
    gaps = missing.filter(pl.col("earlier").is_not_null()).join(before, on=[*ITEM, "earlier"])
    values = ratios(gaps, pairs.with_columns(later_value="value", earlier_value="earlier_figure")).filter(
        pl.col("denominator").is_not_null()
    ).with_columns(value=share_of(pl.col("earlier_figure"), pl.col("numerator"), pl.col("denominator")))
    return ratios(
        values.drop("numerator", "denominator"), pairs.with_columns(later_value="previous", earlier_value="earlier_previous")
    ).select(
        *ITEM, "quarter", "value",
        carried_previous=share_of(pl.col("earlier_previous"), pl.col("numerator"), pl.col("denominator")),
    )


def settled_of(returned: pl.DataFrame, missing: pl.DataFrame) -> pl.DataFrame:
    """What a unit itself had returned by a quarter, unless it was missing since."""
    quarters = returned.select("form", "year", by="quarter").unique()
    own = returned.join(quarters, on=["form", "year"]).filter(pl.col("quarter") <= pl.col("by")).sort("quarter").group_by(*ITEM, "by").agg(
        pl.col("value").drop_nulls().last(), last=pl.col("quarter").max()
    )
    gaps = (
        missing.select(*ITEM, gap="quarter").join(quarters, on=["form", "year"]).filter(pl.col("gap") <= pl.col("by"))
        .group_by(*ITEM, "by").agg(pl.col("gap").max())
    )
    return own.join(gaps, on=[*ITEM, "by"], how="left").filter(pl.col("last") > pl.col("gap").fill_null(0)).select(
        *ITEM, "value", quarter="by"
    )


def since_last_year(returned: pl.DataFrame, missing: pl.DataFrame, last: pl.DataFrame) -> pl.DataFrame:
    """Else a unit with a figure of last year's quarter: that × the growth of the units with both."""
    known = last.filter(pl.col("last_value").is_not_null())
    first = pl.lit(0, pl.Int64).alias("earlier")
    gaps = missing.filter(pl.col("earlier").is_null()).join(known, on=[*ITEM, "quarter"]).with_columns(first)
    pairs = returned.filter(pl.col("value").is_not_null()).join(known, on=[*ITEM, "quarter"]).with_columns(
        first, later_value="value", earlier_value="last_value"
    )
    return ratios(gaps, pairs).filter(pl.col("denominator").is_not_null()).select(
        *ITEM, "quarter",
        value=share_of(pl.col("last_value"), pl.col("numerator"), pl.col("denominator")), previous="last_value",
    )
