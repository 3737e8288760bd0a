-- The columns of table indicator.
CREATE TABLE oracle AS
SELECT v.indicator, v.township_code, v.sector_code, v.year, v.quarter, i.unit,
  v.value, v.value_ytd, v.previous, v.previous_ytd,
  g.growth_pct, g.growth_ytd_pct, g.comparable_growth_ytd_pct, g.two_year_avg_growth_pct,
  v.growth_base, g.share_pct, g.pull_points, g.contribution_pct, r.restated_part,
  a.units_expected, v.units_reported, v.units_standing, a.response_pct, a.response_size_pct,
  percent(v.estimated_ytd, v.value_ytd) AS estimated_share_pct, w.status, w.earlier_revised_part,
  s.coefficient_of_variation_pct
FROM all_values v
JOIN indicators i ON i.code = v.indicator
JOIN growths g USING (indicator, township_code, sector_code, year, quarter)
JOIN vintages w USING (indicator, township_code, sector_code, year, quarter)
LEFT JOIN restatements r USING (indicator, township_code, sector_code, year, quarter)
LEFT JOIN answers a USING (indicator, township_code, sector_code, year, quarter)
LEFT JOIN sampling_errors s USING (indicator, township_code, sector_code, year, quarter)
WHERE v.known = 0;
