/**
 * What may leave the bureau (统计法: 单个调查对象资料保密; method.md section 8).
 *
 * <p>Enters: internal cells with the statistics of their contributors, plan progress. Leaves: the
 * same rows without those statistics, every figure of a sensitive cell null and marked withheld.
 * Refuses nothing: a sensitive cell leaves as an empty one.
 */
package jindu.protect;
