// Key projects behind their year's plan.

function showProjects() {
  const rows = inQuarter('projects');
  const lamps = projectLamps();
  const heading = t('projects');
  if (!lamps.length) {
    section('projects', heading, null, nothing(t('projects.none', quarterName(choice.quarter))));
    return;
  }
  const hidden = count(lamps, 'withheld');
  section('projects', heading,
    t('projects.seen', lamps.length, count(lamps, 'red'), count(lamps, 'yellow'), count(lamps, 'green')),
    rows.length
      ? [el('p', { class: 'legend' }, t('projects.shown', rows.length)),
        lyingBars('gaps', heading, t('axis.gap'), rows.map((row) => ({
          name: row.name,
          size: plotted(row.gap_points),
          text: t('projects.bar', t('lamp.' + row.lamp), signed(row.gap_points), rounded(row.completion_pct, 1)),
          colour: row.lamp === 'red' ? '#b42318' : row.lamp === 'yellow' ? '#e0a100' : '#8a93a0',
        })), { isBehind: true, room: 150 })]
      : nothing(t('projects.all-on-pace')),
    hidden ? el('p', { class: 'legend' }, t('projects.withheld', hidden)) : '');
}
