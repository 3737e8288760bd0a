package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A layer of rows by columns with a total of each and of all, written as a person would.
 *
 * <p>Cells are numbered row by row, the total of a row at its end and the row of totals last.
 */
final class Table {

  private final int columns;
  private final List<Layer.Entry> entries = new ArrayList<>();

  /**
   * @param columns without the total
   */
  Table(int columns) {
    this.columns = columns;
  }

  /**
   * Adds a row of {@code amount}, {@code amount:contributors} or {@code
   * amount:contributors:largest}; one without contributors has many. Fewer than three make a cell
   * sensitive.
   */
  Table row(String... cells) {
    double total = 0;
    long contributors = 0;
    for (String cell : cells) {
      String[] parts = cell.split(":", -1);
      double amount = Double.parseDouble(parts[0]);
      long own = parts.length > 1 ? Long.parseLong(parts[1]) : 9;
      double largest = parts.length > 2 ? Double.parseDouble(parts[2]) : own == 1 ? amount : 0;
      entries.add(entry(amount, own, largest));
      total += amount;
      contributors += own;
    }
    entries.add(entry(total, contributors, 0));
    return this;
  }

  /** The table with its totals, as a layer. */
  Layer layer() {
    int rows = entries.size() / (columns + 1);
    List<Layer.Entry> all = new ArrayList<>(entries);
    for (int column = 0; column <= columns; column++) {
      double total = 0;
      long contributors = 0;
      for (int row = 0; row < rows; row++) {
        total += entries.get(number(row, column)).amount();
        contributors += entries.get(number(row, column)).contributors();
      }
      all.add(entry(total, contributors, 0));
    }
    List<Additivity.Sum> sums = new ArrayList<>();
    for (int row = 0; row <= rows; row++) {
      List<Integer> parts = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        parts.add(number(row, column));
      }
      sums.add(new Additivity.Sum(number(row, columns), parts));
    }
    for (int column = 0; column <= columns; column++) {
      List<Integer> parts = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        parts.add(number(row, column));
      }
      sums.add(new Additivity.Sum(number(rows, column), parts));
    }
    return new Layer(1, "value", all, new Additivity(all.size(), sums));
  }

  /** The number of a cell. */
  int number(int row, int column) {
    return row * (columns + 1) + column;
  }

  static BitSet cells(int... numbers) {
    BitSet cells = new BitSet();
    for (int number : numbers) {
      cells.set(number);
    }
    return cells;
  }

  private static Layer.Entry entry(double amount, long contributors, double largest) {
    boolean isSensitive = contributors > 0 && contributors < 3;
    return new Layer.Entry(
        amount, contributors, isSensitive ? Math.max(amount, 10) / 10 : 0, largest);
  }
}
