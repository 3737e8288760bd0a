// The townships of the chosen indicator.

function placesOf(code) {
  return tables.places.filter((place) => place.township_code !== data.district
    && figureOf(code, place.township_code, choice.quarter));
}

function changeOfRank(row) {
  if (!row || !row.rank_change) {
    return '';
  }
  return el('small', {}, ' ' + (row.rank_change > 0 ? '↑' : '↓') + Math.abs(row.rank_change));
}

/** Of a target that the district's was allocated to, or that the plan prints for the place. */
function goalAt(code, place) {
  return inQuarter('plan').find((row) =>
    row.indicator === code && row.township_code === place);
}

/** Growth that is told of the district and of no part of it is kept back, not missing. */
function keepsGrowth(code, listed) {
  const growth = growthColumn(code);
  const district = figureOf(code, data.district, choice.quarter);
  const rows = listed.map((place) => figureOf(code, place.township_code, choice.quarter));
  return growth === 'comparable_growth_ytd_pct' && Boolean(district) && district[growth] !== null
    && rows.some((row) => !row.withheld) && rows.every((row) => row[growth] === null);
}

function showTownships() {
  const code = choice.indicator;
  const listed = placesOf(code);
  document.getElementById('parts').classList.toggle('single', !listed.length);
  if (!listed.length) {
    section('townships', t('townships', indicatorName(code)), null, nothing(t('townships.none')));
    return;
  }
  const goals = listed.some((place) => goalAt(code, place.township_code));
  const isGrowthKept = keepsGrowth(code, listed);
  const ranks = new Map(inQuarter('ranking').filter((row) => row.indicator === code).map((row) => [row.township_code, row]));
  const order = (place) => (ranks.get(place.township_code) || {}).rank || 999;
  const lines = [...listed].sort((a, b) => order(a) - order(b)).map((place) => {
    const at = place.township_code;
    const row = figureOf(code, at, choice.quarter);
    const source = 'figures|' + code + '|' + at + '|' + choice.quarter;
    const rank = ranks.get(at);
    const goal = goalAt(code, at);
    const cells = [
      placeName(at),
      figure(row, 'value_ytd', source, (value) => displayed(code, value)),
      isGrowthKept ? withheld() : figure(row, growthColumn(code), source, (value) => signed(value)),
      rank ? [figure(rank, 'rank', 'ranking|' + code + '|' + at + '|' + choice.quarter, String), changeOfRank(rank)] : '–',
    ];
    return goals ? [...cells, goal ? (goal.withheld ? withheld() : lamp(goal.lamp)) : '–'] : cells;
  });
  const heads = [t('column.township'), bracketed(valueName(code), unitName(code)), bracketed(t('measure.growth'), '%'), t('column.rank')];
  section('townships', t('townships', indicatorName(code)),
    t('townships.seen', quarterName(choice.quarter)),
    table(goals ? [...heads, t('column.lamp')] : heads, lines, { class: 'small' }),
    goals ? el('p', { class: 'legend' }, t('townships.allocated')) : '',
    isGrowthKept ? el('p', { class: 'legend' }, t('townships.growth-kept')) : '');
}
