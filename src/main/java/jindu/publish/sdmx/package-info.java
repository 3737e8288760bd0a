/**
 * The published indicators and plan as statistical offices exchange them: SDMX 3.0. Enters: the
 * published rows, read back. Leaves: {@code sdmx/}, a structure with its code lists and a file of
 * data for each table. Refuses: nothing; what is withheld in the rows is withheld here, and marked
 * confidential.
 */
package jindu.publish.sdmx;
