"""From items to what each unit brings to each indicator, quarter by quarter (method.md section 3)."""

import polars as pl

from arithmetic import ONE, WIDE, half_up, known_sum_where, product
from catalog import Catalog
from returns import UNIT_QUARTER, UNIT_YEAR, Returns

FIGURE = ["value", "previous", "comparable", "comparable_previous", "divisor"]


def unit_places(returns: Returns) -> pl.DataFrame:
    others = returns.registered_years.join(returns.unit_years, on=UNIT_YEAR, how="anti")
    return pl.concat([returns.unit_years, others], how="diagonal")


def unit_feeds(places: pl.DataFrame, catalog: Catalog) -> pl.DataFrame:
    """The feeds of a unit's year."""
    fed = []
    for feed in catalog.feeds():
        units = places.filter(pl.col("form") == feed["form"])
        for attribute, values in feed.get("where", {}).items():
            units = units.filter(pl.col("attribute " + attribute).is_in(values))
        source = feed.get("indicator_from")
        fed.append(
            units.select(
                *UNIT_YEAR,
                division=pl.col("sector_code").str.slice(0, 2),
                indicator=pl.col("attribute " + source) if source else pl.lit(feed["indicator"]),
                **{name: pl.lit(feed[name]) for name in ("item", "measure", "conversion", "base")},
            )
        )
    return pl.concat(fed)


def figures(returns: Returns, estimates: pl.DataFrame) -> pl.DataFrame:
    """The figure of each quarter that has one: returned, else estimated."""
    last_month = pl.format("{}-{}", "year", (3 * pl.col("quarter")).cast(pl.String).str.pad_start(2, "0"))
    return pl.concat(
        [
            returns.returned.with_columns(estimated=pl.lit(False)),
            estimates.with_columns(period=last_month, estimated=pl.lit(True)),
        ],
        how="diagonal",
    )


def converted(amount: str, conversion: pl.Expr) -> pl.Expr:
    """Output ÷ price index (same period = 100) × rate, rounded once; the same period has its own prices."""
    column, rate = pl.col(amount).cast(WIDE), pl.col("rate")
    return (
        pl.when(conversion == "none").then(column)
        .when((conversion == "count") & column.is_not_null()).then(pl.lit(ONE, WIDE))
        .when(conversion == "value_added").then(product(column, rate))
        .when(conversion == "value_added_comparable").then(half_up(column * rate * 100, pl.col("price")))
    )


def unit_figures(figures: pl.DataFrame, feeds: pl.DataFrame, catalog: Catalog) -> pl.DataFrame:
    """What a unit brings: the sum of its items."""
    conversion = pl.col("conversion")
    fed = (
        figures.join(feeds, on=[*UNIT_YEAR, "item"])
        .join(catalog.rates, on=["division", "year"], how="left").join(catalog.prices, on=["division", "period"], how="left")
        .with_columns(
            value=converted("value", conversion),
            previous=converted("previous", conversion.replace({"value_added_comparable": "value_added"})),
        )
    )
    nominal, comparable, weight = (pl.col("measure") == measure for measure in ("nominal", "comparable", "weight"))
    return fed.group_by("indicator", *UNIT_QUARTER).agg(
        pl.col("estimated").any(),
        pl.col("weight").drop_nulls().first(),
        pl.col("vintage").max(),
        pl.col("base").first(),
        value=known_sum_where("value", nominal),
        previous=known_sum_where("previous", nominal),
        comparable=known_sum_where("value", comparable),
        comparable_previous=known_sum_where("previous", comparable),
        divisor=known_sum_where("value", weight),
    )


def quarters(units: pl.DataFrame) -> pl.DataFrame:
    """The quarters of a year end with the last one for which any form of the indicator has a return."""
    last = units.filter(~pl.col("estimated")).group_by("indicator", "year").agg(pl.col("quarter").max())
    return last.with_columns(quarter=pl.int_ranges(1, pl.col("quarter") + 1)).explode("quarter")


def counted(units: pl.DataFrame, quarters: pl.DataFrame) -> pl.DataFrame:
    """Without a figure of the quarter the last one of the year stands; not in a sample survey."""
    told = pl.col("told")
    return (
        quarters.join(units.rename({"quarter": "told"}), on=["indicator", "year"])
        .filter((told <= pl.col("quarter")) & ((pl.col("base") != "survey") | (told == pl.col("quarter"))))
        .filter(told == told.max().over("indicator", *UNIT_QUARTER)).drop("told", "estimated")
    )


def unit_quarters(counted: pl.DataFrame, catalog: Catalog) -> pl.DataFrame:
    """A unit's quarter is its year-to-date less what it counted for the quarter before."""
    key = ["indicator", *UNIT_QUARTER]
    before = counted.select(
        "indicator", *UNIT_YEAR, quarter=pl.col("quarter") + 1, before="value", previous_before="previous", had_one=pl.lit(True)
    )
    kinds = catalog.indicators.select("kind", indicator="code")

    def own(figure: str, earlier: str) -> pl.Expr:
        nothing = pl.when(pl.col("had_one").is_null()).then(pl.lit(0, WIDE))
        less = pl.col(figure) - pl.coalesce(earlier, nothing)
        return pl.when(pl.col("kind") == "flow").then(less).otherwise(figure)

    return counted.join(kinds, on="indicator").join(before, on=key, how="left").with_columns(
        own_value=own("value", "before"), own_previous=own("previous", "previous_before")
    ).drop("before", "previous_before", "had_one")
