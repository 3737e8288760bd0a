package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.sample.SampleOptions;

/**
 * How many units a sample needs for so many return cells: units bring cells evenly, and what does
 * not grow with them (accounts, households, departments) brings the rest.
 */
record SampleSize(int units, long cells, int moreUnits, long moreCells) {

  /**
   * Counts two small samples.
   *
   * @param folder for them; deleted afterwards
   * @param reference the catalog's files
   */
  static SampleSize tried(Path folder, Path reference) throws IOException, CatalogException {
    int units = SampleOptions.DEFAULT.units();
    int more = 2 * units;
    SampleSize size =
        new SampleSize(
            units, cells(folder, reference, units), more, cells(folder, reference, more));
    Folders.delete(folder);
    return size;
  }

  private static long cells(Path folder, Path reference, int units)
      throws IOException, CatalogException {
    MeasuredLake lake = MeasuredLake.make(folder, reference, units);
    Catalog catalog = lake.catalog();
    return ReturnCells.count(catalog, lake.inbox());
  }

  /** The units of a sample of about so many cells; as few as a sample may have at least. */
  int unitsFor(long wanted) {
    double perUnit = (moreCells - cells) / (double) (moreUnits - units);
    return (int)
        Math.max(SampleOptions.FEWEST_UNITS, Math.round(units + (wanted - cells) / perUnit));
  }
}
