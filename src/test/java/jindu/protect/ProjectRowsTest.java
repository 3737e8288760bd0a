package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.ProjectProgressTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Named projects leave with figures only where the catalog says their ledger is no secret. */
class ProjectRowsTest {

  private static final StructType SCHEMA = ProjectProgressTable.DEFINITION.schema();

  @Test
  void anAdministrativeLedgerLeavesAsItIs() throws Exception {
    Row row = published("administrative: true");
    assertThat(row.<BigDecimal>getAs(ProjectProgressTable.DONE_YTD)).isEqualByComparingTo("600");
    assertThat(row.<String>getAs(ProjectProgressTable.LAMP)).isEqualTo("green");
    assertThat(row.<Boolean>getAs(ProjectProgressTable.WITHHELD)).isFalse();
  }

  @Test
  void ofAnyOtherTheProjectIsNamedAndNoFigureIsLeftToRead() throws Exception {
    Row row = published("administrative: false");
    for (String figure :
        List.of(
            ProjectProgressTable.TOTAL_INVESTMENT,
            ProjectProgressTable.ANNUAL_PLAN,
            ProjectProgressTable.DONE_YTD,
            ProjectProgressTable.DONE_SINCE_START,
            ProjectProgressTable.COMPLETION_PCT,
            ProjectProgressTable.GAP_POINTS)) {
      assertThat(row.<Object>getAs(figure)).as(figure).isNull();
    }
    assertThat(row.<String>getAs(ProjectProgressTable.LAMP)).isEqualTo("grey");
    assertThat(row.<Boolean>getAs(ProjectProgressTable.WITHHELD)).isTrue();
    assertThat(row.<String>getAs(ProjectProgressTable.STAGE)).isEqualTo("开工");
  }

  private static Row published(String administrative) throws Exception {
    Map<String, String> texts =
        new HashMap<>(CatalogReader.read(Path.of("data-lake", "reference")).files());
    texts.computeIfPresent(
        "forms/ZD-1.yaml", (path, text) -> text.replace("administrative: true", administrative));
    Catalog catalog = CatalogReader.read(texts);
    Object[] row = new Object[SCHEMA.size()];
    for (int column = 0; column < row.length; column++) {
      if (SCHEMA.fields()[column].dataType().typeName().startsWith("decimal")) {
        row[column] = new BigDecimal("600.0000");
      }
    }
    row[SCHEMA.fieldIndex(ProjectProgressTable.PROJECT_CODE)] = "2019-410311-27-03-000001";
    row[SCHEMA.fieldIndex(ProjectProgressTable.STAGE)] = "开工";
    row[SCHEMA.fieldIndex(ProjectProgressTable.LAMP)] = "green";
    row[SCHEMA.fieldIndex(ProjectProgressTable.WITHHELD)] = false;
    return Protect.projectProgress(
            TestSession.get().createDataFrame(List.of(RowFactory.create(row)), SCHEMA), catalog)
        .collectAsList()
        .get(0);
  }
}
