// How far the figures can be relied on: who has reported, what was refused, what is estimated.

function showQuality() {
  const rows = inQuarter('quality');
  if (!rows.length) {
    section('quality', t('quality'), null, nothing(t('no-data', quarterName(choice.quarter))));
    return;
  }
  const columns = [
    ['expected', String], ['reported', String], ['response_pct', (value) => rounded(value, 1)], ['late', String],
    ['quarantined', String], ['flagged', String], ['explained', String], ['estimated_share_pct', (value) => rounded(value, 1)],
  ];
  const sum = (column) => rows.reduce((total, row) => total + (row[column] || 0), 0);
  section('quality', t('quality'),
    t('quality.seen', sum('reported'), sum('late'), sum('quarantined'), sum('flagged') - sum('explained')),
    table([t('column.form'), ...columns.map(([column]) => t('column.' + column))],
      rows.map((row) => [
        [row.form + ' ' + bilingual(data.forms[row.form], '')],
        ...columns.map(([column, show]) =>
          figure(row, column, 'quality|' + row.form + '|' + choice.quarter, show)),
      ]), { class: 'cards' }));
}
