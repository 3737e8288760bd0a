-- How texts are read, and exact arithmetic. Amounts have four decimals; quotients are rounded once, half up, from
-- whole numbers.

-- A cell without the blanks at its ends; nothing where that is all.
CREATE MACRO cell(text) AS nullif(trim(text, ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288)), '');

SET VARIABLE full_width = (SELECT string_agg(chr((code + 65248)::INTEGER), '' ORDER BY code) FROM range(33, 127) AS codes(code))
  || chr(12288) || chr(160) || '￥−';

SET VARIABLE plain = (SELECT string_agg(chr(code::INTEGER), '' ORDER BY code) FROM range(33, 127) AS codes(code)) || '  ¥-';

-- Full-width letters, digits and signs count as plain ones. Most cells have none.
CREATE MACRO half_width(text) AS
  CASE WHEN regexp_full_match(text, '[ -~]*') THEN text
    ELSE translate(text, getvariable('full_width'), getvariable('plain')) END;

CREATE MACRO code(text) AS upper(half_width(cell(text)));

-- Thousands separators, a leading minus or brackets; null where the text is no number.
CREATE MACRO number(text) AS
  CASE WHEN regexp_full_match(text,
      '(-?¥?|¥-)([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?|[(]¥?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?[)]')
    THEN TRY_CAST(regexp_replace(replace(text, '(', '-'), '[,¥)]', '', 'g') AS DECIMAL(24,6)) END;

CREATE MACRO number_text(text) AS half_width(cell(text));

-- In base units.
CREATE MACRO amount_of(text, factor) AS TRY_CAST(number(text) * factor AS DECIMAL(24,4));

-- 2020-02, 202002, 2020年2月, 2020年1-2月, 2020Q1, 2020-Q1, 2020年一季度, 2020: the last month.
CREATE MACRO last_month(text) AS
  CASE
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}-(0?[1-9]|1[0-2])')
      THEN left(text, 4) || '-' || lpad(substr(text, 6), 2, '0')
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}(0[1-9]|1[0-2])') THEN left(text, 4) || '-' || right(text, 2)
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}年(1-)?(0?[1-9]|1[0-2])月')
      THEN left(text, 4) || '-' || lpad(regexp_extract(text, '([0-9]+)月', 1), 2, '0')
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}-?[Qq][1-4]')
      THEN left(text, 4) || '-' || lpad((3 * right(text, 1)::INTEGER)::VARCHAR, 2, '0')
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}年第?[1-4一二三四]季度')
      THEN left(text, 4) || '-'
        || lpad((3 * translate(regexp_extract(text, '(.)季度', 1), '一二三四', '1234')::INTEGER)::VARCHAR, 2, '0')
    WHEN regexp_full_match(text, '(19|20)[0-9]{2}(年度?)?') THEN left(text, 4) || '-12'
  END;

CREATE MACRO period_text(text) AS translate(half_width(cell(text)), '—–~至到 ', '-----');

CREATE MACRO period(text) AS last_month(period_text(text));

-- Of a beginning the first month is meant.
CREATE MACRO first_month(text) AS
  CASE
    WHEN regexp_full_match(period_text(text), '(19|20)[0-9]{2}(年度?)?') OR contains(period_text(text), '年1-')
      THEN left(period(text), 4) || '-01'
    WHEN regexp_matches(period_text(text), '[Qq季]')
      THEN left(period(text), 4) || '-' || lpad((right(period(text), 2)::INTEGER - 2)::VARCHAR, 2, '0')
    ELSE period(text)
  END;

CREATE MACRO moment(text) AS
  TRY_CAST(replace(translate(half_width(cell(text)), '/年月', '---'), '日', '') AS TIMESTAMP);

-- Nine digits, or the twelve of a village in it.
CREATE MACRO place_code(text) AS
  CASE WHEN regexp_full_match(code(text), '[0-9]{12}') THEN left(code(text), 9) ELSE code(text) END;

-- With or without the letter of the section.
CREATE MACRO class_code(text) AS
  CASE WHEN regexp_full_match(code(text), '[A-T][0-9]{2,4}') THEN substr(code(text), 2) ELSE code(text) END;

CREATE MACRO class_letter(text) AS
  CASE WHEN regexp_full_match(code(text), '[A-T][0-9]{2,4}') THEN left(code(text), 1) END;
