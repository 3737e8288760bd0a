-- What differs from the natural form: most numbers are plain digits and take no expression to read, and a unit's figure is
-- kept in 64 bits, which is enough below a hundred trillion of the base unit.
CREATE OR REPLACE MACRO cell(text) AS nullif(trim(text, getvariable('blanks')), '');

SET VARIABLE blanks = ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288);

CREATE OR REPLACE MACRO number_text(text) AS
  CASE WHEN TRY_CAST(text AS INTEGER)::VARCHAR = text THEN text ELSE half_width(cell(text)) END;

CREATE OR REPLACE MACRO amount_of(text, factor) AS
  CASE WHEN TRY_CAST(text AS INTEGER)::VARCHAR = text THEN TRY_CAST(text::BIGINT * factor AS DECIMAL(18,4))
    ELSE TRY_CAST(number(text) * factor AS DECIMAL(18,4)) END;

CREATE TABLE register (form VARCHAR, unit_key VARCHAR, since VARCHAR, until VARCHAR, township_code VARCHAR,
  sector_code VARCHAR);

CREATE TABLE refused (form VARCHAR, unit_key VARCHAR, period VARCHAR, received DATE, delivered_row BIGINT,
  problems VARCHAR[]);

CREATE TABLE returned (form VARCHAR, unit_key VARCHAR, year INTEGER, quarter INTEGER, period VARCHAR, vintage HUGEINT,
  weight DECIMAL(18,4), item VARCHAR, value DECIMAL(18,4), previous DECIMAL(18,4));

CREATE TABLE unit_years (form VARCHAR, unit_key VARCHAR, year INTEGER, township_code VARCHAR, sector_code VARCHAR,
  attributes MAP(VARCHAR, VARCHAR));
