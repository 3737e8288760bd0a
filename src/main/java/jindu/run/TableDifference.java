package jindu.run;

import java.util.List;

/**
 * In which rows a stored table is not what its sources make.
 *
 * @param missing rows that are not there
 * @param extra rows that are there and should not be
 * @param different rows that are there under their key and say something else
 * @param firstKeys the first few keys of such rows, {@code missing B204-1|U1|2020-03|…}
 */
public record TableDifference(
    String table, long missing, long extra, long different, List<String> firstKeys) {

  /** Whether every row is as it should be. */
  public boolean isNone() {
    return missing + extra + different == 0;
  }
}
