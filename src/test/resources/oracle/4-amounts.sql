-- From items to what each unit brings to each indicator, quarter by quarter (method.md section 3).

-- The figure of each quarter that has one: returned, else estimated.
CREATE TABLE figures AS
SELECT known, form, unit_key, item, year, quarter, period, vintage_order, value, previous, weight, false AS estimated
FROM returned
UNION ALL
SELECT 0, form, unit_key, item, year, quarter, last_month(year, quarter), '', value, previous, NULL, true
FROM estimates;

CREATE TABLE unit_places AS
SELECT known, form, unit_key, year, township_code, sector_code, attributes FROM unit_years
UNION ALL
SELECT 0, form, unit_key, year, township_code, sector_code, NULL FROM registered_years
ANTI JOIN (SELECT form, unit_key, year FROM unit_years WHERE known = 0) USING (form, unit_key, year);

-- The feeds of a unit's year.
CREATE TABLE unit_feeds AS
SELECT u.known, u.form, u.unit_key, u.year, f.feed, f.item, f.measure, f.conversion, f.base,
  coalesce(nullif(f.indicator, ''), attributes[f.indicator_from]) AS indicator,
  left(sector_code, 2) AS division
FROM unit_places u JOIN feeds f USING (form)
WHERE f.where_attribute = ''
  OR EXISTS (FROM feed_selections s WHERE s.feed = f.feed AND s.selected = attributes[f.where_attribute]);

CREATE TABLE rates AS
SELECT division, year::INTEGER AS year, rate::DECIMAL(18,6) AS rate FROM value_added_rates;

CREATE TABLE indices AS
SELECT division, month, "index"::DECIMAL(18,6) AS price FROM price_indices;

-- Output ÷ price index (same period = 100) × rate, rounded once.
CREATE MACRO deflated(output, price, rate) AS
  amount(half_up(ten_thousandths(output) * millionths(rate) * 100, millionths(price)));

CREATE MACRO converted(conversion, amount, price, rate) AS
  CASE conversion
    WHEN 'none' THEN amount
    WHEN 'count' THEN CASE WHEN amount IS NOT NULL THEN 1 END
    WHEN 'value_added' THEN product(amount, rate)
    WHEN 'value_added_comparable' THEN deflated(amount, price, rate)
  END::DECIMAL(24,4);

-- The same period has the same rate, and its own prices.
CREATE TABLE fed AS
SELECT u.known, u.form, u.unit_key, u.indicator, u.measure, u.base, f.year, f.quarter, f.item, f.estimated, f.vintage_order, f.weight,
  converted(u.conversion, f.value, i.price, r.rate) AS value,
  converted(CASE u.conversion WHEN 'value_added_comparable' THEN 'value_added' ELSE u.conversion END,
    f.previous, NULL, r.rate) AS previous
FROM figures f
JOIN unit_feeds u USING (known, form, unit_key, year, item)
LEFT JOIN rates r ON r.division = u.division AND r.year = f.year
LEFT JOIN indices i ON i.division = u.division AND i.month = f.period;

-- What a unit brings: the sum of its items.
CREATE TABLE unit_figures AS
SELECT known, indicator, form, unit_key, year, quarter, bool_or(estimated) AS estimated, any_value(weight) AS weight,
  max(vintage_order) AS vintage_order,  any_value(base) AS base,
  known_sum_where(value, measure = 'nominal') AS value,
  known_sum_where(previous, measure = 'nominal') AS previous,
  known_sum_where(value, measure = 'comparable') AS comparable,
  known_sum_where(previous, measure = 'comparable') AS comparable_previous,
  known_sum_where(value, measure = 'weight') AS divisor
FROM fed GROUP BY ALL;

-- The quarters of a year end with the last one for which any form of the indicator has a return,
-- what was known by a due day is looked at up to the quarter that was due.
CREATE TABLE quarters AS
SELECT known, indicator, year,
  unnest(range(1, CASE WHEN known IN (0, 9) THEN max(quarter) ELSE known END + 1))::INTEGER AS quarter
FROM unit_figures WHERE NOT estimated GROUP BY known, indicator, year;

-- Without a figure of the quarter the last one of the year stands; not in a sample survey.
CREATE TABLE counted AS
SELECT q.known, q.indicator, f.form, f.unit_key, q.year, q.quarter,
  q.quarter = f.quarter AND NOT f.estimated AS returned,
  f.estimated, q.quarter > f.quarter AS stands, f.base, f.vintage_order, f.weight,
  f.value, f.previous, f.comparable, f.comparable_previous, f.divisor
FROM quarters q
JOIN unit_figures f USING (known, indicator, year)
WHERE f.quarter <= q.quarter AND (f.base <> 'survey' OR f.quarter = q.quarter)
QUALIFY f.quarter = max(f.quarter) OVER (PARTITION BY q.known, q.indicator, f.form, f.unit_key, q.year, q.quarter);
