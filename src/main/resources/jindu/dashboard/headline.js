// The headline indicators with their lamps.

/** The target that a headline line is measured by. */
function targetOf(line) {
  return targets().find((row) =>
    row.indicator === line.indicator && row.kind === line.target_kind);
}

function headlineTarget(line) {
  const target = targetOf(line);
  return target ? figure(target, 'target_value', 'plan|' + target.target_id, () => targetText(target)) : '–';
}

function lampOf(line) {
  const target = targetOf(line);
  if (!target) {
    return el('span', { class: 'quiet' }, t('no-target'));
  }
  const provisional = target.lamp_provisional ? t('provisional') : '';
  return target.kind === 'scope' ? el('span', { class: 'quiet' }, t('scope')) : lamp(line.lamp, provisional);
}

/** The district beside the city and beside the other districts. */
function standing(line) {
  const parts = [];
  if (line.difference_to_city_points !== null) {
    parts.push(t('to-city', signed(line.difference_to_city_points)));
  }
  if (line.difference_to_peers_points !== null) {
    parts.push(t('to-peers', signed(line.difference_to_peers_points)));
  }
  if (line.district_rank !== null) {
    parts.push(t('rank-of', line.district_rank, line.district_count));
  }
  return parts.length ? parts.join(t('between')) : '–';
}

function showHeadline() {
  const lines = inQuarter('headline');
  const lit = lines.filter((line) => line.target_kind && line.target_kind !== 'scope');
  const heads = ['indicator', 'value', 'growth', 'target', 'completion', 'lamp', 'standing'].map((key) => t('column.' + key));
  section('headline', t('headline', quarterName(choice.quarter)),
    t('headline.seen', lit.length, count(lit, 'red'), count(lit, 'yellow'), count(lit, 'green')),
    table(heads, lines.map((line) => {
      const source = 'headline|' + line.line;
      const { display_decimals: decimals } = indicators.get(line.indicator);
      const name = choice.lang === 'zh' ? line.title_zh : line.title_en;
      return [
        link(line.indicator, name),
        [figure(line, 'display_value', source, (value) => rounded(value, decimals)),
          el('small', {}, ' ' + word('unit', line.display_unit))],
        [figure(line, 'growth_pct', source, (value) => signed(value) + '%')],
        [headlineTarget(line)],
        [figure(line, 'completion_pct', source, (value) => rounded(value, 1) + '%')],
        [lampOf(line)],
        [standing(line)],
      ];
    }), { class: 'cards' }));
}
