/**
 * The only door to storage. Enters: a lake's root and Datasets. Leaves: Datasets, lists of
 * delivered files, and a publication switched into force. Refuses: a lake that another batch holds,
 * and a publication that is not complete.
 */
package jindu.lake;
