package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jindu.TestSession;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that exists nowhere else is a text file, and its indicator is published. */
class NewFormTest {

  private static final String FORM =
      """
      form: TY-1
      title: {zh: 体育场馆运营情况, en: Use of sports halls}
      source: a test
      population:
        zh: 对公众开放的体育场馆
        en: Sports halls open to the public
        sectors: ["89"]
        source: a test
      frequency: quarterly
      unit: 人
      unit_header: 场馆编号
      key: [unit_code]
      required: [period, unit_code, township_code]
      sector_levels: []
      due_days: 10
      final_day: 03-31
      base: reported
      registered: false
      administrative: true
      estimates: false
      items:
        - {code: visits, header: 到馆人次, aliases: [入馆人次], columns: [ytd, previous], required: [ytd, previous]}
        - {code: paid_visits, header: 收费人次, columns: [ytd], required: []}
      checks:
        - code: TY-1-01
          severity: hard
          kind: parts_within_total
          total: visits
          parts: [paid_visits]
          columns: [ytd]
          zh: 收费人次大于到馆人次（{0}），请核对后重报
          en: Paid visits exceed visits ({0}); check both and deliver again
          source: a test
        - code: TY-1-02
          severity: soft
          kind: growth_within
          total: visits
          minimum: -50
          maximum: 50
          zh: 到馆人次增速超出 -50%～50%
          en: Growth of visits lies outside -50 % to 50 %
          source: a test
      feeds:
        - {indicator: sports_hall_visits, item: visits}
      """;
  private static final String INDICATOR =
      "sports_hall_visits,体育场馆到馆人次,Visits to sports halls,flow,persons,万人次,10000,2,up,"
          + "township,none,false,,\n";
  private static final String DELIVERY =
      """
      表名：体育场馆运营情况
      报告期,场馆编号,区划代码,入馆人次_本年累计,到馆人次_上年同期,收费人次_本年累计
      2021年一季度,H1,410311002,"1,200",500,300
      2021年一季度,H2,410311004,1800,2000,
      2021年一季度,H3,410311002,500,400,600
      """;

  @TempDir private Path lake;

  @Test
  void aTextFileMakesAFormAndARowAnIndicatorThatIsPublished() throws Exception {
    SampleLake.copyReference(lake);
    Path reference = lake.resolve("reference");
    Files.writeString(reference.resolve("forms/TY-1.yaml"), FORM);
    Path indicators = reference.resolve("indicators.csv");
    Files.writeString(indicators, Files.readString(indicators) + INDICATOR);
    Path inbox = lake.resolve("inbox/TY-1/2021-04-12");
    Files.createDirectories(inbox);
    Files.writeString(inbox.resolve("halls.csv"), DELIVERY);

    NightResult night = SampleLake.night(lake);

    assertThat(night.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(night.files())
        .singleElement()
        .satisfies(
            file ->
                assertThat(List.of(file.rowsRead(), file.accepted(), file.quarantined()))
                    .containsExactly(3L, 2L, 1L));
    // 1,200 + 1,800 against 500 + 2,000.
    assertThat(published("410311", IndicatorTable.VALUE_YTD)).isEqualByComparingTo("3000");
    assertThat(published("410311", IndicatorTable.GROWTH_YTD_PCT)).isEqualByComparingTo("20");
    assertThat(published("410311002", IndicatorTable.VALUE_YTD)).isEqualByComparingTo("1200");

    // 1,200 against 500 is more than the 50 % that the form allows without a question.
    assertThat(
            SampleLake.table(lake, ObservationTable.DEFINITION)
                .filter("item = 'visits'")
                .collectAsList())
        .extracting(row -> row.getAs(ObservationTable.UNIT_KEY), row -> flags(row))
        .containsExactlyInAnyOrder(tuple("H1", List.of("TY-1-02")), tuple("H2", List.of()));

    assertThat(SampleLake.table(lake, QuarantineTable.DEFINITION).collectAsList())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<Integer>getAs(QuarantineTable.ROW_NUMBER)).isEqualTo(5);
              assertThat(texts(row, QuarantineTable.REASONS)).containsExactly("TY-1-01");
              assertThat(texts(row, QuarantineTable.REASONS_ZH))
                  .containsExactly("收费人次大于到馆人次（到馆人次_本年累计 500, 收费人次_本年累计 600），请核对后重报");
              assertThat(texts(row, QuarantineTable.REASONS_EN))
                  .containsExactly(
                      "Paid visits exceed visits (到馆人次_本年累计 500, 收费人次_本年累计 600);"
                          + " check both and deliver again");
            });
  }

  /** One figure of the published table, as a reader of its file finds it. */
  private BigDecimal published(String place, String column) {
    return TestSession.get()
        .read()
        .parquet(lake.resolve("published/current/indicator/2021.parquet").toString())
        .filter("indicator = 'sports_hall_visits' AND sector_code = 'ALL' AND quarter = 1")
        .filter("township_code = '" + place + "'")
        .collectAsList()
        .get(0)
        .getAs(column);
  }

  private static List<String> flags(Row row) {
    return texts(row, ObservationTable.FLAGS);
  }

  private static List<String> texts(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }
}
