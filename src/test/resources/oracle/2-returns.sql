-- Which returns are known, and where their units count (method.md sections 1 and 5).

-- known 0: today. known 1 to 4: what had been received by the form's due day of that quarter of the year.
-- known 9: today, without the estimates that known 0 will have.
-- The latest vintage counts; one without any figure is a withdrawal.
CREATE TABLE returns AS
WITH seen AS (
  SELECT unnest([0, 9]) AS known, o.* FROM observations o WHERE in_force
  UNION ALL
  SELECT q.quarter AS known, o.*
  FROM observations o
  JOIN forms f USING (form)
  CROSS JOIN (SELECT unnest([1, 2, 3, 4]) AS quarter) q
  WHERE o.quarter <= q.quarter
    AND o.received_date <= end_of_quarter(o.year, q.quarter) + f.due_days
  QUALIFY o.vintage_order
    = max(o.vintage_order) OVER (PARTITION BY q.quarter, o.form, o.unit_key, o.period))
FROM seen
WHERE form <> 'MLK' AND coalesce(value, previous, month_value) IS NOT NULL;

-- A unit's place, class and attributes are those of its latest return of the year.
CREATE TABLE unit_years AS
SELECT known, form, unit_key, year, latest.* FROM (
  SELECT known, form, unit_key, year, max(STRUCT_PACK(period, township_code, sector_code, attributes)
    ) AS latest FROM returns GROUP BY ALL);

-- The latest month of a quarter is the quarter's year-to-date.
CREATE TABLE returned AS
SELECT known, form, unit_key, year, quarter, item, period, vintage_order, value, previous, weight
FROM returns
QUALIFY period = max(period) OVER (PARTITION BY known, form, unit_key, year, quarter);

-- The register: entries in force.
CREATE TABLE register AS
SELECT split_part(unit_key, '|', 1) AS unit_key, attributes['reported_form'] AS form,
  attributes['since'] AS since, coalesce(attributes['until'], '9999-12') AS until,
  township_code, sector_code
FROM observations WHERE form = 'MLK' AND in_force;

-- Without a return of the year: the place of the entry that began last by the year's end.
CREATE TABLE registered_years AS
SELECT r.form, r.unit_key, y.year, r.township_code, r.sector_code
FROM register r
JOIN forms f ON f.form = r.form AND f.registered
CROSS JOIN (SELECT DISTINCT year FROM returns WHERE known = 0) y
WHERE since <= y.year || '-12' AND until >= y.year || '-01'
QUALIFY row_number() OVER (PARTITION BY r.form, r.unit_key, y.year ORDER BY since DESC) = 1;

-- Expected in a quarter: an entry covers its last month.
CREATE TABLE registered_quarters AS
SELECT DISTINCT r.form, r.unit_key, y.year, q.quarter
FROM register r
JOIN forms f ON f.form = r.form AND f.registered
CROSS JOIN (SELECT DISTINCT year FROM returns WHERE known = 0) y
CROSS JOIN (SELECT unnest([1, 2, 3, 4]) AS quarter) q
WHERE last_month(y.year, q.quarter) BETWEEN since AND until;

-- Estimates rest on what is known today.
CREATE VIEW current_unit_years AS SELECT * EXCLUDE (known) FROM unit_years WHERE known = 0;
CREATE VIEW current_returned AS SELECT * EXCLUDE (known) FROM returned WHERE known = 0;
