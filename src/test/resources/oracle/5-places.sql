-- In which cells a unit counts (method.md section 5).

-- Sections hold divisions; the three industries hold divisions too: 05, 11 and 43 are tertiary.
CREATE TABLE divisions AS
SELECT code AS division, parent AS section,
  CASE WHEN code IN ('05', '11', '43') THEN 'P3'
    WHEN parent = 'A' THEN 'P1'
    WHEN parent IN ('B', 'C', 'D', 'E') THEN 'P2'
    ELSE 'P3' END AS strata
FROM sectors WHERE level = 'division';

-- Every sector that a unit's class, division or section lies in; accounts state the industry.
CREATE TABLE unit_sectors AS
WITH known_sectors AS (
  SELECT u.known, u.form, u.unit_key, u.year, coalesce(d.section, s.code) AS section, d.division,
    coalesce(u.attributes['strata'], d.strata) AS strata
  FROM unit_places u
  LEFT JOIN divisions d ON d.division = left(u.sector_code, 2)
  LEFT JOIN sectors s ON s.code = u.sector_code AND s.level = 'section')
SELECT known, form, unit_key, year, 'ALL' AS sector_code, 'all' AS level FROM known_sectors
UNION ALL
SELECT known, form, unit_key, year, strata, 'strata' FROM known_sectors WHERE strata IS NOT NULL
UNION ALL
SELECT known, form, unit_key, year, section, 'section' FROM known_sectors WHERE section IS NOT NULL
UNION ALL
SELECT known, form, unit_key, year, division, 'division' FROM known_sectors WHERE division IS NOT NULL;

CREATE TABLE unit_townships AS
SELECT known, form, unit_key, year, township_code, 'township' AS lowest FROM unit_places
UNION ALL
SELECT known, form, unit_key, year, district.code, 'district'
FROM unit_places
JOIN places ON places.code = township_code
CROSS JOIN (SELECT code FROM places WHERE kind = 'district') district;

-- The catalog says where an indicator has rows of its own.
CREATE TABLE unit_cells AS
SELECT u.known, f.indicator, u.form, u.unit_key, u.year, t.township_code, s.sector_code
FROM unit_places u
JOIN (SELECT DISTINCT known, form, unit_key, year, indicator FROM unit_feeds) f USING (known, form, unit_key, year)
JOIN indicators i ON i.code = f.indicator
JOIN unit_townships t USING (known, form, unit_key, year)
JOIN unit_sectors s USING (known, form, unit_key, year)
WHERE (t.lowest = 'district' OR i.lowest_place = 'township')
  AND (s.level = 'all'
    OR s.level IN ('strata', 'section') AND i.sector_detail <> 'none'
    OR s.level = 'division' AND i.sector_detail = 'division');
