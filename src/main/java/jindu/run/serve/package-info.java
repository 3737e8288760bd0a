/**
 * The engine's own server for clients of Spark Connect. Enters: a lake that was published once.
 * Leaves: answers from its tables. Refuses: whatever would write, read another file, or run code of
 * a client.
 */
package jindu.run.serve;
