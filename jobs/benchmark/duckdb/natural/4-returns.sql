-- Which returns count (method.md sections 1, 2 and 5).

-- The register first: a later return supersedes the earlier one; a withdrawn one supersedes with nothing.
CREATE TABLE register AS
SELECT unit_code AS unit_key, attributes['reported_form'] AS form, attributes['since'] AS since,
  coalesce(attributes['until'], '9999-12') AS until, township_code, sector_code
FROM (FROM returns WHERE form = 'MLK' AND len(problems) = 0
  QUALIFY row_number() OVER (PARTITION BY unit_key ORDER BY submitted DESC, received DESC, delivered_row DESC) = 1)
WHERE operation = '报送';

-- A unit that has to be in the register, for the period of its return.
CREATE TABLE judged AS
SELECT r.* REPLACE (CASE WHEN f.registered AND unit_code IS NOT NULL AND period IS NOT NULL AND NOT EXISTS (
    FROM register e WHERE e.unit_key = r.unit_code AND e.form = r.form AND r.period BETWEEN e.since AND e.until)
  THEN list_append(problems, 'not-in-register') ELSE problems END AS problems)
FROM returns r JOIN forms f USING (form) WHERE form <> 'MLK';

CREATE TABLE refused AS
SELECT form, unit_key, period, received, delivered_row, problems FROM judged WHERE len(problems) > 0
UNION ALL
SELECT form, unit_key, period, received, delivered_row, problems FROM returns WHERE form = 'MLK' AND len(problems) > 0;

-- The latest vintage counts, unless it withdraws. The city and the other districts, with six digits, count in no cell.
CREATE TABLE in_force AS
SELECT form, unit_key, period, left(period, 4)::INTEGER AS year, (right(period, 2)::INTEGER + 2) // 3 AS quarter,
  township_code, sector_code, attributes, weight, items, submitted, received, delivered_row
FROM (FROM judged WHERE len(problems) = 0
  QUALIFY row_number() OVER (PARTITION BY form, unit_key, period
    ORDER BY submitted DESC, received DESC, delivered_row DESC) = 1)
WHERE operation = '报送' AND (township_code IS NULL OR length(township_code) = 9);

CREATE TABLE observations AS
SELECT form, unit_key, period, year, quarter, weight, submitted, received, delivered_row, unnest(items, recursive := true)
FROM in_force;

-- A unit's place, class and attributes are those of its latest return of the year.
CREATE TABLE unit_years AS
SELECT form, unit_key, year, unnest(latest) FROM (
  SELECT form, unit_key, year, arg_max(STRUCT_PACK(township_code, sector_code, attributes), period) AS latest
  FROM in_force WHERE len(items) > 0 GROUP BY ALL);

-- The latest month of a quarter is the quarter's year-to-date.
CREATE TABLE returned AS
SELECT form, unit_key, year, quarter, item, period, value, previous, weight,
  STRUCT_PACK(submitted, received, delivered_row) AS vintage
FROM observations
QUALIFY period = max(period) OVER (PARTITION BY form, unit_key, year, quarter);

-- Without a return of the year: the place of the entry that began last by the year's end.
CREATE TABLE registered_years AS
SELECT r.form, r.unit_key, y.year, r.township_code, r.sector_code
FROM register r
JOIN forms f ON f.form = r.form AND f.registered
CROSS JOIN (SELECT DISTINCT year FROM observations) y
WHERE since <= y.year || '-12' AND until >= y.year || '-01'
QUALIFY row_number() OVER (PARTITION BY r.form, r.unit_key, y.year ORDER BY since DESC) = 1;

-- Expected in a quarter: an entry covers its last month.
CREATE TABLE registered_quarters AS
SELECT DISTINCT r.form, r.unit_key, y.year, q.quarter
FROM register r
JOIN forms f ON f.form = r.form AND f.registered
CROSS JOIN (SELECT DISTINCT year FROM observations) y
CROSS JOIN (SELECT unnest([1, 2, 3, 4]) AS quarter) q
WHERE y.year || '-' || lpad((3 * q.quarter)::VARCHAR, 2, '0') BETWEEN since AND until;

-- Estimates rest on what is known today; here that is all there is.
CREATE VIEW current_unit_years AS FROM unit_years;
CREATE VIEW current_returned AS FROM returned;
