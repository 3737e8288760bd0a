package jindu.protect.pattern;

import java.util.BitSet;
import java.util.List;
import jindu.table.CellTable;

/**
 * One figure of every cell of a block, e.g. the year to date of the second quarter. Administrative
 * components are taken out: the attacker knows them.
 *
 * @param quarter 1 to 4
 * @param figure column of {@link jindu.table.CellTable}
 * @param entries by number of the cell
 * @param additivity the sums that hold in this figure to the last digit
 * @param told cells that a reader knows who remembers other publications
 */
record Layer(int quarter, String figure, List<Entry> entries, Additivity additivity, BitSet told) {

  /** An amount as a binary number is off by less than this part of it. */
  private static final double ROUNDING = 1e-9;

  /**
   * What one cell holds.
   *
   * @param amount base units; 0 where there is none
   * @param contributors groups; 0 where the cell is empty or administrative
   * @param width how far above and below its amount a sensitive cell must still be possible, in
   *     base units; 0 for a cell that is not sensitive in this figure
   * @param largest what the largest of them contributes
   * @param least what the amount cannot be below, whatever else is not known: 0, or for who attacks
   *     his own part; negative infinity where it may be negative
   */
  record Entry(double amount, long contributors, double width, double largest, double least) {

    /** A cell of which nothing but its amount's sign bounds it. */
    Entry(double amount, long contributors, double width, double largest) {
      this(amount, contributors, width, largest, 0);
    }

    /** A cell that no protected respondent is in: everybody may know the amount. */
    static Entry known(double amount) {
      return new Entry(amount, 0, 0, 0);
    }

    /** The same where the amount may be negative, so that nothing bounds it from below. */
    Entry signed() {
      return new Entry(amount, contributors, width, largest, Double.NEGATIVE_INFINITY);
    }

    boolean isSigned() {
      return least == Double.NEGATIVE_INFINITY;
    }

    /**
     * The same for somebody whose own part is known to him: the width is of the rest. That a rest
     * is nothing must not be known either. Where amounts may be negative, a part bounds nothing.
     */
    Entry without(double part, double smallest) {
      double rest = Math.abs(amount) - part;
      double share = width / (amount == 0 ? smallest : Math.abs(amount));
      return new Entry(
          amount,
          contributors,
          share * (rest > 0 ? rest : smallest),
          largest,
          isSigned() ? least : part);
    }
  }

  /** A layer of which nobody remembers anything. */
  Layer(int quarter, String figure, List<Entry> entries, Additivity additivity) {
    this(quarter, figure, entries, additivity, new BitSet());
  }

  /** The same with other entries. */
  Layer with(List<Entry> others) {
    return new Layer(quarter, figure, others, additivity, told);
  }

  /** The same for readers who remember these cells. */
  Layer told(BitSet cells) {
    return new Layer(quarter, figure, entries, additivity, cells);
  }

  /** The column of a publication that shows the figure, or of which it is what is left. */
  String published() {
    return CellTable.FIGURES.stream()
        .filter(each -> figure.equals(CellTable.unnamed(each)))
        .findFirst()
        .orElse(figure);
  }

  /** Of withheld cells those that nobody remembers. */
  BitSet untold(BitSet withheld) {
    BitSet untold = (BitSet) withheld.clone();
    untold.andNot(told);
    return untold;
  }

  int size() {
    return entries.size();
  }

  double amount(int cell) {
    return entries.get(cell).amount();
  }

  /** The largest amount, whatever its sign; 1 where there is none but 0. */
  double largest() {
    double largest = entries.stream().mapToDouble(Entry::amount).map(Math::abs).max().orElse(0);
    return largest > 0 ? largest : 1;
  }

  /** The smallest amount that is not 0, whatever its sign; 1 where there is none. */
  double smallest() {
    return entries.stream()
        .mapToDouble(Entry::amount)
        .map(Math::abs)
        .filter(amount -> amount > 0)
        .min()
        .orElse(1);
  }

  double width(int cell) {
    return entries.get(cell).width();
  }

  /** What the largest contributor of a cell knows of it. */
  double largest(int cell) {
    return entries.get(cell).largest();
  }

  /** Whether one respondent alone is in the cell, who therefore knows it. */
  boolean isOfOne(int cell) {
    return entries.get(cell).contributors() == 1;
  }

  /** Whether somebody who is protected is in the cell. */
  boolean isOccupied(int cell) {
    return entries.get(cell).contributors() > 0;
  }

  boolean isSensitive(int cell) {
    return width(cell) > 0;
  }

  /** Whether nothing bounds a cell from below. */
  boolean isSigned(int cell) {
    return entries.get(cell).isSigned();
  }

  /** How far a cell may fall. */
  double room(int cell) {
    return amount(cell) - entries.get(cell).least();
  }

  /** Whether the amount of a cell may change by so much, as far as it can fall. */
  boolean allows(int cell, double change) {
    return room(cell) + change >= -ROUNDING * amount(cell);
  }
}
