-- The files of one form, read and judged: every hard check that a row fails is told. Run once for each form that was
-- delivered, the register first; the parts in dollar braces are what the form's file says. facts/headers holds a file with nothing but
-- all headers that the form knows: a file may lack what is optional.
CREATE OR REPLACE TABLE delivered AS
FROM read_csv(['facts/headers/${form}.csv', 'inbox/${form}/*/*.csv'], union_by_name = true, filename = true,
  header = true, all_varchar = true, delim = ',', quote = '"', escape = '"');

INSERT INTO returns
WITH texts AS (
  SELECT rowid AS delivered_row, split_part(filename, '/', -2)::DATE AS received,
    coalesce(cell("操作"), '报送') AS operation, operation = '撤回' AS withdraws,
    ${period} AS period, ${unit_code} AS unit_code, ${township_code} AS township_code,
    ${sector_code} AS sector_code, ${sector_letter} AS sector_letter,
    "报送时间" AS submitted_text, moment("报送时间") AS moment,
    ${attribute_texts}
    ${item_texts}
  FROM delivered),
known AS (
  SELECT t.*, s.level AS sector_level, s.section AS sector_section, p.code AS place,
    ${attributes}
    ${amounts}
  FROM texts t
  LEFT JOIN sectors s ON s.code = t.sector_code
  LEFT JOIN places p ON p.code = t.township_code AND p.kind <> 'district')
SELECT '${form}', unit_code, ${unit_key} AS unit_key, period, operation, township_code, sector_code,
  map_from_entries(list_filter([${attribute_entries}]::STRUCT(k VARCHAR, v VARCHAR)[], lambda entry: entry.v IS NOT NULL)),
  CASE WHEN moment::DATE <= received THEN moment ELSE received::TIMESTAMP END, received, delivered_row, ${weight},
  list_filter([${problems}], lambda problem: problem IS NOT NULL),
  list_filter([${items}]::STRUCT(item VARCHAR, value DECIMAL(24,4), previous DECIMAL(24,4), month_value DECIMAL(24,4))[],
    lambda item: coalesce(item.value, item.previous, item.month_value) IS NOT NULL)
FROM known;
