"""Tries to change a lake, to read other files and to have code run through `jobs/jindu serve`; prints what came of each
try, a JSON object a line: what was tried, and the first line of the refusal, or null where it was done."""

import json
import sys
import warnings

from pyspark.sql import SparkSession
from pyspark.sql.functions import lit, udf

warnings.simplefilter("ignore")
address, lake, script = sys.argv[1:]
spark = SparkSession.builder.remote(address).getOrCreate()
rows = spark.table("published.headline")
other = f"{lake}/observations"

STATEMENTS = [
    "INSERT INTO lake.indicators SELECT * FROM lake.indicators",
    "INSERT OVERWRITE lake.indicators SELECT * FROM lake.indicators",
    "WITH same AS (SELECT * FROM lake.indicators) INSERT INTO lake.indicators SELECT * FROM same",
    "INSERT INTO published.headline SELECT * FROM published.headline",
    f"INSERT OVERWRITE DIRECTORY '{lake}/observations' USING parquet SELECT 1 AS one",
    "DELETE FROM lake.observations",
    f"DELETE FROM delta.`{other}`",
    "UPDATE lake.indicators SET value = 1",
    "MERGE INTO lake.indicators t USING lake.indicators s ON t.indicator = s.indicator WHEN MATCHED THEN DELETE",
    f"CREATE TABLE spark_catalog.default.own USING parquet LOCATION '{lake}/own' AS SELECT 1 AS one",
    f"CREATE TABLE spark_catalog.default.own (one INT) USING parquet LOCATION '{other}'",
    "CREATE TABLE lake.own AS SELECT 1 AS one",
    "CREATE OR REPLACE TABLE lake.observations (one INT)",
    "CREATE VIEW lake.own AS SELECT 1 AS one",
    "CREATE GLOBAL TEMPORARY VIEW own AS SELECT 1 AS one",
    "DROP TABLE lake.observations",
    "DROP TABLE IF EXISTS published.headline PURGE",
    "TRUNCATE TABLE lake.observations",
    "ALTER TABLE lake.observations ADD COLUMN one INT",
    "ALTER TABLE lake.observations RENAME TO lake.own",
    "ALTER TABLE lake.observations SET TBLPROPERTIES ('one' = '1')",
    "ANALYZE TABLE lake.observations COMPUTE STATISTICS",
    "LOAD DATA INPATH '/etc/hosts' INTO TABLE lake.observations",
    "OPTIMIZE lake.observations",
    f"OPTIMIZE delta.`{other}`",
    f"VACUUM delta.`{other}` RETAIN 0 HOURS",
    f"RESTORE TABLE delta.`{other}` TO VERSION AS OF 0",
    "CREATE DATABASE own",
    "DROP DATABASE lake CASCADE",
    "EXECUTE IMMEDIATE 'DROP TABLE lake.observations'",
    "BEGIN INSERT INTO lake.indicators SELECT * FROM lake.indicators; END",
    "SELECT * FROM text.`/etc/hosts`",
    "SELECT (SELECT count(*) FROM text.`/etc/hosts`)",
    "CREATE TEMPORARY VIEW own USING jdbc OPTIONS (url 'jdbc:duckdb:', dbtable 'one')",
    "SELECT reflect('java.lang.System', 'getProperty', 'user.home')",
    "SELECT try_reflect('java.lang.System', 'getProperty', 'user.home')",
    "SELECT TRANSFORM (line) USING 'touch own' FROM published.headline",
    "CREATE TEMPORARY FUNCTION own AS 'java.lang.String'",
    "ADD JAR '/etc/hosts'",
    "SET fs.file.impl = own",
    "SET spark.sql.catalog.own = own",
    "SET spark.sql.runSQLOnFiles = true",
    "SET spark.sql.variable.substitute = true",
    "SET spark.sql.analyzer.singlePassResolver.enabled = true",
    "SET spark.sql.analyzer.singlePassResolver.runExtendedResolutionChecks = false",
    "SET spark.sql.adaptive.customCostEvaluatorClass = own",
]

CALLS = {
    "write.parquet": lambda: rows.write.mode("overwrite").parquet(other),
    "write.delta": lambda: rows.write.format("delta").mode("overwrite").save(other),
    "write.saveAsTable": lambda: rows.write.saveAsTable("lake.own"),
    "write.insertInto": lambda: rows.write.insertInto("published.headline"),
    "writeTo.create": lambda: rows.writeTo("lake.own").create(),
    "writeTo.append": lambda: rows.writeTo("published.headline").append(),
    "writeTo.overwrite": lambda: rows.writeTo("published.headline").overwrite(lit(True)),
    "mergeInto": lambda: rows.mergeInto("published.headline", lit(True)).whenMatched().delete().merge(),
    "writeStream": lambda: spark.readStream.format("rate").load().writeStream.format("console").start(),
    "createTable": lambda: spark.catalog.createTable("lake.own", schema=rows.schema),
    "createGlobalTempView": lambda: rows.createGlobalTempView("own"),
    "checkpoint": lambda: rows.checkpoint(),
    "read.parquet": lambda: spark.read.parquet(other).count(),
    "read.jdbc": lambda: spark.read.jdbc("jdbc:duckdb:", "(SELECT 1)").count(),
    "udf": lambda: rows.select(udf(lambda line: line)("line")).collect(),
    "udf.register": lambda: spark.udf.register("own", lambda line: line),
    "mapInPandas": lambda: spark.range(1).mapInPandas(lambda parts: parts, "id LONG").collect(),
    "addArtifacts": lambda: spark.addArtifacts(script, pyfile=True),
    "conf.set": lambda: spark.conf.set("spark.sql.catalog.spark_catalog", "own"),
    "conf.unset": lambda: spark.conf.unset("spark.sql.runSQLOnFiles"),
}


def attempt(name, action):
    try:
        action()
        refusal = None
    except Exception as refused:
        refusal = str(refused)
    print(json.dumps({"tried": name, "refusal": refusal}), flush=True)


for statement in STATEMENTS:
    attempt(statement, lambda: spark.sql(statement).collect())
for call, action in CALLS.items():
    attempt(call, action)
told = spark.sql("SELECT '${env:PATH}' AS told").head().told
assert told == "${env:PATH}", f"the server tells its environment: {told}"
spark.stop()
