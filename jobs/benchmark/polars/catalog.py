"""The catalog's lists, and the files of the forms."""

from pathlib import Path

import polars as pl
import yaml

from arithmetic import scaled

FACTORS = {"元": 1, "千元": 1_000, "万元": 10_000, "个": 1, "人": 1, "平方米": 1, "万平方米": 10_000, "indicator": 1}
SUFFIXES = {"ytd": "_本年累计", "previous": "_上年同期", "month": "_本月", "value": ""}


class Catalog:
    def __init__(self, folder: Path):
        self.folder = folder
        self.forms = {}
        for file in sorted((folder / "forms").glob("*.yaml")):
            form = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            self.forms[form["form"]] = form
        self.indicators = self.rows("indicators.csv")
        self.places = self.rows("townships.csv")
        self.peers = self.rows("peers.csv")
        self.sectors = self.sectors_with_sections()
        year = pl.col("year").cast(pl.Int64)
        self.rates = self.rows("value_added_rates.csv").select("division", year, rate=scaled(pl.col("rate"), 6))
        self.prices = self.rows("price_indices.csv").select("division", period="month", price=scaled(pl.col("index"), 6))
        self.adjustments = self.rows("base_adjustments.csv").select("indicator", year, factor=scaled(pl.col("factor"), 6))
        self.milestones = self.all_rows("milestones")
        self.plans = self.all_rows("plans")

    def rows(self, name: str) -> pl.DataFrame:
        return pl.read_csv(self.folder / name, comment_prefix="#", infer_schema=False)

    def all_rows(self, name: str) -> pl.DataFrame:
        return pl.concat([self.rows(f"{name}/{file.name}") for file in sorted((self.folder / name).glob("*.csv"))], how="diagonal")

    def sectors_with_sections(self) -> pl.DataFrame:
        listed = self.rows("sectors.csv").select("code", "level", "parent")
        divisions = listed.select(division="code", of_division="parent")
        return (
            listed.with_columns(division=pl.col("code").str.slice(0, 2))
            .join(divisions, on="division", how="left")
            .with_columns(
                section=pl.when(pl.col("level") == "section").then("code")
                .when(pl.col("level") == "division").then("parent")
                .otherwise("of_division")
            )
            .select("code", "level", "parent", "section")
        )

    def district(self) -> str:
        return self.places.filter(pl.col("kind") == "district")["code"].item()

    def feeds(self) -> list[dict]:
        return [
            {"measure": "nominal", "conversion": "none", "base": form["base"], **feed, "form": form["form"]}
            for form in self.forms.values()
            for feed in form["feeds"]
        ]


def headers(item: dict, column: str) -> list[str]:
    """The headers under which a plain file has the column of the item."""
    return item.get("headers", {}).get(column) or [item["header"] + SUFFIXES[column]]


def factor(form: dict, item: dict) -> int:
    """Base units in one delivered unit."""
    return FACTORS[item.get("unit", form["unit"])]
