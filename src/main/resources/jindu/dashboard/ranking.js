// Townships by indicators: who is ahead and who is behind in what.

const FIFTHS = 5;

function tint(rank, ranked) {
  return 'rank-' + (ranked < 2 ? 3 : 1 + Math.floor(((rank - 1) * FIFTHS) / ranked));
}

function cellOf(code, place, rows, ranked) {
  const row = rows.get(place);
  const source = 'ranking|' + code + '|' + place + '|' + choice.quarter;
  if (!row) {
    return el('td', {}, '–');
  }
  if (row.withheld) {
    return el('td', { class: 'hatched', title: t('withheld-long') }, SHAPES.withheld);
  }
  const column = row.completion_pct === null ? 'growth_ytd_pct' : 'completion_pct';
  const value = figure(row, column, source, (each) => (column === 'completion_pct' ? rounded(each, 1) : signed(each)));
  return el('td', { class: row.rank ? tint(row.rank, ranked) : null },
    el('b', {}, figure(row, 'rank', source, String)),
    el('span', { class: 'beside' }, value));
}

function showRanking() {
  const ranking = inQuarter('ranking');
  const codes = [...indicators.keys()].filter((code) =>
    ranking.some((row) => row.indicator === code && (row.rank !== null || row.withheld)));
  const listed = tables.places.filter((place) => ranking.some((row) => row.township_code === place.township_code));
  if (!codes.length) {
    section('ranking', t('ranking'), null, nothing(t('no-data', quarterName(choice.quarter))));
    return;
  }
  const order = headlineFirst(codes);
  section('ranking', t('ranking'), t('ranking.seen', quarterName(choice.quarter)),
    el('table', { class: 'heat' },
      el('thead', {}, el('tr', {}, el('td', {}), listed.map((place) =>
        el('th', { scope: 'col' }, el('span', {}, placeName(place.township_code)))))),
      el('tbody', {}, order.map((code) => {
        const own = ranking.filter((row) => row.indicator === code);
        const rows = by(own, 'township_code');
        const ranked = own.filter((row) => row.rank !== null).length;
        const byCompletion = own.some((row) => row.completion_pct !== null);
        return el('tr', { 'data-indicator': code },
          el('th', { scope: 'row' }, link(code, indicatorName(code)),
            el('small', {}, ' ' + t(byCompletion ? 'ranking.completion' : 'ranking.growth'))),
          listed.map((place) => cellOf(code, place.township_code, rows, ranked)));
      }))),
    el('p', { class: 'legend' },
      [1, 2, 3, 4, 5].map((each) => el('span', { class: 'key rank-' + each }, t('ranking.fifth-' + each))),
      el('span', { class: 'key hatched' }, SHAPES.withheld + ' ' + t('withheld'))));
}
