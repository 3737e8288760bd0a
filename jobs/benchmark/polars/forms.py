"""The files of one form, read and judged: every hard check that a row fails is told."""

from pathlib import Path

import polars as pl

import texts
from catalog import Catalog, factor, headers

CREDIT_CODE = "统一社会信用代码"
WELL_FORMED = "^[0-9A-HJ-NPQRTUWXY]{18}$"
REGISTER = "MLK"
RETURN = ["form", "row", "received", "submitted", "operation", "period", "unit_code", "unit_key", "township_code", "sector_code",
    "weight", "problems", "has_items"]
FIGURE = {"value": pl.Int128, "previous": pl.Int128, "month_value": pl.Int128}


def delivered(folder: Path) -> pl.DataFrame:
    """All rows of the files as text, in the order of the files; a file may lack what is optional."""
    files = sorted(folder.glob("*/*.csv"), key=str)
    read = pl.collect_all([pl.scan_csv(file, infer_schema=False) for file in files])
    dated = [
        rows.with_columns(received=pl.lit(file.parent.name).str.to_date()) for file, rows in zip(files, read)
    ]
    return pl.concat(dated, how="diagonal").with_row_index("row")


def by_text(rows: pl.DataFrame, header: str, **read: pl.Expr) -> pl.DataFrame:
    """Adds what is read of a column of few different texts, each of which is read once."""
    each = rows.select(header).unique().with_columns(**read)
    return rows.join(each, on=header, how="left", nulls_equal=True)


