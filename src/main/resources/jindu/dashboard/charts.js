// Charts: drawn as SVG, so that they print sharp; no motion, no hover needed to read a figure.

const COLOUR = { actual: '#0b5cad', pace: '#6b7280', behind: '#c2410c', axis: '#4b5563', grid: '#e5e7eb' };
const FONT = '"Noto Sans CJK SC","Microsoft YaHei","PingFang SC","Helvetica Neue",Arial,sans-serif';

const drawn = new Map();

function isNarrow() {
  return window.innerWidth < 640;
}

/** A box that becomes a chart once it is on the page. */
function chart(id, height, label, option) {
  const box = el('div', { class: 'chart', id, role: 'img', 'aria-label': label, style: 'height:' + height + 'px' });
  drawn.set(id, { box, option });
  return box;
}

function drawCharts() {
  for (const [id, { box, option, shown }] of drawn) {
    if (!box.isConnected) {
      drawn.delete(id);
    } else if (!shown) {
      const made = echarts.init(box, null, { renderer: 'svg' });
      made.setOption(Object.assign({ animation: false, textStyle: { fontFamily: FONT, color: '#111827' } }, option));
      drawn.get(id).shown = made;
    }
  }
}

function resizeCharts(width) {
  for (const { box, shown } of drawn.values()) {
    if (shown && box.isConnected) {
      shown.resize(width ? { width } : undefined);
      // What is drawn later than this is not printed.
      shown.getZr().flush();
    }
  }
}

function categoryAxis(names, width) {
  return {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: COLOUR.axis } },
    axisLabel: { color: '#111827', fontSize: 12, interval: 0, width, overflow: width ? 'break' : undefined },
  };
}

function valueAxis(name, place) {
  return {
    type: 'value',
    name,
    nameLocation: place,
    nameGap: place === 'middle' ? 26 : 14,
    nameTextStyle: { color: COLOUR.axis, fontSize: 12, align: place === 'end' ? 'left' : 'center' },
    splitLine: { lineStyle: { color: COLOUR.grid } },
    axisLabel: { color: COLOUR.axis, fontSize: 11, hideOverlap: true },
  };
}

/**
 * Bars that lie, longest names broken; texts at their ends.
 *
 * @param bars of name, size (null for none), text and colour, from top to bottom
 * @param isBehind whether all are negative and grow to the right all the same, away from their names
 * @param room for the texts, in pixels
 */
function lyingBars(id, label, axis, bars, { isBehind, room }) {
  const names = isNarrow() ? 108 : 190;
  const ends = bars.map((bar) => bar.size || 0);
  return chart(id, bars.length * (isNarrow() ? 36 : 26) + 52, label, {
    grid: { left: names + 14, right: room, top: 6, bottom: 44 },
    xAxis: Object.assign(valueAxis(axis, 'middle'), { inverse: isBehind, boundaryGap: Math.min(...ends) < 0 && !isBehind ? ['20%', 0] : 0 }),
    yAxis: Object.assign(categoryAxis(bars.map((bar) => bar.name), names), {
      inverse: true, axisLabel: { color: '#111827', fontSize: isNarrow() ? 11 : 12, interval: 0, width: names, overflow: 'break', margin: 10 },
    }),
    series: [{
      type: 'bar',
      barMaxWidth: 16,
      data: bars.map((bar) => ({
        value: bar.size === null ? 0 : bar.size,
        itemStyle: { color: bar.colour },
        label: { position: bar.size < 0 && !isBehind ? 'left' : 'right' },
      })),
      label: { show: true, color: '#111827', fontSize: 12, formatter: (point) => bars[point.dataIndex].text },
    }],
  });
}
