package jindu.benchmark;

/**
 * What a reader made of an inbox.
 *
 * @param seconds from the first file to the last, without the start of the process
 * @param rows of data, headers left out
 * @param cells of these rows that hold a text
 * @param characters of all these texts together
 */
public record Reading(double seconds, long rows, long cells, long characters) {

  /** Whether both found the same, and anything. */
  boolean isOfTheSame(Reading other) {
    return rows > 0 && rows == other.rows && cells == other.cells && characters == other.characters;
  }
}
