-- Missing units of the forms that ask for it (method.md section 4, decisions/008).

-- Where a unit counts this year: by its returns, else by the register.
CREATE TABLE strata AS
WITH placed AS (
  SELECT form, unit_key, year, township_code, sector_code FROM current_unit_years
  UNION ALL
  SELECT form, unit_key, year, township_code, sector_code
  FROM registered_years
  ANTI JOIN (SELECT form, unit_key, year FROM current_unit_years)
    USING (form, unit_key, year))
SELECT p.form, p.unit_key, p.year, p.township_code, s.section
FROM placed p JOIN sectors s ON s.code = p.sector_code
JOIN forms f ON f.form = p.form AND f.registered;

CREATE TABLE returned_items AS
SELECT form, unit_key, item, year, quarter, value, previous, township_code, section
FROM current_returned JOIN strata USING (form, unit_key, year)
WHERE (form, item) IN (SELECT (form, item) FROM feeds);

-- Expected, without a return, in a quarter that the form has reached.
CREATE TABLE missing AS
SELECT r.form, r.unit_key, r.year, r.quarter, i.item, s.township_code, s.section,
  max(e.quarter) AS earlier
FROM registered_quarters r
JOIN (SELECT form FROM forms WHERE estimates) f USING (form)
JOIN strata s USING (form, unit_key, year)
JOIN (SELECT DISTINCT form, item FROM feeds) i USING (form)
JOIN (SELECT form, year, max(quarter) AS reached FROM returned_items GROUP BY ALL) l
  ON l.form = r.form AND l.year = r.year AND r.quarter <= l.reached
ANTI JOIN returned_items b
  ON b.form = r.form AND b.unit_key = r.unit_key AND b.year = r.year AND b.quarter = r.quarter
LEFT JOIN returned_items e ON e.form = r.form AND e.unit_key = r.unit_key AND e.item = i.item
  AND e.year = r.year AND e.quarter < r.quarter
GROUP BY ALL;

-- The sums of two figures over the units that returned both quarters, by stratum from narrow to wide.
-- Where a same period is not stated at one end, neither end is summed.
CREATE MACRO strata_sums(pairs) AS TABLE
SELECT form, item, year, quarter, earlier, measure, township_code, section,
  count(*) AS units, sum(later_value) FILTER (earlier_value IS NOT NULL) AS numerator,
  sum(earlier_value) FILTER (later_value IS NOT NULL) AS denominator
FROM query_table(pairs)
GROUP BY GROUPING SETS (
  (form, item, year, quarter, earlier, measure, township_code, section),
  (form, item, year, quarter, earlier, measure, section),
  (form, item, year, quarter, earlier, measure));

-- The first stratum that can be used: ten units in the township's, and a positive denominator.
CREATE MACRO ratio_of(gaps, sums) AS TABLE
SELECT g.form, g.unit_key, g.item, g.year, g.quarter, s.measure, s.numerator, s.denominator
FROM query_table(gaps) g
JOIN query_table(sums) s ON s.form = g.form AND s.item = g.item AND s.year = g.year
  AND s.quarter = g.quarter AND s.earlier IS NOT DISTINCT FROM g.earlier
  AND (s.section = g.section OR s.section IS NULL)
  AND (s.township_code = g.township_code AND s.units >= 10 OR s.township_code IS NULL)
WHERE s.denominator > 0
QUALIFY row_number() OVER (PARTITION BY g.form, g.unit_key, g.item, g.year, g.quarter, s.measure
  ORDER BY s.township_code IS NULL, s.section IS NULL) = 1;

-- A unit that returned an earlier quarter of the year: that figure × quarter / earlier quarter.
CREATE TABLE within_year_pairs AS
SELECT k.form, k.item, k.year, k.quarter, j.quarter AS earlier, k.township_code, k.section,
  side.measure, side.later_value, side.earlier_value
