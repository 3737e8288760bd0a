-- What the register expects (method.md section 4).
CREATE TABLE years AS SELECT DISTINCT year FROM unit_years;

CREATE TABLE registered_years AS
SELECT r.form, r.unit_key, y.year, r.township_code, r.sector_code
FROM register r
JOIN forms f ON f.form = r.form AND f.registered
JOIN years y ON since <= y.year || '-12' AND until >= y.year || '-01'
ANTI JOIN register later ON later.form = r.form AND later.unit_key = r.unit_key AND later.since > r.since
  AND later.since <= y.year || '-12' AND later.until >= y.year || '-01';

CREATE TABLE registered_quarters AS
SELECT DISTINCT r.form, r.unit_key, y.year, q.quarter
FROM register r
JOIN forms f ON f.form = r.form AND f.registered AND f.estimates
CROSS JOIN years y
CROSS JOIN (SELECT unnest([1, 2, 3, 4]) AS quarter) q
WHERE y.year || '-' || lpad((3 * q.quarter)::VARCHAR, 2, '0') BETWEEN since AND until;

-- Estimates rest on what is known today; here that is all there is.
CREATE VIEW current_unit_years AS FROM unit_years;
CREATE VIEW current_returned AS FROM returned;
