// Milestones on the line of the year.

function along(day) {
  const start = Date.UTC(year(), 0, 1);
  const end = Date.UTC(year() + 1, 0, 1);
  const at = Date.parse(day + 'T00:00:00Z');
  return Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100)).toFixed(2) + '%';
}

function mark(kind, day, text) {
  return day && el('span', { class: 'mark ' + kind, style: 'left:' + along(day), title: text + ' ' + day });
}

function between(row) {
  if (!row.done_date || row.done_date <= row.due_date) {
    return null;
  }
  return el('span', { class: 'late', style: 'left:' + along(row.due_date) + ';right:calc(100% - ' + along(row.done_date) + ')' });
}

function track(row) {
  return el('div', { class: 'track' }, [3, 6, 9].map((month) =>
    el('span', { class: 'tick', style: 'left:' + along(year() + '-' + String(month + 1).padStart(2, '0') + '-01') })),
  el('span', { class: 'today', style: 'left:' + along(milestonesDay()) }),
  between(row),
  mark('due', row.due_date, t('milestones.due')),
  mark('done', row.done_date, t('milestones.done')));
}

function done(row) {
  return row.planned_count > 1 && row.done_count !== null
    ? t('milestones.counts', row.done_count, row.planned_count)
    : '';
}

function step(row) {
  return el('li', { 'data-milestone': row.milestone_id },
    el('span', {}, lamp(row.lamp)),
    el('span', { class: 'what' }, title(row, row.milestone_id), ' ', el('small', {}, done(row))),
    track(row),
    el('span', { class: 'quiet' }, half(row.lamp_reason)));
}

function showMilestones() {
  const rows = [...milestonesNow()].sort((a, b) =>
    LAMPS.indexOf(a.lamp) - LAMPS.indexOf(b.lamp) || a.due_date.localeCompare(b.due_date) || a.milestone_id.localeCompare(b.milestone_id));
  if (!rows.length) {
    section('milestones', t('milestones', year()), null, nothing(t('milestones.none', year())));
    return;
  }
  section('milestones', t('milestones', year()),
    t('milestones.seen', rows.length, count(rows, 'red'), rows.filter((row) => row.done_date).length, milestonesDay()),
    el('ol', { class: 'steps' },
      el('li', { class: 'scale', 'aria-hidden': 'true' }, el('span'), el('span'),
        el('div', { class: 'track' }, [1, 2, 3, 4].map((each) => el('span', { class: 'name' }, t('quarter.' + each)))), el('span')),
      rows.map(step)),
    el('p', { class: 'legend' }, el('span', { class: 'sample due' }), t('milestones.due'), ' ',
      el('span', { class: 'sample done' }), t('milestones.done'), ' ', el('span', { class: 'sample today' }), t('milestones.today', milestonesDay())));
}
