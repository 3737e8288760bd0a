-- Growth, and what a part brings to it (method.md section 6). Year to date on the headline's basis:
-- comparable prices where the catalog says so.
CREATE TABLE headline_sides AS
SELECT v.*, i.kind,
  CASE i.comparable WHEN 'true' THEN v.comparable_ytd ELSE v.value_ytd END AS current,
  CASE i.comparable WHEN 'true' THEN v.comparable_previous_ytd ELSE v.previous_ytd END AS base
FROM all_values v JOIN indicators i ON i.code = v.indicator
WHERE known = 0;

CREATE TABLE totals AS
SELECT indicator, year, quarter, current, base
FROM headline_sides JOIN places p ON p.code = township_code
WHERE p.kind = 'district' AND sector_code = 'ALL';

-- Growth of the quarter before a year is the same cell's of last year.
CREATE TABLE abnormal_years AS
SELECT left(quarter, 4)::INTEGER + 1 AS year, right(quarter, 1)::INTEGER AS quarter
FROM abnormal_quarters;

CREATE MACRO growth(current, base) AS percent(current - base, base);

CREATE MACRO two_year_average(current, base, last_current, last_base) AS
  CASE WHEN base > 0 AND last_base > 0 AND current >= 0 AND last_current >= 0 THEN
    round((sqrt((current::DOUBLE / base::DOUBLE) * (last_current::DOUBLE / last_base::DOUBLE)) - 1) * 100, 4)
      ::DECIMAL(12,4) END;

CREATE TABLE growths AS
SELECT h.indicator, h.township_code, h.sector_code, h.year, h.quarter,
  CASE WHEN h.kind IN ('flow', 'stock', 'mean') THEN growth(h.value, h.previous) END AS growth_pct,
  CASE WHEN h.kind IN ('flow', 'stock', 'mean') THEN growth(h.value_ytd, h.previous_ytd) END AS growth_ytd_pct,
  growth(h.comparable_ytd, h.comparable_previous_ytd) AS comparable_growth_ytd_pct,
  CASE WHEN a.year IS NOT NULL AND h.kind IN ('flow', 'stock', 'mean')
    THEN two_year_average(h.current, h.base, l.current, l.base) END AS two_year_avg_growth_pct,
  CASE WHEN h.kind IN ('flow', 'stock') THEN percent(h.current, t.current) END AS share_pct,
  CASE WHEN h.kind IN ('flow', 'stock') THEN percent(change.part, t.base) END AS pull_points,
  CASE WHEN h.kind IN ('flow', 'stock') AND 1000 * abs(t.current - t.base) >= t.base
    THEN sign(t.current - t.base)::INTEGER * percent(change.part, abs(t.current - t.base)) END AS contribution_pct
FROM headline_sides h
JOIN totals t USING (indicator, year, quarter)
LEFT JOIN headline_sides l ON l.indicator = h.indicator AND l.township_code = h.township_code
  AND l.sector_code = h.sector_code AND l.year = h.year - 1 AND l.quarter = h.quarter
LEFT JOIN abnormal_years a ON a.year = h.year AND a.quarter = h.quarter
-- Where a side has no unit it is nothing; where it is unknown, so is the change.
CROSS JOIN LATERAL (SELECT
  CASE WHEN h.has_no_unit THEN 0 ELSE h.current END
    - CASE WHEN h.had_no_unit THEN 0 ELSE h.base END AS part) change;
