// What the reader chooses, and the page that follows from it.

/** Indicators that a reader may choose, in groups. */
function groups() {
  const headline = [...new Set(tables.headline.map((line) => line.indicator))];
  const planned = [...new Set(tables.plan.filter((row) => row.township_code === data.district).map((row) => row.indicator))];
  const known = [...new Set(tables.figures.map((row) => row.indicator))];
  return [
    ['headline', headline],
    ['plan', planned.filter((code) => !headline.includes(code))],
    ['other', known.filter((code) => !headline.includes(code) && !planned.includes(code))],
  ].map(([name, codes]) => [name, codes.filter((code) => indicators.has(code))]).filter(([, codes]) => codes.length);
}

function headlineFirst(codes) {
  const order = groups().flatMap(([, listed]) => listed);
  return [...codes].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function select(name, groupsOfOptions, chosen) {
  const control = el('select', { id: 'choose-' + name, 'aria-label': t('choose.' + name) }, groupsOfOptions);
  control.value = chosen;
  control.addEventListener('change', () => choose({ [name]: control.value }));
  return el('label', {}, el('span', {}, t('choose.' + name)), control);
}

function option(value, text) {
  return el('option', { value }, text);
}

function showChoices() {
  document.getElementById('choices').replaceChildren(el('div', { class: 'wide' },
    select('quarter', [...data.quarters].reverse().map((quarter) => option(quarter, quarterName(quarter))), choice.quarter),
    select('indicator', groups().map(([name, codes]) =>
      el('optgroup', { label: t('choose.' + name) }, codes.map((code) => option(code, indicatorName(code))))), choice.indicator),
    el('button', { type: 'button', id: 'choose-lang', lang: choice.lang === 'zh' ? 'en' : 'zh-CN', onclick: () => choose({ lang: choice.lang === 'zh' ? 'en' : 'zh' }) },
      t('choose.lang'))));
}

function showTop() {
  const place = placeName(data.district);
  const heading = choice.quarter ? t('title', place, quarterName(choice.quarter)) : place;
  document.documentElement.lang = choice.lang === 'zh' ? 'zh-CN' : 'en';
  document.title = heading;
  document.getElementById('title').textContent = heading;
  document.getElementById('subtitle').textContent = t('subtitle', data.as_of, data.publication);
  document.getElementById('notice').textContent = data.notice ? t('notice', bilingual(data.notice, '')) : '';
  document.getElementById('notes').replaceChildren(
    el('h2', {}, t('notes')), el('ul', {}, ['lamps', 'pace', 'ranks', 'withheld', 'source'].map((key) => el('li', {}, t('notes.' + key)))));
}

let wasNarrow = isNarrow();

function showAll() {
  wasNarrow = isNarrow();
  showTop();
  if (!choice.quarter) {
    document.getElementById('summary').replaceChildren(nothing(t('no-quarter')));
    return;
  }
  showChoices();
  [showSummary, showHeadline, showWeak, showIndicator, showTownships, showSectors, showRanking,
    showMilestones, showProjects, showQuality, showChanges].forEach((show) => show());
  drawCharts();
}

function remember() {
  history.replaceState(null, '', '#' + new URLSearchParams(choice));
}

/** Takes over what is there to be chosen, and nothing else. */
function take(wanted) {
  if (data.quarters.includes(wanted.quarter)) {
    choice.quarter = wanted.quarter;
  }
  if (groups().some(([, codes]) => codes.includes(wanted.indicator))) {
    choice.indicator = wanted.indicator;
  }
  if (data.words[wanted.lang]) {
    choice.lang = wanted.lang;
  }
}

function choose(wanted, isShown) {
  take(wanted);
  remember();
  showAll();
  if (isShown) {
    document.getElementById('indicator').scrollIntoView();
  }
}

function start() {
  const [first] = groups();
  choice.indicator = first ? first[1][0] : null;
  take(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
  showAll();
}

window.addEventListener('hashchange', start);
window.addEventListener('resize', () => {
  if (isNarrow() !== wasNarrow) {
    showAll();
  } else {
    resizeCharts();
  }
});
window.addEventListener('beforeprint', () => resizeCharts(640));
window.addEventListener('afterprint', () => resizeCharts());
start();
