"""Reads a lake through `jobs/jindu serve`: a published table, and single returns.

pip install -r requirements.txt
python read_lake.py sc://127.0.0.1:15002
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import col, count, max as latest, sum as total

spark = SparkSession.builder.remote(sys.argv[1]).getOrCreate()

headline = spark.table("published.headline")
quarter = headline.select(latest(col("year") * 10 + col("quarter"))).first()[0]
rows = headline.where(col("year") * 10 + col("quarter") == quarter).orderBy("line")
for row in rows.select("indicator", "display_value", "lamp").collect():
    print("headline", row.indicator, row.display_value, row.lamp, sep="\t")

output = spark.table("lake.observations").where(
    "form = 'B204-1' AND item = 'gross_output' AND in_force AND period = '2021-06'"
)
by_township = output.groupBy("township_code").agg(
    count("*").alias("returns"), total("value").alias("yuan")
)
for row in by_township.orderBy("township_code").collect():
    print("output", row.township_code, row.returns, row.yuan, sep="\t")

spark.stop()
