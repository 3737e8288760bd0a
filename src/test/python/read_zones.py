"""Reads every Delta table of a lake with delta-rs and says what it found there, a line of JSON a table.

Usage: read_zones.py LAKE
"""

import sys
from pathlib import Path

import pyarrow
import pyarrow.compute
import pyarrow.dataset
from deltalake import DeltaTable

from table_figures import column, hash_of, is_added_up, tell, total, type_name

WHOLE = pyarrow.decimal128(38, 0)


def figure(values):
    """A sum or a hash, as of a published column; of a nested type how many entries all rows have together."""
    type_ = values.type
    if pyarrow.types.is_map(type_):
        return str(sum(len(chunk.keys) for chunk in values.drop_null().chunks))
    if pyarrow.types.is_list(type_):
        return str(len(pyarrow.compute.list_flatten(values)))
    if is_added_up(type_name(type_)):
        exact = values if pyarrow.types.is_decimal(type_) else values.cast(pyarrow.int64()).cast(WHOLE)
        return total(pyarrow.compute.sum(exact).as_py())
    if pyarrow.types.is_timestamp(type_):
        values = values.cast(pyarrow.int64())
    return hash_of(values.drop_null().unique().cast(pyarrow.string()).to_pylist())


def skipping(table, partition, rows):
    """Files that a predicate on the last partition column reads, of those there are."""
    name = partition[-1]
    value = pyarrow.compute.max(rows[name]).as_py()
    read = table.to_pyarrow_dataset().get_fragments(filter=pyarrow.dataset.field(name) == value)
    return {"where": f"{name}={value}", "read": [file.path for file in read], "there": len(table.file_uris())}


for log in sorted(Path(sys.argv[1]).glob("*/_delta_log")):
    table = DeltaTable(log.parent)
    rows = table.to_pyarrow_table()
    partition = table.metadata().partition_columns
    tell(
        tool="delta-rs",
        table=log.parent.name,
        rows=rows.num_rows,
        columns=[column(name, type_name(rows[name].type), rows[name].null_count, figure(rows[name])) for name in rows.column_names],
        partition=partition,
        skipping=skipping(table, partition, rows) if partition else None,
    )
