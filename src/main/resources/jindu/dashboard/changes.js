// What changed since the publication before.

function block(heading, items) {
  return items.length ? [el('h3', {}, heading), el('ul', {}, items.map((item) => el('li', {}, item)))] : [];
}

function changedLamp(name, change) {
  const when = change.before_quarter === change.quarter
    ? ''
    : t('changes.quarters', quarterName(change.before_quarter), quarterName(change.quarter));
  return [name, t('colon'), lamp(change.before), ' → ', lamp(change.now), ' ', el('small', {}, when)];
}

function revisedFigure(change) {
  const isGrowth = change.column === 'growth_pct';
  const { display_decimals: decimals } = indicators.get(change.indicator) || { display_decimals: 1 };
  const show = (value) => (value === null ? '–' : isGrowth ? signed(value) + '%' : rounded(value, decimals) + spaced(unitName(change.indicator)));
  return t(isGrowth ? 'changes.growth' : 'changes.value',
    indicatorName(change.indicator), quarterName(change.quarter), show(change.before), show(change.now));
}

/** Differences that are not seen at the digits shown are no news. */
function isSeen(change) {
  return change.column !== 'growth_pct' || change.before === null || change.now === null
    || rounded(change.before, 1) !== rounded(change.now, 1);
}

function showChanges() {
  const { changes } = data;
  if (!changes) {
    section('changes', t('changes'), null, nothing(t('changes.first')));
    return;
  }
  const fresh = new Map();
  changes.new.forEach((line) => fresh.set(line.quarter, [...(fresh.get(line.quarter) || []), indicatorName(line.indicator)]));
  const steps = by(tables.milestones, 'milestone_id');
  const blocks = [
    ...block(t('changes.new'), [...fresh].map(([quarter, names]) =>
      t('changes.new-lines', quarterName(quarter), names.length, names.join(t('between'))))),
    ...block(t('changes.lamps'), changes.lamps.map((change) =>
      changedLamp(bilingual(data.targets[change.id], change.id), change))),
    ...block(t('changes.milestones'), changes.milestones.map((change) =>
      changedLamp(title(steps.get(change.id), change.id), change))),
    ...block(t('changes.revised'), changes.revised.filter(isSeen).map(revisedFigure)),
  ];
  section('changes', t('changes'), t('changes.since', changes.publication, changes.as_of),
    blocks.length ? blocks : nothing(t('changes.none')));
}
