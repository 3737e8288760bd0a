package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CheckOutputTest {

  private final Catalog catalog = SmallCatalog.of();

  @Test
  void anItemBecomesAnObservationInBaseUnitsWithItsThreeColumns() {
    Dataset<Row> observations =
        observations(
            new Delivered()
                .registered("B204-1", "2020-02", 1)
                .file(
                    "B204-1",
                    "2020-04-10",
                    "B204-1/1.csv",
                    Delivered.GOOD_INDUSTRY
                        + "; output.ytd=1,234.56789; unit_code="
                        + Delivered.unit(1)));

    assertThat(
            observations
                .where("form = 'B204-1'")
                .orderBy("item")
                .select("item", "value", "previous", "month_value", "year", "quarter", "in_force")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[output,1234567.8900,90000.0000,40000.0000,2020,1,true]",
            "[sales,90000.0000,80000.0000,null,2020,1,true]");
  }

  @Test
  void aDepartmentsFigureIsCountedInTheDisplayUnitOfItsIndicator() {
    Row row =
        observations(
                new Delivered()
                    .file(
                        "GZ-1",
                        "2020-05-01",
                        "GZ-1/1.csv",
                        "period=2020年一季度; township_code=410311000; indicator=hundred_million;"
                            + " department=商务局; figure.ytd=-0.123456789; figure.previous=2"))
            .select("unit_key", "value", "previous", "period", "unit_group")
            .first();

    assertThat(row.getString(0)).isEqualTo("hundred_million|410311000|商务局");
    assertThat(row.getDecimal(1)).isEqualTo(new BigDecimal("-12345678.9000"));
    assertThat(row.getDecimal(2)).isEqualTo(new BigDecimal("200000000.0000"));
    assertThat(row.getString(3)).isEqualTo("2020-03");
    assertThat(row.getString(4)).isEqualTo(row.getString(0));
  }

  @Test
  void aSurveyCarriesItsWeightAndTheRegisterHasOneRowWithoutPeriod() {
    Dataset<Row> observations =
        observations(
            new Delivered()
                .registered("B204-1", "2020Q1", 1)
                .file(
                    "JM-1",
                    "2020-05-01",
                    "JM-1/1.csv",
                    "period=2020Q1; township_code=410311001; unit_code=h1; weight.value=2.5;"
                        + " income.ytd=(7)"));

    assertThat(
            observations
                .orderBy("form", "item")
                .select("form", "unit_key", "item", "value", "weight", "period", "year")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[JM-1,H1,income,-7.0000,2.5000,2020-03,2020]",
            "[JM-1,H1,weight,2.5000,2.5000,2020-03,2020]",
            "[MLK,%s|B204-1|2020-03,register,null,null,,null]".formatted(Delivered.unit(1)));
  }

  @Test
  void quarantineSaysInBothLanguagesWhatIsWrongAndWhere() {
    Delivered delivered =
        new Delivered()
            .registered("B204-1", "2020-02", 1)
            .refused("B204-1", "2020-04-10", "B204-1/0.csv", "not-decodable", "row 3, byte 7")
            .file(
                "B204-1",
                "2020-04-10",
                "B204-1/1.csv",
                Delivered.GOOD_INDUSTRY
                    + "; output.ytd=x; sales.ytd=y; export.previous=81; unit_code="
                    + Delivered.unit(1));
    List<Row> rows =
        Check.quarantine(Check.verdicts(delivered.dataset(), catalog, Delivered.AS_OF), catalog)
            .orderBy(QuarantineTable.PATH)
            .select(QuarantineTable.REASONS_ZH, QuarantineTable.REASONS_EN)
            .collectAsList();

    assertThat(rows.get(0).<String>getList(0)).singleElement().asString().contains("row 3, byte 7");
    assertThat(rows.get(1).<String>getList(0))
        .containsExactly(
            "不是数字：产值_本年累计: x; 销售_本年累计: y。请填写普通数字，不用科学计数法，不带单位。", "不符：销售_上年同期 80, 出口_上年同期 81。");
    assertThat(rows.get(1).<String>getList(1))
        .containsExactly(
            "Not a number: 产值_本年累计: x; 销售_本年累计: y. Write a plain number, without scientific"
                + " notation and without a unit.",
            "Fails: 销售_上年同期 80, 出口_上年同期 81.");
  }

  @Test
  void everyTableComesOutInItsOwnSchema() {
    Dataset<Row> verdicts =
        Check.verdicts(
            new Delivered().registered("B204-1", "2020-02", 1).dataset(), catalog, Delivered.AS_OF);

    assertThat(verdicts.columns()).isEqualTo(VerdictTable.DEFINITION.schema().fieldNames());
    assertThat(Check.observations(verdicts, catalog).columns())
        .isEqualTo(ObservationTable.DEFINITION.schema().fieldNames());
    assertThat(Check.quarantine(verdicts, catalog).columns())
        .isEqualTo(QuarantineTable.DEFINITION.schema().fieldNames());
  }

  @Test
  void thePlanHoldsNoFunctionOfOursAndDoesNotGrowWithTheForms() {
    List<Form> many = new ArrayList<>(SmallCatalog.forms());
    Form industry = catalog.forms().get("B204-1");
    for (int copy = 0; copy < 40; copy++) {
      many.add(copyOf(industry, "X" + copy));
    }
    Delivered delivered = new Delivered().registered("B204-1", "2020-02", 1);

    String few = plan(delivered, catalog);

    assertThat(few).doesNotContainIgnoringCase("UDF").contains("BroadcastHashJoin");
    assertThat(plan(delivered, SmallCatalog.of(many)).lines().count())
        .isEqualTo(few.lines().count());
  }

  private static String plan(Delivered delivered, Catalog catalog) {
    Dataset<Row> verdicts = Check.verdicts(delivered.dataset(), catalog, Delivered.AS_OF);
    return Check.observations(verdicts, catalog).queryExecution().executedPlan().toString();
  }

  private static Form copyOf(Form form, String code) {
    return new Form(
        code,
        form.titleZh(),
        form.titleEn(),
        form.frequency(),
        form.unitHeader(),
        form.unitAliases(),
        form.key(),
        form.required(),
        form.sectorLevels(),
        form.factorFromIndicator(),
        form.dueDays(),
        form.finalDay(),
        form.base(),
        form.registered(),
        form.administrative(),
        form.estimates(),
        form.weight(),
        form.source(),
        form.population(),
        form.items(),
        form.attributes(),
        form.checks(),
        form.feeds(),
        false,
        null);
  }

  private Dataset<Row> observations(Delivered delivered) {
    return Check.observations(
        Check.verdicts(delivered.dataset(), catalog, Delivered.AS_OF), catalog);
  }
}
