// Words and figures as people read them. Figures are exact decimals: no floating point on the way.

function t(key, ...values) {
  const text = data.words[choice.lang][key];
  if (text === undefined) {
    throw new Error('No message ' + key);
  }
  return text.replace(/\{(\d)\}/g, (place, index) => values[index]);
}

/** A word for a code where the messages have one; what a catalog added stands for itself. */
function word(section, code) {
  const known = data.words[choice.lang][section + '.' + code];
  return known === undefined ? code : known;
}

function bilingual(entry, code) {
  return entry ? entry[choice.lang] || entry.zh : code;
}

function title(row, code) {
  return row ? (choice.lang === 'zh' ? row.title_zh : row.title_en) || row.title_zh : code;
}

function indicatorName(code) {
  return title(indicators.get(code), code);
}

function placeName(code) {
  return title(places.get(code), code);
}

function sectorName(code) {
  const row = sectors.get(code);
  return row && row.level === 'division' ? code + ' ' + title(row, code) : title(row, code);
}

function unitName(code) {
  return word('unit', indicators.get(code).display_unit);
}

function quarterName(quarter) {
  return t('quarter', year(quarter), t('quarter.' + number(quarter)));
}

/** The half of a sentence in two languages that the reader reads. */
function half(sentence) {
  const between = sentence ? sentence.indexOf(' / ') : -1;
  if (between < 0) {
    return sentence || '';
  }
  return choice.lang === 'zh' ? sentence.slice(0, between) : sentence.slice(between + 3);
}

const PLACES = 8;

function scaled(text) {
  const [whole, part = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + part.padEnd(PLACES, '0'));
  return text.startsWith('-') ? -size : size;
}

/** Divided by the factor and rounded half up, once. */
function rounded(text, decimals, factor = '1') {
  const divisor = scaled(factor);
  const dividend = scaled(text) * 10n ** BigInt(decimals);
  const size = dividend < 0n ? -dividend : dividend;
  const whole = (2n * size + divisor) / (2n * divisor);
  const digits = String(whole).padStart(decimals + 1, '0');
  const head = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const tail = decimals ? '.' + digits.slice(digits.length - decimals) : '';
  return (dividend < 0n && whole > 0n ? '-' : '') + head + tail;
}

function signed(text, decimals = 1) {
  const shown = rounded(text, decimals);
  return scaled(text) > 0n ? '+' + shown : shown;
}

/** With the decimals that it has, such as a printed target. */
function exact(text, factor = '1') {
  return rounded(text, 4, factor).replace(/\.?0+$/, '');
}

/** An amount in the indicator's display unit. */
function displayed(indicator, text) {
  const { display_decimals: decimals, display_factor: factor } = indicators.get(indicator);
  return rounded(text, decimals, factor);
}

/** For the length of a line on a chart only. */
function plotted(text, factor = '1') {
  return text === null || text === undefined ? null : Number(text) / Number(factor);
}
