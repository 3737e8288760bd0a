/**
 * Returns become observations, or go to quarantine with every reason.
 *
 * <p>Enters: every delivered row as text, and the catalog. Leaves: a verdict for each row, the
 * accepted values in base units with every vintage, and the refused rows with what to do about
 * them. Refuses: rows that fail a hard check (method.md section 2); it changes no value. Pure
 * column expressions; the catalog's forms travel as rows, so the plan does not grow with forms or
 * checks.
 */
package jindu.check;
