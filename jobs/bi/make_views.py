"""Makes a DuckDB file with a view over each published table. It holds no data: a view reads the publication in force when asked.

Usage: make_views.py PUBLISHED VIEWS    called by jobs/bi/superset.
"""

import os
import sys
from pathlib import Path

import duckdb

current, views = Path(sys.argv[1]).absolute() / "current", Path(sys.argv[2])

# Made aside: who has the file open goes on reading the one they opened.
aside = views.with_suffix(".new")
aside.unlink(missing_ok=True)
with duckdb.connect(str(aside)) as connection:
    for table in sorted({file.parent.name for file in current.glob("*/*.parquet")}):
        files = str(current / table / "*.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{files}')")
os.replace(aside, views)
