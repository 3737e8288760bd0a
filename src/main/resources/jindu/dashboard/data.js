// What is published, as objects, and what the reader has chosen.

const data = JSON.parse(document.getElementById('data').textContent);

function objects(table) {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, place) => [column, row[place]])));
}

const tables = Object.fromEntries(
  Object.entries(data.tables).map(([name, table]) => [name, objects(table)]));

function by(rows, column) {
  return new Map(rows.map((row) => [row[column], row]));
}

const indicators = by(tables.indicators, 'indicator');
const places = by(tables.places, 'township_code');
const sectors = by(tables.sectors, 'sector_code');

const choice = { quarter: data.quarters[data.quarters.length - 1], indicator: null, lang: 'zh' };

function year(quarter = choice.quarter) {
  return quarter ? Number(quarter.slice(0, 4)) : null;
}

function number(quarter = choice.quarter) {
  return quarter ? Number(quarter.slice(6)) : null;
}

function isOf(row, quarter = choice.quarter) {
  return row.year === year(quarter) && row.quarter === number(quarter);
}

/** Rows of a table in the chosen quarter. */
function inQuarter(table) {
  return tables[table].filter((row) => isOf(row));
}

/** Targets of the district in the chosen quarter. */
function targets() {
  return inQuarter('plan').filter((row) => row.township_code === data.district);
}

function figureOf(indicator, place, quarter) {
  return tables.figures.find((row) =>
    row.indicator === indicator && row.township_code === place && isOf(row, quarter));
}

/** Growth on the indicator's headline basis. */
function growthColumn(indicator) {
  return indicators.get(indicator).headline_basis === 'comparable'
    ? 'comparable_growth_ytd_pct'
    : 'growth_ytd_pct';
}

/** The quarters of the chosen year up to the chosen one. */
function yearSoFar() {
  return data.quarters.filter((each) => year(each) === year() && number(each) <= number());
}
