"""Settings of the Superset that jobs/bi/superset sets up: for one machine, over the published tables and nothing else."""

import json
import os
from pathlib import Path
from threading import Lock

import duckdb
from sqlalchemy import event
from sqlalchemy.pool import Pool

HOME = Path(os.environ["SUPERSET_HOME"])
PUBLISHED = os.environ["JINDU_PUBLISHED"]

SECRET_KEY = (HOME / "secret").read_text()
SQLALCHEMY_DATABASE_URI = f"sqlite:///{HOME}/superset.db"
BABEL_DEFAULT_LOCALE = "zh"
LANGUAGES = {"zh": {"flag": "cn", "name": "中文"}, "en": {"flag": "us", "name": "English"}}

# A chart shows the publication in force, and not one that was.
CACHE_CONFIG = DATA_CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}


LOCKING = Lock()


def only_questions(sql, **_):
    """DuckDB writes with COPY where it may read, and Superset lets it pass; DuckDB itself tells SELECT from all else."""
    with duckdb.connect() as parser:
        found = json.loads(parser.execute("SELECT json_serialize_sql(?)", [sql]).fetchall()[0][0])
    if found["error"]:
        raise ValueError(f"Only SELECT is answered here. {found['error_message']}")
    return sql


SQL_QUERY_MUTATOR = only_questions


@event.listens_for(Pool, "connect")
def read_only_what_is_published(connection, _record):
    """DuckDB reads any file that its user reads, and SQL Lab asks anything: the lake beside published/ names respondents."""
    if not type(connection).__module__.startswith("duckdb"):
        return
    # Connections to one file share their settings, and charts ask at the same time.
    with LOCKING:
        cursor = connection.cursor()
        cursor.execute("SELECT current_setting('lock_configuration')")
        if not cursor.fetchall()[0][0]:
            folder = f"{PUBLISHED}/".replace("'", "''")
            cursor.execute(f"SET allowed_directories = ['{folder}']")
            cursor.execute("SET enable_external_access = false")
            cursor.execute("SET lock_configuration = true")
