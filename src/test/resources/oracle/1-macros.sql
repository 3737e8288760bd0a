-- Quarters in days and months.

CREATE MACRO last_month(year, quarter) AS year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0');

CREATE MACRO end_of_quarter(year, quarter) AS (make_date(year, 3 * quarter, 1) + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE;
