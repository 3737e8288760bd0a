-- What a quarter holds of earlier quarters' restatement (method.md section 3).

-- The quarter's own months (本月) up to the latest returned; unknown where one of them is.
-- Where February covers January there is no January.
CREATE TABLE own_months AS
SELECT r.form, r.unit_key, r.year, r.quarter, r.item,
  CASE WHEN count(m.month_value) = right(any_value(r.period), 2)::INTEGER - 3 * (r.quarter - 1)
      - CASE WHEN r.quarter = 1 AND any_value(f.frequency) = 'monthly_from_february' THEN 1 ELSE 0 END
    THEN sum(m.month_value) END AS months
FROM returned r
JOIN forms f ON f.form = r.form AND f.frequency IN ('monthly', 'monthly_from_february')
JOIN returns m ON m.known = 0 AND m.form = r.form AND m.unit_key = r.unit_key AND m.year = r.year
  AND m.quarter = r.quarter AND m.item = r.item
WHERE r.known = 0
GROUP BY r.form, r.unit_key, r.year, r.quarter, r.item;

CREATE TABLE unit_months AS
SELECT u.indicator, m.form, m.unit_key, m.year, m.quarter,
  known_sum(converted(u.conversion, m.months, NULL, r.rate)) AS months
FROM own_months m
JOIN unit_feeds u USING (form, unit_key, year, item)
LEFT JOIN rates r ON r.division = u.division AND r.year = m.year
WHERE u.known = 0 AND u.measure = 'nominal'
GROUP BY ALL;

-- What stands or is estimated restates nothing.
CREATE TABLE restatements AS
SELECT indicator, township_code, sector_code, year, quarter,
  known_sum(CASE WHEN returned THEN own_value - months ELSE 0 END) AS restated_part
FROM unit_quarters
JOIN unit_cells USING (known, indicator, form, unit_key, year)
LEFT JOIN unit_months USING (indicator, form, unit_key, year, quarter)
WHERE known = 0 AND kind = 'flow'
GROUP BY ALL;
