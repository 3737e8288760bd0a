package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that differ by their last digit are found, and so is a cell that one side lacks. */
class CellComparisonTest {

  private static final String FIRST = "('sales', '410311', 'ALL', 2020, 1, 100.0000)";
  private static final String SECOND = "('sales', '410311', 'ALL', 2020, 2, 250.5000)";

  @TempDir private Path folder;

  @Test
  void theSameFiguresAreTheSame() throws Exception {
    CellComparison comparison =
        CellComparison.of(cells("ours", FIRST, SECOND), cells("peer", SECOND, FIRST));

    assertThat(comparison.isSame()).isTrue();
    assertThat(comparison.cells()).isEqualTo(2);
    assertThat(comparison.examples()).isEmpty();
  }

  @Test
  void aTenThousandthIsADifferenceAndIsNamed() throws Exception {
    CellComparison comparison =
        CellComparison.of(
            cells("ours", FIRST, SECOND), cells("peer", FIRST, SECOND.replace(".5000", ".5001")));

    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison.differences()).isEqualTo(1);
    assertThat(comparison.examples())
        .contains("sales 410311 ALL 2020 2 value_ytd: 250.5000 / 250.5001");
  }

  @Test
  void aCellThatOneSideLacksIsADifference() throws Exception {
    CellComparison lacking = CellComparison.of(cells("ours", FIRST), cells("peer", FIRST, SECOND));
    CellComparison more = CellComparison.of(cells("ours2", FIRST, SECOND), cells("peer2", FIRST));

    assertThat(lacking.differences()).isEqualTo(1);
    assertThat(lacking.examples()).contains("sales 410311 ALL 2020 2 value_ytd: null / 250.5000");
    assertThat(more.differences()).isEqualTo(1);
  }

  /** What nobody counted says nothing, and no peer has to have it. */
  @Test
  void aCellWithoutAnyFigureIsNotCompared() throws Exception {
    CellComparison comparison =
        CellComparison.of(
            cells("ours", FIRST, SECOND.replace("250.5000", "NULL")), cells("peer", FIRST));

    assertThat(comparison.isSame()).isTrue();
    assertThat(comparison.cells()).isEqualTo(1);
  }

  @Test
  void twoEmptySidesAreNotTheSame() throws Exception {
    String none = FIRST.replace("100.0000", "NULL");

    assertThat(CellComparison.of(cells("ours", none), cells("peer", none)).isSame()).isFalse();
  }

  /** Every figure is the one given, but for the growth, which is null. */
  private Path cells(String name, String... rows) throws SQLException {
    Path file = folder.resolve(name + ".parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          """
          COPY (SELECT indicator, township_code, sector_code, year, quarter,
              figure AS value, figure AS value_ytd, figure AS previous, figure AS previous_ytd,
              NULL::DECIMAL(12,4) AS growth_pct, NULL::DECIMAL(12,4) AS growth_ytd_pct,
              NULL::DECIMAL(12,4) AS comparable_growth_ytd_pct
            FROM (VALUES %s) AS t(indicator, township_code, sector_code, year, quarter, text)
            CROSS JOIN LATERAL (SELECT text::DECIMAL(24,4) AS figure) f)
          TO '%s' (FORMAT parquet)
          """
              .formatted(String.join(", ", rows), file));
    }
    return file;
  }
}
