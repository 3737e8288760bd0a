package jindu.protect.pattern;

import java.util.Comparator;

/**
 * One figure of one quarter of a cell, as a publication shows it.
 *
 * @param quarter 1 to 4
 * @param figure one of {@link jindu.table.CellTable#FIGURES}
 */
public record ShownFigure(GridCell cell, int quarter, String figure)
    implements Comparable<ShownFigure> {

  private static final Comparator<ShownFigure> ORDER =
      Comparator.comparing(ShownFigure::cell)
          .thenComparing(ShownFigure::quarter)
          .thenComparing(ShownFigure::figure);

  /** The figure that {@link #toString} wrote. */
  public static ShownFigure parse(String text) {
    int figure = text.lastIndexOf('/');
    int quarter = text.lastIndexOf('/', figure - 1);
    return new ShownFigure(
        GridCell.parse(text.substring(0, quarter)),
        Integer.parseInt(text.substring(quarter + 1, figure)),
        text.substring(figure + 1));
  }

  @Override
  public int compareTo(ShownFigure other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return cell + "/" + quarter + "/" + figure;
  }
}
