package jindu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.table.QueryTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Query lists as a township statistician opens them. */
class QueryFilesTest {

  private static final LocalDate AS_OF = LocalDate.of(2021, 7, 20);
  private static final String ID = "2021-07-20-01";
  private static final String TOWNSHIP = "410311002";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  /** Row of the headers on a sheet, below three titles. */
  private static final int HEADER = 3;

  private static Catalog read;

  @TempDir private Path folder;

  private final List<Row> rows = new ArrayList<>();
  private Catalog catalog = read;

  @BeforeAll
  static void readCatalog() throws IOException, CatalogException {
    read = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void everyTownshipThatIsAskedHasASheetAndParquetAndNoOtherHas() throws IOException {
    line(TOWNSHIP, 2, Map.of(QueryTable.UNIT_KEY, "U2"));
    line("410311102", 1, Map.of(QueryTable.UNIT_KEY, "U3"));
    line(TOWNSHIP, 1, Map.of(QueryTable.UNIT_KEY, "U1"));

    write();

    assertThat(names())
        .containsExactly(
            "410311002.parquet", "410311002.xlsx", "410311102.parquet", "410311102.xlsx");
    assertThat(column(TOWNSHIP, QueryColumn.UNIT_KEY)).containsExactly("U1", "U2");
    assertThat(column("410311102", QueryColumn.UNIT_KEY)).containsExactly("U3");
    assertThat(cell(TOWNSHIP, 0, 0).asString()).isEqualTo("洛龙区开元路街道统计报表查询单");
    assertThat(cell("410311102", 0, 0).asString()).isEqualTo("洛龙区安乐镇统计报表查询单");
    assertThat(cell(TOWNSHIP, 1, 0).asString()).contains(ID, "2021-07-20", "共 2 条");
  }

  @Test
  void withNothingToAskThereIsNoFile() throws IOException {
    write();

    assertThat(names()).isEmpty();
  }

  @Test
  void whatAnEarlierAttemptLeftIsGone() throws IOException {
    line(TOWNSHIP, 1, Map.of());
    write();
    rows.clear();
    line("410311004", 1, Map.of());

    write();

    assertThat(names()).containsExactly("410311004.parquet", "410311004.xlsx");
  }

  @Test
  void parquetHoldsBaseUnitsAndTheSheetTheDeliveredUnit() throws IOException {
    line(
        TOWNSHIP,
        1,
        Map.of(
            QueryTable.VALUE, amount("1234567.8"),
            QueryTable.EXPECTED, amount("234000"),
            QueryTable.DIFFERENCE, amount("1000567.8"),
            QueryTable.DIFFERENCE_PCT, amount("427.5931"),
            QueryTable.EFFECT_PCT, amount("12.5"),
            QueryTable.DELIVERED_UNIT, "千元",
            QueryTable.DELIVERED_FACTOR, amount("1000")));

    write();

    assertThat(parquet(TOWNSHIP).first().<BigDecimal>getAs(QueryTable.VALUE))
        .isEqualByComparingTo("1234567.8");
    assertNumber(QueryColumn.VALUE, "1234.5678");
    assertNumber(QueryColumn.EXPECTED, "234");
    assertNumber(QueryColumn.DIFFERENCE, "1000.5678");
    assertNumber(QueryColumn.DIFFERENCE_PCT, "427.5931");
    assertNumber(QueryColumn.EFFECT_PCT, "12.5");
    assertNumber(QueryColumn.RANK, "1");
    assertThat(cell(TOWNSHIP, HEADER + 1, place(QueryColumn.DELIVERED_UNIT)).asString())
        .isEqualTo("千元");
  }

  @Test
  void largeAndSmallFiguresAreWrittenToTheLastDigit() throws IOException {
    line(
        TOWNSHIP,
        1,
        Map.of(
            QueryTable.VALUE, amount("12345678901234567890.1234"),
            QueryTable.EXPECTED, amount("-0.0001"),
            QueryTable.DIFFERENCE, amount("900000000000"),
            QueryTable.DELIVERED_FACTOR, amount("100000000")));

    write();

    assertThat(part(SHEET))
        .contains("<v>123456789012.345678901234</v>", "<v>-1E-12</v>", "<v>9000</v>");
  }

  @Test
  void whatIsNotKnownIsAnEmptyCellAndAFindingAboutTheReturnSaysSo() throws IOException {
    line(TOWNSHIP, 1, Map.of());

    write();

    for (QueryColumn column :
        List.of(QueryColumn.VALUE, QueryColumn.EFFECT_PCT, QueryColumn.LAST_EXPLANATION)) {
      assertThat(cell(TOWNSHIP, HEADER + 1, place(column)).getType())
          .as(column.code())
          .isEqualTo(CellType.EMPTY);
    }
    assertThat(cell(TOWNSHIP, HEADER + 1, place(QueryColumn.ITEM_HEADER)).asString())
        .isEqualTo("（整张报表）");
  }

  @Test
  void noTextRunsAsAFormulaAndParquetKeepsItAsDelivered() throws IOException {
    String attack = "=HYPERLINK(\"http://x\",\"点此\")";
    line(
        TOWNSHIP,
        1,
        Map.of(
            QueryTable.UNIT_NAME, attack,
            QueryTable.UNIT_KEY, "@SUM(A1)",
            QueryTable.LAST_EXPLANATION, "\u3000＝1+1",
            QueryTable.ODD_ZH, "+1"));

    write();

    assertThat(part(SHEET)).doesNotContain("<f>").doesNotContain("<f ");
    for (QueryColumn column :
        List.of(
            QueryColumn.UNIT_NAME,
            QueryColumn.UNIT_KEY,
            QueryColumn.LAST_EXPLANATION,
            QueryColumn.ODD_ZH)) {
      Cell cell = cell(TOWNSHIP, HEADER + 1, place(column));
      assertThat(cell.getType()).as(column.code()).isEqualTo(CellType.STRING);
      assertThat(cell.asString()).as(column.code()).startsWith("'");
    }
    assertThat(parquet(TOWNSHIP).first().<String>getAs(QueryTable.UNIT_NAME)).isEqualTo(attack);
  }

  @Test
  void numbersAreNumberCellsAndTextsAreTextCellsInTheFileItself() throws IOException {
    line(
        TOWNSHIP,
        1,
        Map.of(
            QueryTable.UNIT_KEY, "0123", QueryTable.VALUE, amount("-5"), QueryTable.FORM, "206"));

    write();

    // Columns B and D hold codes of digits, column G the figure.
    assertThat(part(SHEET))
        .containsPattern("<c r=\"B5\" s=\"\\d+\" t=\"s\">")
        .containsPattern("<c r=\"D5\" s=\"\\d+\" t=\"s\">")
        .containsPattern("<c r=\"G5\" s=\"\\d+\" t=\"n\"><v>-5</v>");
  }

  @Test
  void theHeaderRowIsFrozenAndRepeatedOnPaper() throws IOException {
    line(TOWNSHIP, 1, Map.of());

    write();

    assertThat(part(SHEET)).contains("<pane xSplit=\"3\" ySplit=\"4\"");
    assertThat(part("xl/workbook.xml")).contains("Print_Titles").contains("$4:$4");
  }

  @Test
  void theSameLinesMakeTheSameBytesAndTheDayIsThePublications() throws IOException {
    line(TOWNSHIP, 1, Map.of(QueryTable.VALUE, amount("5"), QueryTable.UNIT_NAME, "单位"));
    write();
    byte[] first = Files.readAllBytes(folder.resolve("410311002.xlsx"));

    write();

    assertThat(Files.readAllBytes(folder.resolve("410311002.xlsx"))).isEqualTo(first);
    assertThat(part("docProps/core.xml")).contains("2021-07-20T00:00:00Z");
  }

  @Test
  void aSheetHoldsTheWorstLinesAndSaysHowManyThereAre() throws IOException {
    for (int rank = 1; rank <= QueryFiles.SHEET_LINES + 1; rank++) {
      line(TOWNSHIP, rank, Map.of());
    }

    write();

    assertThat(column(TOWNSHIP, QueryColumn.RANK))
        .hasSize(QueryFiles.SHEET_LINES)
        .endsWith("20000");
    assertThat(cell(TOWNSHIP, 1, 0).asString()).contains("共 20001 条", "只列前 20000 条");
    assertThat(parquet(TOWNSHIP).count()).isEqualTo(QueryFiles.SHEET_LINES + 1);
  }

  @Test
  void theNoticeOfTheDataStandsOnEverySheet() throws IOException {
    line(TOWNSHIP, 1, Map.of());
    catalog =
        new Catalog(
            catalog.places(),
            catalog.sectors(),
            catalog.indicators(),
            catalog.forms(),
            catalog.targets(),
            catalog.milestones(),
            catalog.lampPresets(),
            catalog.headline(),
            catalog.valueAddedRates(),
            catalog.priceIndices(),
            catalog.baseAdjustments(),
            catalog.abnormalQuarters(),
            catalog.exclusions(),
            List.of(),
            List.of(),
            catalog.primaryRules(),
            catalog.retention(),
            Optional.of(new Catalog.Notice("合成数据", "synthetic")),
            catalog.files());

    write();

    assertThat(cell(TOWNSHIP, HEADER, 0).asString()).isEqualTo("合成数据");
  }

  private void line(String township, int rank, Map<String, Object> given) {
    Map<String, Object> cells = new HashMap<>(given);
    cells.put(QueryTable.TOWNSHIP_CODE, township);
    cells.put(QueryTable.RANK, rank);
    List<Object> values = new ArrayList<>();
    for (StructField field : QueryTable.DEFINITION.schema().fields()) {
      values.add(cells.get(field.name()));
    }
    rows.add(RowFactory.create(values.toArray()));
  }

  private void write() throws IOException {
    Dataset<Row> queries = TestSession.get().createDataFrame(rows, QueryTable.DEFINITION.schema());
    QueryFiles.write(new org.apache.hadoop.fs.Path(folder.toUri()), ID, AS_OF, queries, catalog);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Dataset<Row> parquet(String township) {
    return TestSession.get()
        .read()
        .parquet(folder.resolve(township + ".parquet").toString())
        .orderBy(QueryTable.RANK);
  }

  private void assertNumber(QueryColumn column, String expected) throws IOException {
    Cell cell = cell(TOWNSHIP, HEADER + 1, place(column));
    assertThat(cell.getType()).as(column.code()).isEqualTo(CellType.NUMBER);
    assertThat(cell.asNumber()).as(column.code()).isEqualByComparingTo(expected);
  }

  private List<String> column(String township, QueryColumn column) throws IOException {
    List<org.dhatim.fastexcel.reader.Row> sheet = sheet(township);
    return sheet.subList(HEADER + 1, sheet.size()).stream()
        .map(row -> row.getCellText(place(column)))
        .toList();
  }

  private Cell cell(String township, int row, int column) throws IOException {
    return sheet(township).get(row).getCell(column);
  }

  private List<org.dhatim.fastexcel.reader.Row> sheet(String township) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(township + ".xlsx"));
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      return workbook.getFirstSheet().read();
    }
  }

  /** A part of the township's workbook as it stands in the file. */
  private String part(String name) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve(TOWNSHIP + ".xlsx").toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int place(QueryColumn column) {
    return List.of(QueryColumn.values()).indexOf(column);
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text).setScale(4);
  }
}
