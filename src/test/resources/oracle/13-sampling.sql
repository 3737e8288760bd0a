-- The sampling error of a mean, as that of a ratio: in percent of the mean (decisions of section 3).
CREATE TABLE sampling_errors AS
WITH households AS (
  SELECT indicator, township_code, sector_code, year, quarter,
    weighted(weight, value)::DOUBLE AS a, weighted(weight, divisor)::DOUBLE AS b
  FROM unit_quarters JOIN unit_cells USING (known, indicator, form, unit_key, year)
  WHERE known = 0 AND kind = 'mean'),
ratios AS (
  SELECT indicator, township_code, sector_code, year, quarter, count(*) AS n, sum(b) AS sum_b, sum(a) / sum(b) AS r
  FROM households GROUP BY ALL HAVING count(*) > 1 AND sum(b) > 0)
SELECT indicator, township_code, sector_code, year, quarter,
  round(sqrt(any_value(n) / (any_value(n) - 1) * sum((a - r * b) ^ 2)) / any_value(sum_b) / any_value(r) * 100, 4)
    ::DECIMAL(12,4) AS coefficient_of_variation_pct
FROM households JOIN ratios USING (indicator, township_code, sector_code, year, quarter)
GROUP BY ALL;
