// What is behind the plan, why, and what the rest of the time must bring.

function parts(rows, kind) {
  return rows.filter((row) => row.part_kind === kind)
    .map((row) => (kind === 'township' ? placeName(row.part_code) : sectorName(row.part_code))
      + ' ' + signed(row.pull_points, 2));
}

function pulling(rows) {
  return ['township', 'sector'].map((kind) => [kind, parts(rows, kind)])
    .filter(([, names]) => names.length)
    .map(([kind, names]) =>
      el('p', { class: 'quiet' }, t('weak.' + kind, names.join(t('between')))));
}

/** What remains, where something adds up. */
function remaining(target) {
  if (!target || target.required_value === null || scaled(target.required_value) <= 0n) {
    return null;
  }
  const unit = spaced(unitName(target.indicator));
  const rest = displayed(target.indicator, target.required_value) + unit;
  const each = target.required_per_quarter === null
    ? null
    : displayed(target.indicator, target.required_per_quarter) + unit;
  return el('p', {}, each === null || each === rest
    ? t('weak.rest', rest, target.deadline)
    : t('weak.rest-each', rest, target.deadline, each));
}

function showWeak() {
  const rows = inQuarter('weak').sort((a, b) => a.place_order - b.place_order);
  const ids = [...new Set(rows.map((row) => row.target_id))];
  const goals = by(targets(), 'target_id');
  const first = ids.map((id) => rows.find((row) => row.target_id === id));
  section('weak', t('weak'),
    ids.length ? t('weak.seen', ids.length, count(first, 'red'), count(first, 'yellow')) : null,
    ids.length
      ? el('ol', { class: 'weak' }, ids.map((id) => {
        const own = rows.filter((row) => row.target_id === id);
        const goal = goals.get(id);
        return el('li', { 'data-target': id },
          el('div', { class: 'line' }, lamp(own[0].lamp, goal && goal.lamp_provisional ? t('provisional') : ''),
            link(own[0].indicator, bilingual(data.targets[id], indicatorName(own[0].indicator))),
            el('span', { class: 'goal' }, goal ? t('weak.goal', targetText(goal)) : '')),
          el('p', {}, half(own[0].lamp_reason)),
          remaining(goal),
          pulling(own));
      }))
      : nothing(t(targets().length ? 'weak.none' : 'weak.no-plan')));
}
