-- From items to what each unit brings to each indicator, quarter by quarter (method.md section 3).

-- The figure of each quarter that has one: returned, else estimated.
CREATE TABLE figures AS
SELECT form, unit_key, item, year, quarter, period, vintage, value, previous, weight, false AS estimated
FROM returned
UNION ALL
SELECT form, unit_key, item, year, quarter, year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0'), NULL, value, previous,
  NULL, true
FROM estimates;

CREATE TABLE unit_places AS
SELECT form, unit_key, year, township_code, sector_code, attributes FROM unit_years
UNION ALL
SELECT form, unit_key, year, township_code, sector_code, NULL FROM registered_years
ANTI JOIN unit_years USING (form, unit_key, year);

-- The feeds of a unit's year.
CREATE TABLE unit_feeds AS
SELECT u.form, u.unit_key, u.year, f.feed, f.item, f.measure, f.conversion, f.base,
  coalesce(f.indicator, attributes[f.indicator_from]) AS indicator, left(sector_code, 2) AS division
FROM unit_places u JOIN feeds f USING (form)
WHERE f.where_attribute IS NULL
  OR EXISTS (FROM feed_selections s WHERE s.feed = f.feed AND s.selected = attributes[f.where_attribute]);

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
SELECT u.form, u.unit_key, u.indicator, u.measure, u.base, f.year, f.quarter, f.item, f.estimated, f.vintage, f.weight,
  converted(u.conversion, f.value, i.price, r.rate) AS value,
  converted(CASE u.conversion WHEN 'value_added_comparable' THEN 'value_added' ELSE u.conversion END,
    f.previous, NULL, r.rate) AS previous
FROM figures f
JOIN unit_feeds u USING (form, unit_key, year, item)
LEFT JOIN rates r ON r.division = u.division AND r.year = f.year
LEFT JOIN indices i ON i.division = u.division AND i.month = f.period;

-- What a unit brings: the sum of its items.
CREATE TABLE unit_figures AS
SELECT indicator, form, unit_key, year, quarter, bool_or(estimated) AS estimated, any_value(weight) AS weight,
  max(vintage) AS vintage, any_value(base) AS base,
  known_sum_where(value, measure = 'nominal') AS value,
  known_sum_where(previous, measure = 'nominal') AS previous,
  known_sum_where(value, measure = 'comparable') AS comparable,
  known_sum_where(previous, measure = 'comparable') AS comparable_previous,
  known_sum_where(value, measure = 'weight') AS divisor
FROM fed GROUP BY ALL;

-- The quarters of a year end with the last one for which any form of the indicator has a return.
CREATE TABLE quarters AS
SELECT indicator, year, unnest(range(1, max(quarter) + 1))::INTEGER AS quarter
FROM unit_figures WHERE NOT estimated GROUP BY indicator, year;

-- Without a figure of the quarter the last one of the year stands; not in a sample survey.
CREATE TABLE counted AS
SELECT q.indicator, f.form, f.unit_key, q.year, q.quarter, f.base, f.vintage, f.weight,
  f.value, f.previous, f.comparable, f.comparable_previous, f.divisor
FROM quarters q
JOIN unit_figures f USING (indicator, year)
WHERE f.quarter <= q.quarter AND (f.base <> 'survey' OR f.quarter = q.quarter)
QUALIFY f.quarter = max(f.quarter) OVER (PARTITION BY q.indicator, f.form, f.unit_key, q.year, q.quarter);
