"""What several readers of the same columns must agree on: types by their names in docs/tables.md, and a figure of each column."""

import hashlib
import json
from decimal import Decimal

from pyarrow import types

NAMES = [
    (types.is_string, "STRING"),
    (types.is_large_string, "STRING"),
    (types.is_boolean, "BOOLEAN"),
    (types.is_int32, "INT"),
    (types.is_int64, "BIGINT"),
    (types.is_date32, "DATE"),
    (types.is_timestamp, "TIMESTAMP"),
]


def type_name(arrow):
    """The name that docs/tables.md has for a type of Arrow; its own name for one that no table should have."""
    for is_one, name in NAMES:
        if is_one(arrow):
            return name
    if types.is_decimal(arrow):
        return f"DECIMAL({arrow.precision},{arrow.scale})"
    if types.is_list(arrow):
        return f"ARRAY<{type_name(arrow.value_type)}>"
    if types.is_map(arrow):
        return f"MAP<{type_name(arrow.key_type)}, {type_name(arrow.item_type)}>"
    if types.is_struct(arrow):
        return f"STRUCT<{', '.join(f'{field.name}: {type_name(field.type)}' for field in arrow)}>"
    return str(arrow)


def is_added_up(name):
    """Whether the figure of a column of the type is its sum, which is exact; else it is a hash of its distinct values."""
    return name.startswith("DECIMAL") or name in ("INT", "BIGINT", "BOOLEAN")


def total(value):
    """A sum as text, without an exponent or zeros at the end, which tools write differently; that of no value at all is 0."""
    text = format(Decimal(0 if value is None else value), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def hash_of(texts):
    """SHA-256 of distinct texts, sorted by code point, a line each."""
    return hashlib.sha256("\n".join(sorted(texts)).encode()).hexdigest()


def column(name, type_, nulls, figure):
    return {"name": name, "type": type_, "nulls": int(nulls), "figure": figure}


def tell(**line):
    print(json.dumps(line, ensure_ascii=False), flush=True)
