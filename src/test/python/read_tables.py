"""Reads every published table with DuckDB, pandas and Polars, and says what each found there, a line of JSON a tool and table.

Usage: read_tables.py PUBLICATION    the folder of one publication. Each tool computes its own figures; they must be equal.
"""

import json
import os
import re
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.dataset

from table_figures import column, hash_of, is_added_up, tell, total, type_name

WHOLE = pyarrow.decimal128(38, 0)


def questions(files, columns):
    """Predicates that a BI tool sends: the latest year, where there are years, and one indicator."""
    years = sorted(int(file.stem) for file in files if file.stem != "all")
    asked = [("year", years[-1])] if years else []
    if "indicator" in columns:
        asked.append(("indicator", duckdb.sql(f"SELECT min(indicator) FROM '{files[0]}'").fetchall()[0][0]))
    return asked


def literal(value):
    return value if isinstance(value, int) else f"'{value}'"


class DuckDb:
    name = "duckdb"
    types = {"VARCHAR": "STRING", "INTEGER": "INT"}

    def __init__(self, folder):
        self.table = f"read_parquet('{folder}/*.parquet')"

    def columns(self):
        described = duckdb.sql(f"DESCRIBE SELECT * FROM {self.table}").fetchall()
        return [self.column(name, self.types.get(type_, type_)) for name, type_, *_ in described]

    def column(self, name, type_):
        if is_added_up(type_):
            figure = total(self.value(f"CAST(sum({name}) AS VARCHAR)"))
        else:
            figure = hash_of(self.value(f"list(DISTINCT CAST({name} AS VARCHAR)) FILTER ({name} IS NOT NULL)") or [])
        return column(name, type_, self.value(f"count(*) - count({name})"), figure)

    def rows(self):
        return self.value("count(*)")

    def value(self, expression):
        return duckdb.sql(f"SELECT {expression} FROM {self.table}").fetchall()[0][0]

    def row_groups(self, where, is_, counted):
        """Row groups read of those there are."""
        query = f"SELECT count({counted}) FROM {self.table} WHERE {where} = {literal(is_)}"
        plan = json.loads(duckdb.sql(f"EXPLAIN (ANALYZE, FORMAT json) {query}").fetchall()[0][1])["query"]
        return plan["total_row_groups_scanned"], plan["total_row_groups_to_scan"]


class Pandas:
    """With the types of Arrow: NumPy's have no decimals."""

    name = "pandas"

    def __init__(self, folder):
        self.folder = folder
        self.frame = pandas.read_parquet(folder, dtype_backend="pyarrow")

    def columns(self):
        return [self.column(name, self.frame[name]) for name in self.frame.columns]

    def column(self, name, values):
        arrow = values.dtype.pyarrow_dtype
        type_ = type_name(arrow)
        given = values.dropna()
        if is_added_up(type_):
            exact = given if pyarrow.types.is_decimal(arrow) else given.astype("int64[pyarrow]").astype(pandas.ArrowDtype(WHOLE))
            figure = total(exact.sum() if len(exact) else 0)
        else:
            figure = hash_of(map(str, given.unique()))
        return column(name, type_, values.isna().sum(), figure)

    def rows(self):
        return len(self.frame)

    def row_groups(self, where, is_, counted):
        files = list(pyarrow.dataset.dataset(self.folder).get_fragments())
        predicate = pyarrow.dataset.field(where) == is_
        return sum(len(file.split_by_row_group(predicate)) for file in files), sum(file.num_row_groups for file in files)


class Polars:
    name = "polars"
    types = {
        polars.String: "STRING",
        polars.Int32: "INT",
        polars.Int64: "BIGINT",
        polars.Boolean: "BOOLEAN",
        polars.Date: "DATE",
    }

    def __init__(self, folder):
        self.lazy = polars.scan_parquet(f"{folder}/*.parquet")
        self.frame = self.lazy.collect()

    def columns(self):
        return [self.column(name, self.frame[name]) for name in self.frame.columns]

    def column(self, name, values):
        if isinstance(values.dtype, polars.Decimal):
            type_ = f"DECIMAL({values.dtype.precision},{values.dtype.scale})"
        else:
            type_ = self.types.get(values.dtype.base_type(), str(values.dtype))
        if is_added_up(type_):
            exact = values if isinstance(values.dtype, polars.Decimal) else values.cast(polars.Int128)
            figure = total(exact.sum())
        else:
            figure = hash_of(values.drop_nulls().unique().cast(polars.String).to_list())
        return column(name, type_, values.null_count(), figure)

    def rows(self):
        return self.frame.height

    def row_groups(self, where, is_, counted):
        query = self.lazy.filter(polars.col(where) == is_).select(polars.col(counted).count())
        read = re.findall(r"Predicate pushdown: reading (\d+) / (\d+) row groups", said_by(query.collect))
        return sum(int(some) for some, _ in read), sum(int(all_) for _, all_ in read)


def said_by(action):
    """What Polars writes to standard error meanwhile: nowhere else does it say what it skips."""
    before = os.dup(2)
    with tempfile.TemporaryFile("w+") as said, polars.Config(verbose=True):
        os.dup2(said.fileno(), 2)
        try:
            action()
        finally:
            os.dup2(before, 2)
            os.close(before)
        said.seek(0)
        return said.read()


publication = Path(sys.argv[1])
for folder in sorted({file.parent for file in publication.glob("*/*.parquet")}):
    for tool in (DuckDb, Pandas, Polars):
        table = tool(folder)
        columns = table.columns()
        tell(
            tool=tool.name,
            table=folder.name,
            rows=table.rows(),
            columns=columns,
            row_groups=[
                dict(zip(("where", "read", "there"), (where, *table.row_groups(where, is_, columns[-1]["name"]))))
                for where, is_ in questions(sorted(folder.glob("*.parquet")), [each["name"] for each in columns])
            ],
        )
