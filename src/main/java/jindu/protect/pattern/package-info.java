/**
 * Secondary suppression (method.md section 8): which further cells are withheld so that sensitive
 * ones cannot be computed from the open ones, and the attack that proves it. Works on the cells of
 * one indicator and year at a time, in memory: places by sectors, however many units there are.
 */
package jindu.protect.pattern;