FROM returned_items k JOIN returned_items j
  ON j.form = k.form AND j.unit_key = k.unit_key AND j.item = k.item AND j.year = k.year
    AND j.quarter < k.quarter AND k.value IS NOT NULL AND j.value IS NOT NULL
CROSS JOIN LATERAL (VALUES ('value', k.value, j.value), ('previous', k.previous, j.previous))
  AS side(measure, later_value, earlier_value);

CREATE TABLE within_year_sums AS FROM strata_sums('within_year_pairs');

CREATE TABLE within_year_ratios AS FROM ratio_of('missing', 'within_year_sums');

CREATE TABLE within_year AS
SELECT m.form, m.unit_key, m.item, m.year, m.quarter,
  share_of(j.value, v.numerator, v.denominator) AS value,
  share_of(j.previous, p.numerator, p.denominator) AS carried_previous
FROM missing m
JOIN returned_items j ON j.form = m.form AND j.unit_key = m.unit_key AND j.item = m.item
  AND j.year = m.year AND j.quarter = m.earlier
JOIN within_year_ratios v ON v.form = m.form AND v.unit_key = m.unit_key AND v.item = m.item
  AND v.year = m.year AND v.quarter = m.quarter AND v.measure = 'value'
LEFT JOIN within_year_ratios p ON p.form = m.form AND p.unit_key = m.unit_key AND p.item = m.item
  AND p.year = m.year AND p.quarter = m.quarter AND p.measure = 'previous';

-- What a unit itself had returned by a quarter, unless it was missing since.
CREATE TABLE settled AS
SELECT r.form, r.unit_key, r.item, r.year, q.quarter, arg_max(r.value, r.quarter) AS value
FROM returned_items r
JOIN (SELECT DISTINCT form, year, quarter FROM returned_items) q
  ON q.form = r.form AND q.year = r.year AND r.quarter <= q.quarter
LEFT JOIN missing e ON e.form = r.form AND e.unit_key = r.unit_key AND e.item = r.item
  AND e.year = r.year AND e.quarter <= q.quarter
GROUP BY ALL
HAVING max(r.quarter) > coalesce(max(e.quarter), 0);

-- Else a unit with a figure of last year's quarter: that × the growth of the units with both.
CREATE TABLE since_last_year AS
SELECT m.form, m.unit_key, m.item, m.year, m.quarter, NULL AS earlier, m.township_code, m.section,
  s.value AS last_value
FROM missing m JOIN settled s ON s.form = m.form AND s.unit_key = m.unit_key AND s.item = m.item
  AND s.year = m.year - 1 AND s.quarter = m.quarter
WHERE m.earlier IS NULL AND s.value IS NOT NULL;

CREATE TABLE since_last_year_pairs AS
SELECT k.form, k.item, k.year, k.quarter, NULL AS earlier, k.township_code, k.section,
  'value' AS measure, k.value AS later_value, s.value AS earlier_value
FROM returned_items k JOIN settled s ON s.form = k.form AND s.unit_key = k.unit_key
  AND s.item = k.item AND s.year = k.year - 1 AND s.quarter = k.quarter
WHERE k.value IS NOT NULL AND s.value IS NOT NULL;

CREATE TABLE since_last_year_sums AS FROM strata_sums('since_last_year_pairs');

CREATE TABLE since_last_year_ratios AS FROM ratio_of('since_last_year', 'since_last_year_sums');

CREATE TABLE estimates AS
SELECT w.form, w.unit_key, w.item, w.year, w.quarter, w.value,
  coalesce(s.value, w.carried_previous) AS previous
FROM within_year w
LEFT JOIN settled s ON s.form = w.form AND s.unit_key = w.unit_key AND s.item = w.item
  AND s.year = w.year - 1 AND s.quarter = w.quarter
UNION ALL
SELECT l.form, l.unit_key, l.item, l.year, l.quarter,
  share_of(l.last_value, r.numerator, r.denominator), l.last_value
FROM since_last_year l
JOIN since_last_year_ratios r USING (form, unit_key, item, year, quarter);
