-- One form: read, judge, keep the latest. Nothing is unpivoted before only the last month of each quarter is left, reasons are
-- put together for refused rows alone, and "the latest" is an anti join with what came later instead of a window.
CREATE OR REPLACE TABLE delivered AS
FROM read_csv(['facts/headers/${form}.csv', 'inbox/${form}/*/*.csv'], union_by_name = true, filename = true,
  header = true, all_varchar = true, delim = ',', quote = '"', escape = '"');

-- Of what repeats from row to row each text is read once.
CREATE OR REPLACE TABLE periods AS
SELECT text, ${period_of} AS period FROM (SELECT DISTINCT "报告期" AS text FROM delivered);

CREATE OR REPLACE TABLE moments AS
SELECT text, moment(text) AS moment FROM (SELECT DISTINCT "报送时间" AS text FROM delivered);

CREATE OR REPLACE TABLE named_places AS
SELECT text, place_code(text) AS township_code, p.code AS place
FROM (SELECT DISTINCT "区划代码" AS text FROM delivered)
LEFT JOIN places p ON p.code = place_code(text) AND p.kind <> 'district';

CREATE OR REPLACE TABLE named_sectors AS
SELECT text, ${sector_of} AS sector_code, ${letter_of} AS sector_letter, s.level AS sector_level,
  s.section AS sector_section
FROM (SELECT DISTINCT "行业代码" AS text FROM delivered) LEFT JOIN sectors s ON s.code = ${sector_of};

CREATE OR REPLACE MACRO judged(source) AS TABLE
WITH texts AS (
  SELECT delivered_row, split_part(filename, '/', -2)::DATE AS received,
    coalesce(cell("操作"), '报送') AS operation, operation = '撤回' AS withdraws,
    q.period, ${unit_code} AS unit_code, p.township_code, p.place, c.sector_code, c.sector_letter, c.sector_level,
    c.sector_section, "报送时间" AS submitted_text, m.moment,
    ${attribute_texts}
    ${item_texts}
  FROM query_table(source)
  LEFT JOIN periods q ON q.text IS NOT DISTINCT FROM "报告期"
  LEFT JOIN moments m ON m.text = "报送时间"
  LEFT JOIN named_places p ON p.text = "区划代码"
  LEFT JOIN named_sectors c ON c.text = "行业代码"),
known AS (
  SELECT *,
    ${attributes}
    ${amounts}
  FROM texts)
SELECT *, ${unit_key} AS unit_key FROM known;

CREATE OR REPLACE VIEW numbered AS SELECT rowid AS delivered_row, * FROM delivered;

-- Rows come in the order of their files, and these in the order of the days received: of two returns submitted at one
-- moment the later row is the later return.
CREATE OR REPLACE TABLE accepted AS
WITH passed AS (SELECT t.* FROM judged('numbered') t ${in_register} WHERE NOT (${is_refused}))
SELECT delivered_row, unit_key, period, operation, township_code, sector_code, ${attribute_names}
  (epoch(CASE WHEN moment::DATE <= received THEN moment ELSE received::TIMESTAMP END)::HUGEINT << 40) + delivered_row
    AS vintage, ${amount_names}
FROM passed;

CREATE OR REPLACE TABLE refused_rows AS
SELECT rowid AS delivered_row, * FROM delivered WHERE rowid NOT IN (SELECT delivered_row FROM accepted);

INSERT INTO refused
SELECT '${form}', unit_key, period, received, delivered_row,
  list_filter([${problems}, ${not_in_register}], lambda problem: problem IS NOT NULL)
FROM judged('refused_rows');

CREATE OR REPLACE TABLE in_force AS
SELECT * FROM accepted a
ANTI JOIN accepted later ON later.unit_key = a.unit_key AND later.period = a.period AND later.vintage > a.vintage
WHERE operation = '报送' AND (township_code IS NULL OR length(township_code) = 9);

INSERT INTO register
SELECT ${registered_form}, split_part(unit_key, '|', 1), ${since}, coalesce(${until}, '9999-12'), township_code, sector_code
FROM in_force WHERE '${form}' = 'MLK';

CREATE OR REPLACE TABLE quarterly AS
WITH dated AS (
  SELECT *, left(period, 4)::INTEGER AS year, (right(period, 2)::INTEGER + 2) // 3 AS quarter FROM in_force
  WHERE '${form}' <> 'MLK')
SELECT * FROM dated a
ANTI JOIN dated later ON later.unit_key = a.unit_key AND later.year = a.year AND later.quarter = a.quarter
  AND later.period > a.period;

INSERT INTO returned
SELECT '${form}', unit_key, year, quarter, period, vintage, ${weight}, unnest([${feeding_items}]::STRUCT(item VARCHAR, value DECIMAL(18,4), previous DECIMAL(18,4))[], recursive := true)
FROM quarterly;

DELETE FROM returned WHERE form = '${form}' AND coalesce(value, previous) IS NULL;

INSERT INTO unit_years
SELECT '${form}', a.unit_key, a.year, a.township_code, a.sector_code,
  map_from_entries(list_filter([${attribute_entries}]::STRUCT(k VARCHAR, v VARCHAR)[], lambda entry: entry.v IS NOT NULL))
FROM quarterly a
ANTI JOIN quarterly later ON later.unit_key = a.unit_key AND later.year = a.year AND later.period > a.period;
