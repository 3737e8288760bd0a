package jindu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.ResponseQualityTable;
import jindu.table.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C204-1 is due 10 days after the quarter, B204-1 18 and HS-1 25. */
class DueQuartersTest {

  private static final StructType SCHEMA =
      new StructType()
          .add(ResponseQualityTable.FORM, Types.TEXT)
          .add(ResponseQualityTable.YEAR, Types.WHOLE)
          .add(ResponseQualityTable.QUARTER, Types.WHOLE);

  @ParameterizedTest
  @CsvSource({
    "2021-10-09, ''",
    "2021-10-10, C204-1",
    "2021-10-17, C204-1",
    "2021-10-18, B204-1 C204-1",
    "2021-10-24, B204-1 C204-1",
    "2021-10-25, B204-1 C204-1 HS-1",
    "2022-03-01, B204-1 C204-1 HS-1"
  })
  void aQuarterOfAFormIsDueWithIt(LocalDate asOf, String due) throws Exception {
    Catalog catalog = CatalogReader.read(Path.of("data-lake", "reference"));
    List<Row> rows =
        List.of(
            RowFactory.create("B204-1", 2021, 3),
            RowFactory.create("C204-1", 2021, 3),
            RowFactory.create("HS-1", 2021, 3));
    List<String> forms =
        DueQuarters.ofForms(TestSession.get().createDataFrame(rows, SCHEMA), catalog, asOf)
            .collectAsList()
            .stream()
            .map(row -> row.<String>getAs(ResponseQualityTable.FORM))
            .sorted()
            .toList();
    assertThat(String.join(" ", forms)).isEqualTo(due);
  }
}