class FormReader:
    def __init__(self, form: dict, catalog: Catalog):
        self.form = form
        self.catalog = catalog
        self.attributes = form.get("attributes", [])
        self.problems = []

    def read(self, folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The returns, and the figures of their items."""
        rows = self.known(self.texts(delivered(folder)))
        self.judge()
        problems = pl.concat_list([pl.when(failed).then(pl.lit(code)) for failed, code in self.problems]).list.drop_nulls()
        figures = self.figures()
        some = [pl.col(name) for columns in figures.values() for name in columns.values()]
        received = pl.col("received").cast(pl.Datetime("us"))
        weight = self.form.get("weight")
        rows = rows.with_columns(
            form=pl.lit(self.form["form"]),
            unit_key=pl.concat_str(self.form["key"], separator="|"),
            problems=problems,
            submitted=pl.when(pl.col("moment").dt.date() <= pl.col("received")).then("moment").otherwise(received),
            weight=pl.col(f"{weight}.value").cast(pl.Int128) if weight else pl.lit(None, pl.Int128),
            has_items=pl.any_horizontal([column.is_not_null() for column in some]) if some else pl.lit(False),
        )
        items = [
            rows.select(
                "row",
                "form",
                item=pl.lit(item),
                **{name: pl.col(columns[name]) if name in columns else pl.lit(None, kind) for name, kind in FIGURE.items()},
            ).filter(pl.any_horizontal(pl.col(*FIGURE).is_not_null()))
            for item, columns in figures.items()
        ]
        told = [pl.col(attribute["code"]).alias("attribute " + attribute["code"]) for attribute in self.attributes]
        return rows.select(*RETURN, *told), pl.concat(items) if items else pl.DataFrame()

    def figures(self) -> dict[str, dict[str, str]]:
        """Of each item the columns that are its value, previous and month."""
        figures = {}
        for item in self.form["items"]:
            columns = {"value": "ytd" if "ytd" in item["columns"] else "value", "previous": "previous", "month_value": "month"}
            figures[item["code"]] = {
                name: f"{item['code']}.{column}" for name, column in columns.items() if column in item["columns"]
            }
        return figures

    def texts(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Everything that the form names, as it was typed."""
        form = self.form
        items = {f"{item['code']}.{column}": headers(item, column) for item in form["items"] for column in item["columns"]}
        unit_headers = [header for header in [form.get("unit_header"), *form.get("unit_aliases", [])] if header]
        named = ["报告期", "区划代码", "行业代码", "报送时间", "操作", *unit_headers]
        named += [header for some in items.values() for header in some] + [each["header"] for each in self.attributes]
        absent = [pl.lit(None, pl.String).alias(name) for name in dict.fromkeys(named) if name not in rows.columns]
        operation = texts.cell(pl.col("操作"))
        unit_code = texts.code(pl.coalesce(unit_headers)) if unit_headers else pl.lit(None, pl.String)
        rows = rows.with_columns(absent).with_columns(
            operation=operation.fill_null("报送"), withdraws=(operation == "撤回").fill_null(False), unit_code=unit_code
        )
        asked = ~pl.col("withdraws")
        # Of a withdrawal only what names the unit is asked.
        attributes = [
            (texts.cell(pl.col(each["header"])) if each["code"] in form["key"]
                else pl.when(asked).then(texts.cell(pl.col(each["header"])))).alias(each["code"] + " text")
            for each in self.attributes
        ]
        numbers = [
            texts.half_width(texts.cell(pl.when(asked).then(pl.coalesce(some)))).alias(name + " text")
            for name, some in items.items()
        ]
        return rows.with_columns(*attributes, *numbers)

    def known(self, rows: pl.DataFrame) -> pl.DataFrame:
        """What the texts mean."""
        form, catalog = self.form, self.catalog
        has_period, has_sector = "period" in form["required"], bool(form["sector_levels"])
        none = pl.lit(None, pl.String)
        rows = by_text(rows, "报告期", period=texts.period(pl.col("报告期")) if has_period else pl.lit(""))
        rows = by_text(rows, "报送时间", moment=texts.moment(pl.col("报送时间")))
        rows = by_text(rows, "区划代码", township_code=texts.place_code(pl.col("区划代码")))
        sector = pl.col("行业代码")
        rows = by_text(
            rows,
            "行业代码",
            sector_code=texts.class_code(sector) if has_sector else none,
            sector_letter=texts.class_letter(sector) if has_sector else none,
        )
        sectors = catalog.sectors.select(sector_code="code", sector_level="level", sector_section="section")
        places = catalog.places.filter(pl.col("kind") != "district").select(township_code="code", place="code")
        rows = rows.join(sectors, on="sector_code", how="left").join(places, on="township_code", how="left")
        for attribute in self.attributes:
            text = attribute["code"] + " text"
            rows = by_text(rows, text, **{attribute["code"]: self.attribute(attribute, pl.col(text))})
        return rows.with_columns(
            [
                texts.amount(pl.col(f"{item['code']}.{column} text"), self.factor(item)).alias(f"{item['code']}.{column}")
                for item in form["items"]
                for column in item["columns"]
            ]
        )

    def factor(self, item: dict) -> pl.Expr:
        """Of a department's figure the row's indicator says it."""
        if self.form["unit"] != "indicator":
            return pl.lit(factor(self.form, item))
        named = next(each["code"] for each in self.attributes if each["type"] == "indicator")
        factors = {row["code"]: int(row["display_factor"]) for row in self.catalog.indicators.iter_rows(named=True)}
        return pl.col(named).replace_strict(factors, default=1, return_dtype=pl.Int64)

    def attribute(self, attribute: dict, text: pl.Expr) -> pl.Expr:
        def one_of(values) -> pl.Expr:
            # The value as the catalog writes it, however it was typed.
            plain = dict(zip(pl.select(texts.half_width(pl.Series(list(values)))).to_series(), values))
            return texts.half_width(text).replace_strict(plain, default=None, return_dtype=pl.String)

        match attribute["type"]:
            case "date":
                return texts.moment(text).dt.strftime("%Y-%m-%d")
            case "period":
                return texts.period(text)
            case "first_month":
                return texts.first_month(text)
            case "form":
                return one_of(list(self.catalog.forms))
            case "indicator":
                return one_of(self.catalog.indicators["code"].to_list())
            case "milestone":
                return one_of(self.catalog.milestones["id"].unique().to_list())
            case _:
                return one_of(attribute["values"]) if attribute.get("values") else text

    def judge(self) -> None:
        form = self.form
        asked = ~pl.col("withdraws")
        self.judge_period()
        self.judge_place(asked)
        self.fails(~pl.col("operation").is_in(["报送", "撤回"]), "unknown-operation")
        self.fails(texts.cell(pl.col("报送时间")).is_not_null() & pl.col("moment").is_null(), "not-a-date")
        for attribute in self.attributes:
            text = pl.col(attribute["code"] + " text")
            if attribute["required"]:
                self.fails(text.is_null() & (True if attribute["code"] in form["key"] else asked), "missing-attribute")
            self.fails(text.is_not_null() & pl.col(attribute["code"]).is_null(), "unknown-value")
        for item in form["items"]:
            for column in item["columns"]:
                name = f"{item['code']}.{column}"
                text, figure = pl.col(name + " text"), pl.col(name)
                if column in item["required"]:
                    self.fails(asked & text.is_null(), "missing-item")
                self.fails(text.is_not_null() & figure.is_null(), "not-a-number")
                if not item.get("negative", False):
                    self.fails(figure < 0, "negative-value")
        for check in form["checks"]:
            if check["severity"] == "hard":
                self.judge_by(check)

    def fails(self, condition: pl.Expr, code: str) -> None:
        self.problems.append((condition, code))

    def judge_period(self) -> None:
        if "period" not in self.form["required"]:
            return
        period = pl.col("period")
        self.fails(period.is_null(), "unknown-period")
        self.fails(period > pl.col("received").dt.strftime("%Y-%m"), "period-in-future")
        month = period.str.tail(2)
        match self.form["frequency"]:
            case "quarterly":
                self.fails(~month.is_in(["03", "06", "09", "12"]), "period-not-in-frequency")
            case "monthly_from_february":
                self.fails(month == "01", "period-not-in-frequency")

    def judge_place(self, asked: pl.Expr) -> None:
        form, key, required = self.form, self.form["key"], self.form["required"]
        unit, place, sector = pl.col("unit_code"), pl.col("township_code"), pl.col("sector_code")
        if "unit_code" in key:
            self.fails(unit.is_null(), "missing-unit")
        malformed = ~unit.str.contains(WELL_FORMED)
        if form["form"] == REGISTER:
            named = [code for code, each in self.catalog.forms.items() if self.has_credit_code(each)]
            self.fails(pl.col("reported_form").is_in(named) & malformed, "malformed-unit-code")
        elif self.has_credit_code(form):
            self.fails(malformed, "malformed-unit-code")
        others = self.catalog.peers["code"].to_list() if form.get("peers") else []
        self.fails(place.is_not_null() & pl.col("place").is_null() & ~place.is_in(others), "unknown-township")
        if "township_code" in required:
            self.fails(place.is_null() & (True if "township_code" in key else asked), "missing-attribute")
        if form["sector_levels"]:
            level = pl.col("sector_level")
            is_other = pl.col("sector_letter") != pl.col("sector_section")
            self.fails(
                sector.is_not_null() & (level.is_null() | ~level.is_in(form["sector_levels"]) | is_other), "unknown-sector"
            )
            self.fails(sector.is_null() & (True if "sector_code" in key else asked), "missing-attribute")

    @staticmethod
    def has_credit_code(form: dict) -> bool:
        return form.get("unit_header") == CREDIT_CODE and form["form"] != REGISTER

    def judge_by(self, check: dict) -> None:
        if check["kind"] == "month_within_ytd":
            self.fails(pl.col(check["total"] + ".month") > pl.col(check["total"] + ".ytd"), check["code"])
            return
        if check["kind"] not in ("parts_within_total", "parts_equal_total"):
            raise ValueError(f"No hard check of kind {check['kind']} is known: {check['code']}.")
        for column in check.get("columns") or [None]:
            names = [name if "." in name else f"{name}.{column}" for name in [check["total"], *check["parts"]]]
            total, *parts = [pl.col(name) for name in names]
            some = pl.any_horizontal([part.is_not_null() for part in parts])
            every = pl.all_horizontal([part.is_not_null() for part in parts])
            parts_sum = pl.sum_horizontal([part.fill_null(0) for part in parts])
            failed = some & (parts_sum > total)
            if check["kind"] == "parts_equal_total":
                failed = failed | every & (parts_sum != total)
            self.fails(failed, check["code"])
