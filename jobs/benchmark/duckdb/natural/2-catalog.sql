-- The catalog's lists, and what the files of the forms say, as tables.
CREATE MACRO list_of(file) AS TABLE
  FROM read_csv(file, comment = '#', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '');

CREATE TABLE indicators AS FROM list_of('reference/indicators.csv');

CREATE TABLE places AS FROM list_of('reference/townships.csv');

CREATE TABLE peers AS FROM list_of('reference/peers.csv');

CREATE TABLE sectors AS
WITH listed AS (FROM list_of('reference/sectors.csv'))
SELECT s.code, s.level, s.parent,
  CASE s.level WHEN 'section' THEN s.code WHEN 'division' THEN s.parent
    ELSE (SELECT d.parent FROM listed d WHERE d.code = left(s.code, 2)) END AS section
FROM listed s;

CREATE TABLE rates AS
SELECT division, year::INTEGER AS year, rate::DECIMAL(18,6) AS rate FROM list_of('reference/value_added_rates.csv');

CREATE TABLE indices AS
SELECT division, month, "index"::DECIMAL(18,6) AS price FROM list_of('reference/price_indices.csv');

CREATE TABLE factors AS
SELECT indicator, year::INTEGER AS year, factor::DECIMAL(18,6) AS factor FROM list_of('reference/base_adjustments.csv');

CREATE TABLE forms AS
SELECT form, registered::BOOLEAN AS registered, estimates::BOOLEAN AS estimates FROM list_of('facts/forms.csv');

CREATE TABLE feeds AS
SELECT feed::INTEGER AS feed, form, indicator, indicator_from, item, measure, conversion, base, where_attribute
FROM list_of('facts/feeds.csv');

CREATE TABLE feed_selections AS SELECT feed::INTEGER AS feed, selected FROM list_of('facts/feed_selections.csv');

-- One row a return that could be read, latest or not.
CREATE TABLE returns (form VARCHAR, unit_code VARCHAR, unit_key VARCHAR, period VARCHAR, operation VARCHAR,
  township_code VARCHAR, sector_code VARCHAR, attributes MAP(VARCHAR, VARCHAR), submitted TIMESTAMP, received DATE,
  delivered_row BIGINT, weight DECIMAL(24,4), problems VARCHAR[],
  items STRUCT(item VARCHAR, value DECIMAL(24,4), previous DECIMAL(24,4), month_value DECIMAL(24,4))[]);
