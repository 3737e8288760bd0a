-- A cell in which nothing counts is there where a unit was expected, or counted on the due day
-- and has moved since or taken its return back: its figures are null, and it says so.
INSERT INTO all_values BY NAME
SELECT 0 AS known, indicator, township_code, sector_code, year, quarter, any_value(growth_base) AS growth_base,
  true AS has_no_unit, true AS had_no_unit, 0 AS units_reported, 0 AS units_standing
FROM (
  SELECT indicator, township_code, sector_code, year, quarter, growth_base
  FROM all_values WHERE known = quarter
  UNION ALL
  SELECT indicator, township_code, sector_code, year, quarter, base
  FROM answers WHERE units_expected > 0)
SEMI JOIN (FROM all_values WHERE known = 0) reached USING (indicator, year, quarter)
ANTI JOIN (FROM all_values WHERE known = 0) filled
  USING (indicator, township_code, sector_code, year, quarter)
GROUP BY ALL;
