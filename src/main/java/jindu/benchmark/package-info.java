/**
 * This project beside its peers, on the same returns and the same machine. Enters: the catalog, and
 * how large it shall be measured. Leaves: for each measure the seconds and the memory of a process
 * of ours and of one of a peer's, and whether both found the same. Refuses: a peer that finds other
 * figures. Works in a folder of its own, never in somebody's lake.
 */
package jindu.benchmark;
