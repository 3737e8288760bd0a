/**
 * {@code dashboard.html}: one page for a leader, whole in one file. Enters: rows of published
 * tables, so that the page can say no more than they do. Leaves: the text of the page. Refuses:
 * nothing; needs neither Spark nor a network.
 */
package jindu.publish.dashboard;
