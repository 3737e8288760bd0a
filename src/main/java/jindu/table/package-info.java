/**
 * One class per stored or published table: names, types, key, unit and meaning of each column. The
 * dictionary of a publication is made from it.
 */
package jindu.table;
