package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that differ by their last digit are found, and so is a cell that one side lacks. */
class FigureComparisonTest {

  private static final String FIRST = "('sales', '410311', 'ALL', 2020, 1, 100.0000)";
  private static final String SECOND = "('sales', '410311', 'ALL', 2020, 2, 250.5000)";

  @TempDir private Path folder;

  @Test
  void theSameFiguresAreTheSame() throws Exception {
    FigureComparison comparison =
        FigureComparison.ofCells(cells("ours", FIRST, SECOND), cells("peer", SECOND, FIRST));

    assertThat(comparison.isSame()).isTrue();
    assertThat(comparison.rows()).isEqualTo(2);
    assertThat(comparison.examples()).isEmpty();
  }

  @Test
  void aTenThousandthIsADifferenceAndIsNamed() throws Exception {
    FigureComparison comparison =
        FigureComparison.ofCells(
            cells("ours", FIRST, SECOND), cells("peer", FIRST, SECOND.replace(".5000", ".5001")));

    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison.differences()).isEqualTo(1);
    assertThat(comparison.examples())
        .contains("sales 410311 ALL 2020 2 value_ytd: 250.5000 / 250.5001");
  }

  @Test
  void aCellThatOneSideLacksIsADifference() throws Exception {
    FigureComparison lacking =
        FigureComparison.ofCells(cells("ours", FIRST), cells("peer", FIRST, SECOND));
    FigureComparison more =
        FigureComparison.ofCells(cells("ours2", FIRST, SECOND), cells("peer2", FIRST));

    assertThat(lacking.differences()).isEqualTo(1);
    assertThat(lacking.examples()).contains("sales 410311 ALL 2020 2 value_ytd: null / 250.5000");
    assertThat(more.differences()).isEqualTo(1);
  }

  /** What nobody counted says nothing, and no peer has to have it. */
  @Test
  void aCellWithoutAnyFigureIsNotCompared() throws Exception {
    FigureComparison comparison =
        FigureComparison.ofCells(
            cells("ours", FIRST, SECOND.replace("250.5000", "NULL")), cells("peer", FIRST));

    assertThat(comparison.isSame()).isTrue();
    assertThat(comparison.rows()).isEqualTo(1);
  }

  @Test
  void twoEmptySidesAreNotTheSame() throws Exception {
    String none = FIRST.replace("100.0000", "NULL");

    assertThat(FigureComparison.ofCells(cells("ours", none), cells("peer", none)).isSame())
        .isFalse();
  }

  @Test
  void ofThePlanItsOwnLevelsAreCompared() throws Exception {
    String stated = "('P1', 2020, 2, 50.0000, false, 'level')";
    String allocated = "('P1', 2020, 2, 40.0000, true, 'level')";

    Path ours = completion("ours", stated, allocated);
    assertThat(FigureComparison.ofCompletion(ours, completion("peer", stated)).isSame()).isTrue();
    assertThat(
            FigureComparison.ofCompletion(ours, completion("wrong", stated.replace("50", "51")))
                .examples())
        .containsExactly("P1 2020 2 completion_pct: 50.0000 / 51.0000");
  }

  @Test
  void twoComparisonsCountAsOne() {
    FigureComparison same = new FigureComparison(3, 0, List.of());
    FigureComparison different = new FigureComparison(2, 1, List.of("a: 1 / 2"));

    assertThat(same.and(different)).isEqualTo(new FigureComparison(5, 1, List.of("a: 1 / 2")));
    assertThat(same.and(different).isSame()).isFalse();
  }

  private Path completion(String name, String... rows) throws SQLException {
    return copied(
        name,
        """
        SELECT target_id, year, quarter, pct::DECIMAL(12,4) AS completion_pct, allocated, kind
        FROM (VALUES %s) AS t(target_id, year, quarter, pct, allocated, kind)
        """
            .formatted(String.join(", ", rows)));
  }

  /** Every figure is the one given, but for the growth, which is null. */
  private Path cells(String name, String... rows) throws SQLException {
    return copied(
        name,
        """
        SELECT indicator, township_code, sector_code, year, quarter,
          figure AS value, figure AS value_ytd, figure AS previous, figure AS previous_ytd,
          NULL::DECIMAL(12,4) AS growth_pct, NULL::DECIMAL(12,4) AS growth_ytd_pct,
          NULL::DECIMAL(12,4) AS comparable_growth_ytd_pct
        FROM (VALUES %s) AS t(indicator, township_code, sector_code, year, quarter, text)
        CROSS JOIN LATERAL (SELECT text::DECIMAL(24,4) AS figure) f
        """
            .formatted(String.join(", ", rows)));
  }

  private Path copied(String name, String query) throws SQLException {
    Path file = folder.resolve(name + ".parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
    }
    return file;
  }
}
