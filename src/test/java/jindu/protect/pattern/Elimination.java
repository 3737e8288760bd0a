package jindu.protect.pattern;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whether sums alone give a cell: by elimination in whole numbers, without signs and bounds. Slow
 * and simple, to hold the linear program to.
 */
final class Elimination {

  private Elimination() {}

  /** Whether the cell is a combination of sums over cells that are open. */
  static boolean solves(Layer layer, BitSet withheld, int cell) {
    List<BigInteger[]> rows = new ArrayList<>();
    for (Additivity.Sum sum : layer.additivity().sums()) {
      BigInteger[] row = zeros(layer.size());
      for (int i = 0; i < sum.parts().size(); i++) {
        int part = sum.parts().get(i);
        row[part] = isHidden(layer, withheld, part).multiply(scaled(sum.weights().get(i)));
      }
      row[sum.total()] = isHidden(layer, withheld, sum.total()).multiply(scaled(1)).negate();
      rows.add(row);
    }
    BigInteger[] wanted = zeros(layer.size());
    wanted[cell] = BigInteger.ONE;
    int rank = rank(rows);
    rows.add(wanted);
    return rank(rows) == rank;
  }

  private static int rank(List<BigInteger[]> given) {
    List<BigInteger[]> rows = new ArrayList<>(given.stream().map(BigInteger[]::clone).toList());
    int rank = 0;
    int columns = rows.get(0).length;
    for (int column = 0; column < columns && rank < rows.size(); column++) {
      int pivot = rank;
      while (pivot < rows.size() && rows.get(pivot)[column].signum() == 0) {
        pivot++;
      }
      if (pivot == rows.size()) {
        continue;
      }
      BigInteger[] found = rows.get(pivot);
      rows.set(pivot, rows.get(rank));
      rows.set(rank, found);
      for (int row = rank + 1; row < rows.size(); row++) {
        eliminate(rows.get(row), found, column);
      }
      rank++;
    }
    return rank;
  }

  private static void eliminate(BigInteger[] row, BigInteger[] pivot, int column) {
    BigInteger factor = row[column];
    for (int each = 0; each < row.length; each++) {
      row[each] = row[each].multiply(pivot[column]).subtract(pivot[each].multiply(factor));
    }
  }

  /** Rates have no more decimals. */
  private static BigInteger scaled(double weight) {
    return BigInteger.valueOf(Math.round(weight * 1e6));
  }

  private static BigInteger isHidden(Layer layer, BitSet withheld, int cell) {
    return withheld.get(cell) && layer.isOccupied(cell) ? BigInteger.ONE : BigInteger.ZERO;
  }

  private static BigInteger[] zeros(int size) {
    BigInteger[] zeros = new BigInteger[size];
    java.util.Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }
}
