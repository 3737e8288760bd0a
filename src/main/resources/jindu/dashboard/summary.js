// How many lamps of which colour: the first thing that is read.

function tile(heading, rows, id) {
  return el('div', { class: 'tile', id },
    el('h3', {}, heading),
    el('ul', { class: 'counts' }, LAMPS.map((code) =>
      el('li', {}, lamp(code), el('b', { 'data-count': code }, String(count(rows, code)))))));
}

/** The standing of the newest quarter is told as it is today, of others at their end. */
function milestonesNow() {
  const ofYear = tables.milestones.filter((row) => row.year === year());
  const isLast = choice.quarter === data.quarters[data.quarters.length - 1];
  const quarter = isLast ? Math.max(...ofYear.map((row) => row.quarter), 0) : number();
  return ofYear.filter((row) => row.quarter === quarter);
}

function milestonesDay() {
  const rows = milestonesNow();
  const quarter = rows.length ? rows[0].quarter : number();
  const end = new Date(Date.UTC(year(), quarter * 3, 0)).toISOString().slice(0, 10);
  return end < data.as_of ? end : data.as_of;
}

function projectLamps() {
  return inQuarter('project_lamps').flatMap((row) => Array(row.projects).fill({ lamp: row.lamp }));
}

function showSummary() {
  const goals = targets();
  const steps = milestonesNow();
  const projects = projectLamps();
  section('summary', t('summary'), null,
    el('div', { class: 'tiles' },
      tile(t('summary.targets', goals.length), goals, 'count-targets'),
      tile(t('summary.milestones', steps.length, milestonesDay()), steps, 'count-milestones'),
      tile(t('summary.projects', projects.length), projects, 'count-projects')),
    el('p', { class: 'legend' }, t('summary.legend')));
}
