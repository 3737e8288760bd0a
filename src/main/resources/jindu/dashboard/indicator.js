// The chosen indicator: actual against pace through the year, and what the rest must bring.

const SIGNS = { ge: '≥ ', le: '≤ ', strict: '> ', approx: '≈ ', range: '≥ ', eq: '', none: '' };

/** The unit that actual and target of a kind are in. */
function unitOf(target) {
  if (target.kind === 'growth' || target.kind === 'reduction') {
    return '%';
  }
  return target.kind === 'points' ? t('points') : unitName(target.indicator);
}

function spaced(unit) {
  return unit === '%' || unit === '' ? unit : ' ' + unit;
}

/** Flows add up through the year; of anything else the value itself is shown. */
function valueName(code) {
  return t(indicators.get(code).kind === 'flow' ? 'measure.value' : 'measure.state');
}

/** In brackets behind what it is the unit of. */
function bracketed(name, unit) {
  return unit === '' ? name : name + ' (' + unit + ')';
}

function isAmount(target) {
  return !['growth', 'reduction', 'points'].includes(target.kind);
}

function targetText(target) {
  if (target.target_value === null) {
    return '–';
  }
  const factor = isAmount(target) ? indicators.get(target.indicator).display_factor : '1';
  const value = exact(target.target_value, factor);
  const sign = target.kind === 'growth' ? (scaled(target.target_value) > 0n ? '+' : '') : '';
  return target.kind === 'reduction'
    ? t('reduction', SIGNS[target.comparator] + value + '%')
    : SIGNS[target.comparator] + sign + value + spaced(unitOf(target));
}

function actualText(target, value) {
  return isAmount(target) ? displayed(target.indicator, value) : signed(value);
}

/** The rows of a target through the year, as far as chosen. */
function courseOf(target) {
  return yearSoFar().map((quarter) => tables.plan.find((row) =>
    row.target_id === target.target_id && row.township_code === target.township_code && isOf(row, quarter)));
}

/** What is drawn for a target: the figures judged, and what they are held against. */
function courses(target) {
  const rows = courseOf(target);
  if (rows.some((row) => row && row.completion_pct !== null)) {
    return {
      axis: t('axis.completion'),
      unit: '%',
      actual: rows.map((row) => row && row.completion_pct),
      against: rows.map((row) => row && row.pace_pct),
      names: [t('measure.completion'), t('measure.pace')],
      show: (value) => rounded(value, 1),
    };
  }
  const goal = target.kind === 'reduction' && target.target_value !== null
    ? (scaled(target.target_value) > 0n ? '-' + target.target_value : target.target_value)
    : target.target_value;
  const unit = unitOf(target);
  return {
    axis: bracketed(isAmount(target) || target.kind === 'points' ? indicatorName(target.indicator) : t('axis.growth'), unit),
    unit,
    factor: isAmount(target) ? indicators.get(target.indicator).display_factor : '1',
    actual: rows.map((row) => row && row.actual),
    against: rows.map(() => goal),
    names: [t('measure.actual'), t('measure.target')],
    show: (value) => (isAmount(target) ? displayed(target.indicator, value) : rounded(value, 1)),
  };
}

/** Without a target: its growth, or its value where it has none. */
function coursesWithout(code) {
  const column = growthColumn(code);
  const rows = yearSoFar().map((quarter) => figureOf(code, data.district, quarter));
  const hasGrowth = rows.some((row) => row && row[column] !== null);
  const factor = indicators.get(code).display_factor;
  const unit = hasGrowth ? '%' : unitName(code);
  return {
    axis: bracketed(hasGrowth ? t('axis.growth') : indicatorName(code), unit),
    unit,
    factor: hasGrowth ? '1' : factor,
    actual: rows.map((row) => row && row[hasGrowth ? column : 'value_ytd']),
    against: null,
    names: [hasGrowth ? t('measure.growth') : valueName(code)],
    show: (value) => (hasGrowth ? rounded(value, 1) : displayed(code, value)),
  };
}

/** Whether the actual is drawn below what it is held against, at one place. */
function isBelow(course, place) {
  const [actual, against] = [course.actual[place], course.against && course.against[place]];
  return Boolean(actual && against) && Number(actual) < Number(against);
}

/** What stays the same all year is labelled once. */
function isLabelled(values, place) {
  return new Set(values.filter(Boolean)).size > 1 || place === values.length - 1;
}

function lineOf(name, values, course, style) {
  return Object.assign({
    name,
    type: 'line',
    symbolSize: 8,
    data: values.map((value, place) => ({
      value: plotted(value, course.factor),
      text: value && (style.isActual || isLabelled(values, place)) ? course.show(value) : '',
      label: { position: isBelow(course, place) === Boolean(style.isActual) ? 'bottom' : 'top' },
    })),
    label: { show: true, color: style.color, fontSize: 12, distance: 7, formatter: (point) => point.data.text },
    lineStyle: { color: style.color, width: style.width, type: style.type },
    itemStyle: { color: style.color },
    symbol: style.symbol,
  });
}

