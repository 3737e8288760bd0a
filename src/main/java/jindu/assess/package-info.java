/**
 * Indicators against the plan: pace, gap, required effort, expected year end, lamps, milestones.
 *
 * <p>Enters: internal cells, observations of JD-1, the catalog's plan. Leaves: progress rows, one
 * for each target and milestone at each quarter. Refuses nothing: a target that cannot be judged
 * leaves with a grey lamp and the reason.
 *
 * <p>The flow of a target: {@link jindu.assess.TargetRows} turns the plan's words into numbers,
 * {@link jindu.assess.CellHistory} lays all quarters of its cell beside it, {@link
 * jindu.assess.QuartersInPlay} says when it is judged; then figure, pace, gap, effort, expectation,
 * standing and sentence, a file each.
 *
 * <p>Beside it the query list: {@link jindu.assess.QueryList} takes what check found in the
 * observations and orders it by what it moves.
 */
package jindu.assess;
