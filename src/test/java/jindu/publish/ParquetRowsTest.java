package jindu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import jindu.table.Types;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that DuckDB wrote, read back without Spark. */
class ParquetRowsTest {

  private static final TableDefinition TABLE =
      new TableDefinition(
          "things",
          List.of(
              column("name", Types.TEXT),
              column("year", Types.WHOLE),
              column("units", Types.COUNT),
              column("narrow", DataTypes.createDecimalType(8, 2)),
              column("middle", Types.PERCENT),
              column("wide", Types.AMOUNT),
              column("day", Types.DAY),
              column("claim", Types.CLAIM)),
          List.of("name"));

  @TempDir private Path folder;

  @Test
  void everyTypeComesBackAsItWasWritten() throws Exception {
    write(
        "all.parquet",
        """
        SELECT '洛龙区 “5G”' AS name, 2021::INTEGER AS year, 9007199254740993::BIGINT AS units,
          123456.78::DECIMAL(8,2) AS narrow, 12345678.1234::DECIMAL(12,4) AS middle,
          12345678901234567890.1234::DECIMAL(24,4) AS wide, DATE '2021-11-05' AS day, true AS claim
        """);

    assertThat(read("all.parquet").get(0))
        .isEqualTo(
            row(
                "洛龙区 “5G”",
                2021,
                9007199254740993L,
                new BigDecimal("123456.78"),
                new BigDecimal("12345678.1234"),
                new BigDecimal("12345678901234567890.1234"),
                Date.valueOf(LocalDate.of(2021, 11, 5)),
                true));
  }

  @Test
  void negativeAndZeroDecimalsOfEveryWidthKeepSignAndScale() throws Exception {
    write(
        "all.parquet",
        """
        SELECT name, 1::INTEGER AS year, -1::BIGINT AS units, value::DECIMAL(8,2) AS narrow,
          value::DECIMAL(12,4) AS middle, value::DECIMAL(24,4) AS wide,
          DATE '1969-12-31' AS day, false AS claim
        FROM (VALUES ('a', -123456.78), ('b', 0.00), ('c', -0.01)) AS t(name, value)
        """);

    List<Row> rows = read("all.parquet");
    for (String column : List.of("narrow", "middle", "wide")) {
      int scale = column.equals("narrow") ? 2 : 4;
      assertThat(rows)
          .as(column)
          .extracting(row -> row.<BigDecimal>getAs(column))
          .containsExactly(
              new BigDecimal("-123456.78").setScale(scale),
              BigDecimal.ZERO.setScale(scale),
              new BigDecimal("-0.01").setScale(scale));
    }
    assertThat(rows.get(0).<Date>getAs("day")).isEqualTo(Date.valueOf("1969-12-31"));
    assertThat(rows.get(0).<Long>getAs("units")).isEqualTo(-1L);
    assertThat(rows.get(0).<Boolean>getAs("claim")).isFalse();
  }

  @Test
  void whatIsNullIsNullAndTheOrderOfColumnsInTheFileIsOfNoMatter() throws Exception {
    write(
        "all.parquet",
        """
        SELECT NULL::BOOLEAN AS claim, NULL::DATE AS day, NULL::DECIMAL(24,4) AS wide,
          NULL::DECIMAL(12,4) AS middle, NULL::DECIMAL(8,2) AS narrow, NULL::BIGINT AS units,
          2021::INTEGER AS year, NULL::VARCHAR AS name
        """);

    assertThat(read("all.parquet"))
        .containsExactly(row(null, 2021, null, null, null, null, null, null));
  }

  @Test
  void aPublicationsRowsAreThoseOfAllFilesInTheirOrder() throws Exception {
    TableDefinition table =
        new TableDefinition(
            "things_by_year",
            List.of(column("year", Types.WHOLE), column("name", Types.TEXT)),
            List.of());
    write(
        "2020.parquet", "SELECT 2020::INTEGER AS year, x AS name FROM (VALUES ('b'), ('a')) t(x)");
    write("2021.parquet", "SELECT 2021::INTEGER AS year, 'c' AS name");

    PublishedRows rows =
        PublishedRows.read(
            new org.apache.hadoop.fs.Path(folder.toString()),
            "2021-11-05-01",
            LocalDate.of(2021, 11, 5),
            List.of(
                new PublishedTable(
                    table,
                    List.of(
                        new PublishedTable.File("2020.parquet", 2, ""),
                        new PublishedTable.File("2021.parquet", 1, "")))));

    assertThat(rows.of(table))
        .extracting(row -> row.<Integer>getAs("year") + row.<String>getAs("name"))
        .containsExactly("2020b", "2020a", "2021c");
    assertThat(rows.of(TABLE)).as("a table that is not published").isEmpty();
    assertThat(rows.publication()).isEqualTo("2021-11-05-01");
  }

  private void write(String name, String query) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
              .formatted(query.strip(), folder.resolve(name)));
    }
  }

  private List<Row> read(String name) throws Exception {
    return ParquetRows.read(
        new org.apache.hadoop.fs.Path(folder.resolve(name).toString()), TABLE, new Configuration());
  }

  private static Row row(Object... values) {
    return RowFactory.create(values);
  }

  private static ColumnDefinition column(String name, DataType type) {
    return new ColumnDefinition(name, type, "", "");
  }
}
