// What each sector brings to the growth of the chosen indicator.

const LEVELS = ['strata', 'section', 'division'];

let level = null;

function sectorsAt(rows, wanted) {
  return rows.filter((row) => (sectors.get(row.sector_code) || {}).level === wanted);
}

const MOST = 24;

/** Of the levels that fit on a page the one that says most. */
function usualLevel(rows) {
  const open = (each) => sectorsAt(rows, each).filter((row) => row.pull_points !== null).length;
  const levels = LEVELS.filter((each) => sectorsAt(rows, each).length);
  const fitting = levels.filter((each) => sectorsAt(rows, each).length <= MOST);
  return [...(fitting.length ? fitting : levels)].sort((a, b) => open(b) - open(a))[0];
}

function bars(rows) {
  const open = rows.filter((row) => row.pull_points !== null)
    .sort((a, b) => Number(b.pull_points) - Number(a.pull_points));
  const closed = rows.filter((row) => row.pull_points === null && row.withheld);
  return [
    ...open.map((row) => ({
      name: sectorName(row.sector_code),
      size: plotted(row.pull_points),
      text: signed(row.pull_points, 2),
      colour: row.pull_points.startsWith('-') ? COLOUR.behind : COLOUR.actual,
    })),
    ...closed.map((row) => ({
      name: sectorName(row.sector_code), size: null, text: SHAPES.withheld + ' ' + t('withheld'), colour: '#fff',
    })),
  ];
}

function showSectors() {
  const code = choice.indicator;
  const rows = inQuarter('contributions').filter((row) => row.indicator === code);
  const levels = LEVELS.filter((each) => sectorsAt(rows, each).length);
  const chosen = levels.includes(level) ? level : usualLevel(rows);
  const own = sectorsAt(rows, chosen);
  const drawnBars = bars(own);
  const total = figureOf(code, data.district, choice.quarter);
  const growth = total && total[growthColumn(code)];
  document.getElementById('parts').classList.toggle('alone', !drawnBars.length);
  if (!drawnBars.length) {
    section('sectors', t('sectors', indicatorName(code)), null, nothing(t(rows.length ? 'sectors.no-pull' : 'sectors.none')));
    return;
  }
  const closed = own.filter((row) => row.withheld).length;
  section('sectors', t('sectors', indicatorName(code)),
    growth ? t('sectors.seen', signed(growth)) : null,
    levels.length > 1
      ? el('p', { class: 'levels', role: 'group' }, levels.map((each) => el('button', {
        type: 'button', 'aria-pressed': String(each === chosen), 'data-level': each, onclick: () => { level = each; showSectors(); drawCharts(); },
      }, t('level.' + each))))
      : '',
    lyingBars('pulls', t('sectors', indicatorName(code)), t('axis.pull'), drawnBars, { room: 62 }),
    closed ? el('p', { class: 'legend' }, t('sectors.withheld', closed)) : '');
}
