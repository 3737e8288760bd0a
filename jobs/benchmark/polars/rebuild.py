"""From delivered CSV to Parquet by Polars: rebuild.py LAKE TARGET. Does what the scripts in ../duckdb/natural do."""

import sys
import time
from pathlib import Path

import polars as pl

import amounts
import cells
from arithmetic import decimal, percent, scaled
from catalog import Catalog
from estimates import estimates
from returns import Returns

PUBLISHED = [*cells.CELL_FIGURES[:4], "growth_pct", "growth_ytd_pct", "comparable_growth_ytd_pct"]


def growths(values: pl.DataFrame, catalog: Catalog) -> pl.DataFrame:
    """Growth (method.md section 6)."""

    def growth(later: str, earlier: str) -> pl.Expr:
        return percent(pl.col(later) - pl.col(earlier), pl.col(earlier))

    is_amount = pl.col("kind").is_in(["flow", "stock", "mean"])
    return values.join(catalog.indicators.select("kind", indicator="code"), on="indicator").with_columns(
        growth_pct=pl.when(is_amount).then(growth("value", "previous")),
        growth_ytd_pct=pl.when(is_amount).then(growth("value_ytd", "previous_ytd")),
        comparable_growth_ytd_pct=growth("comparable_ytd", "comparable_previous_ytd"),
    )


def completion(grown: pl.DataFrame, catalog: Catalog) -> pl.DataFrame:
    """Of the levels that the plan states (method.md section 7): of a flow the year to date over the target, of a stock the
    part of the way from last year's end that is gone; in percent."""
    place = ["indicator", "township_code", "sector_code", "year"]
    targets = catalog.plans.filter(pl.col("kind") == "level").select(
        "indicator", target_id="id", township_code="place", sector_code="sector",
        year=pl.col("year").cast(pl.Int64), target=scaled(pl.col("value"), 4),
    )
    ends = grown.filter(pl.col("quarter") == 4).select(*place[:3], year=pl.col("year") + 1, end="value_ytd")
    done, target, end = pl.col("value_ytd"), pl.col("target"), pl.col("end")
    return targets.join(grown, on=place).join(ends, on=place, how="left").with_columns(
        completion_pct=pl.when(pl.col("kind") == "flow").then(percent(done, target))
        .when(pl.col("kind") == "stock").then(percent(done - end, target - end))
    )


def main(lake: Path, target: Path) -> None:
    begin = time.perf_counter()

    def said(step: str) -> None:
        print(f"{step} {time.perf_counter() - begin:.2f}", file=sys.stderr)

    catalog = Catalog(lake / "reference")
    returns = Returns(catalog, lake / "inbox")
    said("returns")
    figures = amounts.figures(returns, estimates(returns, catalog))
    said("estimates")
    placed = amounts.unit_places(returns)
    units = amounts.unit_figures(figures, amounts.unit_feeds(placed, catalog), catalog)
    quarters = amounts.unit_quarters(amounts.counted(units, amounts.quarters(units)), catalog)
    said("amounts")
    places = cells.Places(placed, catalog)
    additive = cells.additive(quarters, places, catalog)
    values = pl.concat(
        [additive, cells.rates(additive, catalog), cells.means(quarters, places), cells.levels(quarters, places, catalog)],
        how="diagonal_relaxed",
    )
    grown = growths(values, catalog)
    said("cells")
    published = target / "published"
    published.mkdir(parents=True, exist_ok=True)
    grown.select(*cells.CELL, "growth_base", *[decimal(name) for name in PUBLISHED]).sort(cells.CELL).write_parquet(
        published / "indicator.parquet"
    )
    completion(grown, catalog).select(
        "target_id", "indicator", "year", "quarter", place="township_code", sector="sector_code",
        value_ytd=decimal("value_ytd"), completion_pct=decimal("completion_pct"),
    ).sort("target_id", "year", "quarter").write_parquet(published / "completion.parquet")
    returns.refused.sort("form", "received", "row").write_parquet(published / "quarantine.parquet")
    said("published")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
