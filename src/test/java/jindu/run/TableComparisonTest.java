package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jindu.TestSession;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A comparison that finds no difference where there is one would prove anything. */
class TableComparisonTest {

  private static final TableDefinition TABLE =
      new TableDefinition(
          "things",
          List.of(
              new ColumnDefinition("thing", Types.TEXT, "", "Key."),
              new ColumnDefinition("value", Types.AMOUNT, "", "A figure."),
              new ColumnDefinition("words", Types.TEXT_BY_NAME, "", "By name.")),
          List.of("thing"));

  @Test
  void rowsInAnyOrderAndMapsInAnyOrderAreTheSame() {
    TableDifference found =
        TableComparison.of(
            TABLE,
            rows("('a', 1, map('x', '1', 'y', '2')), ('b', null, null)"),
            rows("('b', null, null), ('a', 1.0, map('y', '2', 'x', '1'))"));

    assertThat(found.isNone()).isTrue();
  }

  @Test
  void aRowThatIsMissingExtraOtherNullOrTwiceIsFound() {
    TableDifference found =
        TableComparison.of(
            TABLE,
            rows("('extra', 1, null), ('other', 1, null), ('null', 0, null), ('twice', 1, null)"),
            rows(
                "('missing', 1, null), ('other', 1.0001, null), ('null', null, null),"
                    + " ('twice', 1, null), ('twice', 1, null)"));

    assertThat(found)
        .isEqualTo(
            new TableDifference(
                "things",
                1,
                1,
                3,
                List.of(
                    "different null",
                    "different other",
                    "different twice",
                    "extra extra",
                    "missing missing")));
  }

  private static Dataset<Row> rows(String values) {
    return TestSession.get().sql("SELECT * FROM VALUES " + values + " AS t(thing, value, words)");
  }
}
