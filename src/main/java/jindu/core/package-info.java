/**
 * The statistician's terms as types, and the scalar rules. Needs the JDK alone. What a column
 * expression computes by the million is here for one value, as the reference it is tested against.
 */
package jindu.core;
