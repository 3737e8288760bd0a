/**
 * The workbook of a publication, what a bureau hands round. Enters: the published rows, read back,
 * and the catalog for names and order. Leaves: {@code workbook.xlsx}. Refuses: nothing; what is
 * withheld in the rows is withheld here. How a workbook is written at all, so that its text cannot
 * run and its bytes repeat, is here too, for the query lists.
 */
package jindu.publish.workbook;
