-- Growth (method.md section 6), completion against the plan (section 7), and the files.
CREATE TABLE growths AS
SELECT v.*,
  CASE WHEN i.kind IN ('flow', 'stock', 'mean') THEN percent(v.value - v.previous, v.previous) END AS growth_pct,
  CASE WHEN i.kind IN ('flow', 'stock', 'mean') THEN percent(v.value_ytd - v.previous_ytd, v.previous_ytd) END
    AS growth_ytd_pct,
  percent(v.comparable_ytd - v.comparable_previous_ytd, v.comparable_previous_ytd) AS comparable_growth_ytd_pct
FROM all_values v JOIN indicators i ON i.code = v.indicator;

COPY (SELECT indicator, township_code, sector_code, year, quarter, growth_base, value, value_ytd, previous, previous_ytd,
    growth_pct, growth_ytd_pct, comparable_growth_ytd_pct
  FROM growths ORDER BY ALL)
TO 'published/indicator.parquet' (FORMAT parquet);

-- Of the levels that the plan states: of a flow the year to date over the target, of a stock the part of the way from last
-- year's end that is gone; in percent.
COPY (SELECT t.id AS target_id, t.indicator, t.place, t.sector, g.year, g.quarter, g.value_ytd,
    CASE i.kind WHEN 'flow' THEN percent(g.value_ytd, t.value::DECIMAL(24,4))
      WHEN 'stock' THEN percent(g.value_ytd - b.value_ytd, t.value::DECIMAL(24,4) - b.value_ytd) END AS completion_pct
  FROM read_csv('reference/plans/*.csv', comment = '#', header = true, all_varchar = true, union_by_name = true) t
  JOIN indicators i ON i.code = t.indicator
  JOIN growths g ON g.indicator = t.indicator AND g.township_code = t.place AND g.sector_code = t.sector
    AND g.year = t.year::INTEGER
  LEFT JOIN growths b ON b.indicator = t.indicator AND b.township_code = t.place AND b.sector_code = t.sector
    AND b.year = g.year - 1 AND b.quarter = 4
  WHERE t.kind = 'level' ORDER BY ALL)
TO 'published/completion.parquet' (FORMAT parquet);

COPY (FROM refused ORDER BY ALL) TO 'published/quarantine.parquet' (FORMAT parquet);
