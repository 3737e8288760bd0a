-- How far a figure is from final (method.md section 9).

-- The forms of an indicator; those of a rate are those of both its sides.
CREATE TABLE indicator_forms AS
WITH fed AS (
  SELECT DISTINCT indicator, form FROM feeds WHERE indicator <> ''
  UNION
  SELECT DISTINCT indicator, form FROM unit_feeds)
SELECT indicator, due_days, final_month, final_day FROM fed JOIN forms USING (form)
UNION ALL
SELECT i.code, due_days, final_month, final_day
FROM indicators i JOIN fed ON fed.indicator IN (i.numerator, i.denominator) JOIN forms USING (form);

CREATE TABLE days AS
SELECT indicator, q.year, q.quarter,
  max(end_of_quarter(q.year, q.quarter) + due_days) AS due_day,
  max(make_date(q.year + 1, final_month, final_day)) AS final_day
FROM (SELECT DISTINCT indicator, year, quarter FROM all_values WHERE known = 0) q
JOIN indicator_forms USING (indicator)
GROUP BY ALL;

-- What was returned or stands, today and as it had come by the due day; an estimate is no news.
-- A side without unit is nothing; where one is unknown, so is the change.
CREATE TABLE changes AS
SELECT indicator, township_code, sector_code, year, quarter,
  CASE WHEN now.known IS NULL OR now.has_no_unit THEN 0 ELSE now.value_ytd END
    - CASE WHEN due.known IS NULL OR due.has_no_unit THEN 0 ELSE due.value_ytd END AS since_due,
  CASE WHEN kind IN ('rate', 'mean') THEN now.value_ytd IS DISTINCT FROM due.value_ytd
    ELSE coalesce(since_due, 0) <> 0 END AS differs
FROM (FROM all_values WHERE known = 9) now
FULL JOIN (FROM all_values WHERE known = quarter) due
  USING (indicator, township_code, sector_code, year, quarter)
JOIN indicators ON code = indicator;

CREATE TABLE vintages AS
SELECT v.indicator, v.township_code, v.sector_code, v.year, v.quarter,
  CASE WHEN a.day >= d.final_day THEN 'final'
    WHEN a.day > d.due_day AND c.differs THEN 'revised'
    ELSE 'preliminary' END AS status,
  CASE WHEN i.kind = 'flow' AND v.quarter > 1
    THEN CASE WHEN b.indicator IS NULL THEN 0 ELSE b.since_due END END AS earlier_revised_part
FROM all_values v
JOIN indicators i ON i.code = v.indicator
JOIN days d USING (indicator, year, quarter)
CROSS JOIN as_of a
LEFT JOIN changes c USING (indicator, township_code, sector_code, year, quarter)
LEFT JOIN changes b ON b.indicator = v.indicator AND b.township_code = v.township_code
  AND b.sector_code = v.sector_code AND b.year = v.year AND b.quarter = v.quarter - 1
WHERE v.known = 0;
