/**
 * One class per command: reads arguments, calls {@code run}, prints. Enters: an operator's words.
 * Leaves: results on standard output, everything else on standard error, and an exit code. Refuses:
 * wrong arguments, with exit code 2.
 */
package jindu.cli;