function courseChart(id, label, course) {
  const series = [lineOf(course.names[0], course.actual, course,
    { color: COLOUR.actual, width: 3, type: 'solid', symbol: 'circle', isActual: true })];
  if (course.against) {
    series.unshift(lineOf(course.names[1], course.against, course,
      { color: COLOUR.pace, width: 2, type: 'dashed', symbol: 'emptyDiamond' }));
  }
  const axis = valueAxis(course.axis, 'end');
  return chart(id, 270, label, {
    grid: { left: 52, right: 24, top: 64, bottom: 28 },
    legend: { top: 0, left: 0, itemWidth: 28, textStyle: { color: '#111827' }, data: series.map((each) => each.name).reverse() },
    xAxis: categoryAxis([1, 2, 3, 4].map((each) => t('quarter.' + each))),
    yAxis: Object.assign(axis, { scale: course.axis !== t('axis.completion'), boundaryGap: ['15%', '15%'] }),
    series,
  });
}

function measures(code, target) {
  const quarters = yearSoFar();
  const figures = quarters.map((quarter) => figureOf(code, data.district, quarter));
  const rows = target ? courseOf(target) : [];
  const key = (quarter) => 'figures|' + code + '|' + data.district + '|' + quarter;
  const line = (name, own, column, source, show) =>
    [t('measure.' + name), ...own.map((row, place) => figure(row, column, source(quarters[place]), show))];
  const lines = [
    line('value', figures, 'value_ytd', key, (value) => displayed(code, value)),
    line('growth', figures, growthColumn(code), key, (value) => signed(value)),
  ];
  lines[0][0] = bracketed(valueName(code), unitName(code));
  lines[1][0] = bracketed(lines[1][0], '%');
  if (target && target.kind !== 'scope') {
    const source = (quarter) => 'plan|' + target.target_id + '|' + target.township_code + '|' + quarter;
    if (target.kind !== 'growth' && target.kind !== 'level') {
      lines.push(line('actual', rows, 'actual', source, (value) => actualText(target, value)));
    }
    for (const [name, column] of [['completion', 'completion_pct'], ['pace', 'pace_pct']]) {
      if (rows.some((row) => row && row[column] !== null)) {
        lines.push(line(name, rows, column, source, (value) => rounded(value, 1)));
        lines[lines.length - 1][0] = bracketed(t('measure.' + name), '%');
      }
    }
    lines.push(line('gap', rows, 'gap_points', source, (value) => signed(value)));
    lines.push([t('column.lamp'), ...rows.map((row) => (row ? lamp(row.lamp) : '–'))]);
  }
  lines.push([t('measure.status'), ...figures.map((row) => (row && row.status ? word('status', row.status) : '–'))]);
  return table([t('column.measure'), ...quarters.map((quarter) => t('quarter.' + number(quarter)))], lines, { class: 'measures' });
}

/** What the year end is expected to be, never without how wrong that was before. */
function facts(target) {
  const unit = spaced(unitName(target.indicator));
  const list = [el('li', {}, t('fact.target', targetText(target), target.deadline))];
  const rest = remaining(target);
  if (rest) {
    list.push(el('li', {}, rest.textContent));
  }
  if (target.required_growth_pct !== null) {
    list.push(el('li', {}, target.best_growth_pct === null
      ? t('fact.growth', signed(target.required_growth_pct))
      : t('fact.growth-best', signed(target.required_growth_pct), signed(target.best_growth_pct))));
  }
  if (target.expected_value !== null) {
    const expected = displayed(target.indicator, target.expected_value) + unit
      + (target.expected_completion_pct === null ? '' : t('fact.of-target', rounded(target.expected_completion_pct, 1)));
    list.push(el('li', {}, target.expected_error_pct === null
      ? t('fact.expected', expected, half(target.expected_basis))
      : t('fact.expected-error', expected, rounded(target.expected_error_pct, 1), half(target.expected_basis))));
  }
  return list;
}

function goalOf(target, place) {
  const name = bilingual(data.targets[target.target_id], indicatorName(target.indicator));
  return el('div', { class: 'goal-block' },
    el('div', {}, el('h3', {}, name, ' ', target.kind === 'scope' ? '' : lamp(target.lamp, target.lamp_provisional ? t('provisional') : '')),
      el('p', {}, half(target.lamp_reason)),
      el('ul', {}, target.withheld ? [] : facts(target)),
      measures(target.indicator, target)),
    target.kind === 'scope' || target.kind === 'rank' ? '' : courseChart('course-' + place, name, courses(target)));
}

function showIndicator() {
  const code = choice.indicator;
  const goals = targets().filter((row) => row.indicator === code);
  const row = figureOf(code, data.district, choice.quarter);
  section('indicator', t('indicator', indicatorName(code), quarterName(choice.quarter)),
    t(goals.length ? 'indicator.seen' : 'indicator.no-target', year()),
    !row && !goals.length ? nothing(t('no-data', quarterName(choice.quarter))) : '',
    goals.length
      ? goals.map(goalOf)
      : row ? el('div', { class: 'goal-block' }, measures(code, null), courseChart('course-0', indicatorName(code), coursesWithout(code))) : '');
}
