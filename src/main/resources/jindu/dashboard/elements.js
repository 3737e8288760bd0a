// Pieces of the page. Everything from the data enters as text, never as markup.

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'onclick') {
      element.addEventListener('click', value);
    } else if (value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const SHAPES = { green: '●', yellow: '▲', red: '■', grey: '○', withheld: '※' };
const LAMPS = ['red', 'yellow', 'green', 'grey'];

/** A lamp by colour, by shape and by word: no one needs to tell colours apart. */
function lamp(code, note) {
  const name = code || 'grey';
  return el('span', { class: 'lamp lamp-' + name },
    el('span', { 'aria-hidden': 'true', class: 'shape' }, SHAPES[name]),
    t('lamp.' + name) + (note || ''));
}

function withheld() {
  return el('span', { class: 'withheld', title: t('withheld-long') }, t('withheld'));
}

/**
 * A figure of a published row.
 *
 * @param source names it: table, key and column
 * @param show makes the text of a value that is there
 */
function figure(row, column, source, show) {
  if (!row || row[column] === null) {
    return row && row.withheld ? withheld() : '–';
  }
  return el('span', { class: 'figure', 'data-source': source + '|' + column }, show(row[column]));
}

function table(heads, lines, attributes) {
  return el('table', attributes,
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, lines.map((cells) =>
      el('tr', {}, cells.map((cell, place) =>
        (place === 0 ? el('th', { scope: 'row' }, cell) : labelled(heads[place], cell)))))));
}

/** On a phone a cell stands alone: with its head beside it, and not at all where it says nothing. */
function labelled(head, cell) {
  const made = el('td', { 'data-label': head }, cell);
  made.classList.toggle('empty', made.textContent === '–');
  return made;
}

function section(id, heading, seen, ...children) {
  document.getElementById(id).replaceChildren(
    el('h2', {}, heading), seen ? el('p', { class: 'seen' }, seen) : '', ...children.flat());
}

function nothing(text) {
  return el('p', { class: 'nothing' }, text);
}

/** Chooses an indicator and shows it. */
function link(indicator, text) {
  return el('button', {
    class: 'link',
    type: 'button',
    onclick: () => choose({ indicator }, true),
  }, text);
}

function count(rows, code) {
  return rows.filter((row) => (row.lamp || 'grey') === code).length;
}
