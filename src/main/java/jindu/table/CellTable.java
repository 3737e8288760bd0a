package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.COUNT;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of {@link IndicatorTable}, unprotected, with what protect must know of the
 * contributors. Internal.
 */
public final class CellTable {

  public static final String COMPARABLE_YTD = "comparable_ytd";
  public static final String COMPARABLE_PREVIOUS_YTD = "comparable_previous_ytd";
  public static final String VALUE_CONTRIBUTORS = "value_contributors";
  public static final String VALUE_CONTRIBUTED = "value_contributed";
  public static final String VALUE_LARGEST = "value_largest";
  public static final String VALUE_SECOND = "value_second";
  public static final String VALUE_YTD_CONTRIBUTORS = "value_ytd_contributors";
  public static final String VALUE_YTD_CONTRIBUTED = "value_ytd_contributed";
  public static final String VALUE_YTD_LARGEST = "value_ytd_largest";
  public static final String VALUE_YTD_SECOND = "value_ytd_second";
  public static final String PREVIOUS_CONTRIBUTORS = "previous_contributors";
  public static final String PREVIOUS_CONTRIBUTED = "previous_contributed";
  public static final String PREVIOUS_LARGEST = "previous_largest";
  public static final String PREVIOUS_SECOND = "previous_second";
  public static final String PREVIOUS_YTD_CONTRIBUTORS = "previous_ytd_contributors";
  public static final String PREVIOUS_YTD_CONTRIBUTED = "previous_ytd_contributed";
  public static final String PREVIOUS_YTD_LARGEST = "previous_ytd_largest";
  public static final String PREVIOUS_YTD_SECOND = "previous_ytd_second";
  public static final String RESTATED_CONTRIBUTORS = "restated_contributors";
  public static final String EARLIER_REVISED_CONTRIBUTORS = "earlier_revised_contributors";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "indicators",
          Stream.of(
                  IndicatorTable.DEFINITION.columns().stream(),
                  protection().stream(),
                  figures().stream().flatMap(CellTable::ofTheUnnamed),
                  ofTheRevised())
              .flatMap(Function.identity())
              .toList(),
          IndicatorTable.DEFINITION.key(),
          List.of(IndicatorTable.YEAR));

  /** The figures of a cell of which contributors are counted. */
  public static final List<String> FIGURES = figures();

  private CellTable() {}

  /**
   * A figure without what is published of units by name, which whoever reads that takes out; the
   * columns with its contributors are named after it, and are of nobody where nothing is published
   * by name.
   */
  public static String unnamed(String figure) {
    return figure + "_unnamed";
  }

  /** The column with the number of contributors to a figure. */
  public static String contributors(String figure) {
    return figure + "_contributors";
  }

  /** The column with the sum of the absolute contributions to a figure. */
  public static String contributed(String figure) {
    return figure + "_contributed";
  }

  /** The column with the largest absolute contribution to a figure. */
  public static String largest(String figure) {
    return figure + "_largest";
  }

  /** The column with the second largest absolute contribution to a figure. */
  public static String second(String figure) {
    return figure + "_second";
  }

  private static List<String> figures() {
    return List.of(
        IndicatorTable.VALUE,
        IndicatorTable.VALUE_YTD,
        IndicatorTable.PREVIOUS,
        IndicatorTable.PREVIOUS_YTD);
  }

  private static Stream<ColumnDefinition> ofTheUnnamed(String figure) {
    String rest = unnamed(figure);
    String whose = " to " + figure + " that nothing published by name tells.";
    return Stream.of(
        new ColumnDefinition(
            contributors(rest), COUNT, "groups", "Contributing groups, as above," + whose),
        new ColumnDefinition(
            contributed(rest), AMOUNT, "base unit", "Sum of their absolute contributions" + whose),
        new ColumnDefinition(
            largest(rest), AMOUNT, "base unit", "Largest absolute contribution" + whose),
        new ColumnDefinition(
            second(rest), AMOUNT, "base unit", "Second largest absolute contribution" + whose));
  }

  private static Stream<ColumnDefinition> ofTheRevised() {
    return Stream.of(
        new ColumnDefinition(
            RESTATED_CONTRIBUTORS,
            COUNT,
            "groups",
            "Groups that restated_part is not zero of, and that are no administrative component."),
        new ColumnDefinition(
            EARLIER_REVISED_CONTRIBUTORS, COUNT, "groups", "The same of earlier_revised_part."));
  }

  private static List<ColumnDefinition> protection() {
    return List.of(
        new ColumnDefinition(
            COMPARABLE_YTD,
            AMOUNT,
            "base unit",
            "Year to date at comparable prices: the numerator of comparable growth."),
        new ColumnDefinition(
            COMPARABLE_PREVIOUS_YTD,
            AMOUNT,
            "base unit",
            "Same period at comparable prices: the denominator of comparable growth."),
        new ColumnDefinition(
            VALUE_CONTRIBUTORS,
            COUNT,
            "groups",
            "Contributing groups to value that are no administrative component."),
        new ColumnDefinition(
            VALUE_CONTRIBUTED,
            AMOUNT,
            "base unit",
            "Sum of absolute contributions of these groups to value."),
        new ColumnDefinition(
            VALUE_LARGEST, AMOUNT, "base unit", "Largest absolute contribution to value."),
        new ColumnDefinition(
            VALUE_SECOND, AMOUNT, "base unit", "Second largest absolute contribution to value."),
        new ColumnDefinition(
            VALUE_YTD_CONTRIBUTORS,
            COUNT,
            "groups",
            "Contributing groups to value_ytd that are no administrative component."),
        new ColumnDefinition(
            VALUE_YTD_CONTRIBUTED,
            AMOUNT,
            "base unit",
            "Sum of absolute contributions of these groups to value_ytd."),
        new ColumnDefinition(
            VALUE_YTD_LARGEST, AMOUNT, "base unit", "Largest absolute contribution to value_ytd."),
        new ColumnDefinition(
            VALUE_YTD_SECOND,
            AMOUNT,
            "base unit",
            "Second largest absolute contribution to value_ytd."),
        new ColumnDefinition(
            PREVIOUS_CONTRIBUTORS,
            COUNT,
            "groups",
            "Contributing groups to previous that are no administrative component."),
        new ColumnDefinition(
            PREVIOUS_CONTRIBUTED,
            AMOUNT,
            "base unit",
            "Sum of absolute contributions of these groups to previous."),
        new ColumnDefinition(
            PREVIOUS_LARGEST, AMOUNT, "base unit", "Largest absolute contribution to previous."),
        new ColumnDefinition(
            PREVIOUS_SECOND,
            AMOUNT,
            "base unit",
            "Second largest absolute contribution to previous."),
        new ColumnDefinition(
            PREVIOUS_YTD_CONTRIBUTORS,
            COUNT,
            "groups",
            "Contributing groups to previous_ytd that are no administrative component."),
        new ColumnDefinition(
            PREVIOUS_YTD_CONTRIBUTED,
            AMOUNT,
            "base unit",
            "Sum of absolute contributions of these groups to previous_ytd."),
        new ColumnDefinition(
            PREVIOUS_YTD_LARGEST,
            AMOUNT,
            "base unit",
            "Largest absolute contribution to previous_ytd."),
        new ColumnDefinition(
            PREVIOUS_YTD_SECOND,
            AMOUNT,
            "base unit",
            "Second largest absolute contribution to previous_ytd."));
  }
}
