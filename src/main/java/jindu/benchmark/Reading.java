package jindu.benchmark;

/**
 * What a reader made of an inbox.
 *
 * @param seconds from the first file to the last, without the start of the process
 * @param cpuSeconds of all threads of the process meanwhile; null where the machine does not say
 * @param rows of data, headers left out
 * @param cells of these rows that hold a text
 * @param characters of all these texts together
 */
public record Reading(double seconds, Double cpuSeconds, long rows, long cells, long characters) {

  /** The same time with more that was found. */
  Reading and(long moreRows, long moreCells, long moreCharacters) {
    return new Reading(
        seconds, cpuSeconds, rows + moreRows, cells + moreCells, characters + moreCharacters);
  }

  /** Whether both found the same, and anything. */
  boolean isOfTheSame(Reading other) {
    return rows > 0 && rows == other.rows && cells == other.cells && characters == other.characters;
  }
}
