package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Pairs of rows for each built-in and declared check: one that passes and one that fails. */
class BuiltInChecksTest {

  private static final String B = Delivered.GOOD_INDUSTRY + "; unit_code=" + Delivered.unit(1);
  private static final String E =
      "period=2020-03; township_code=410311001; sector_code=2611; sales.ytd=10; unit_code="
          + Delivered.unit(1);
  private static final String CZ =
      "period=2020-01; township_code=410311000; subject=增值税; revenue.ytd=5";
  private static final String GZ =
      "period=2020Q1; township_code=410311000; indicator=plain; department=发改委; figure.ytd=5";
  private static final String JM =
      "period=2020Q1; township_code=410311001; unit_code=H1; weight.value=2; income.ytd=5";
  private static final String JD = "period=2020-02; milestone=M1; done_count.value=1";
  private static final String MLK = Delivered.entry("B204-1", "2020-02", Delivered.unit(9));

  /**
   * A credit code whose 18th character should be 3 (GB 32100's own example as often misprinted).
   */
  private static final String WRONG_CHECK_CHARACTER = "91350100M000100Y44";

  @Test
  void eachCheckPassesWhatIsRightAndNamesEveryReasonOfWhatIsWrong() {
    Cases cases =
        new Cases()
            .of("B204-1", B)
            .of("B204-1", B + "; period=2020年1-2月")
            .of("B204-1", B + "; period=２０２０-Ｑ１")
            .of("B204-1", B + "; period=春天", "unknown-period")
            .of("B204-1", B + "; period= ", "unknown-period")
            .of("B204-1", B + "; period=2020-01", "period-not-in-frequency", "not-in-register")
            .of("CZ-1", CZ)
            .of("JM-1", JM + "; period=2020-05", "period-not-in-frequency")
            .of("B204-1", B + "; period=2020-12")
            .of("B204-1", B + "; period=2022-01", "period-in-future", "period-not-in-frequency")
            .of("B204-1", B + "; period=2021-02", "period-in-future")
            .of("B204-1", B + "; unit_code= ", "missing-unit")
            .of("JM-1", JM + "; unit_code=　", "missing-unit")
            .of("B204-1", B + "; unit_code=123", "malformed-unit-code", "not-in-register")
            .of("JM-1", JM + "; unit_code=123")
            .of("B204-1", B + "; unit_code=" + Delivered.unit(5), "not-in-register")
            .of("E204-1", E)
            .of("E204-1", E + "; period=2020-01", "not-in-register")
            .of("E204-1", E + "; period=2020-07", "not-in-register")
            .of("B204-1", B + "; township_code=410311002000")
            .of("B204-1", B + "; township_code=410311", "unknown-township")
            .of("B204-1", B + "; township_code=410399001", "unknown-township")
            .of("B204-1", B + "; township_code= ", "missing-attribute")
            .of("B204-1", B + "; sector_code=c2612")
            .of("B204-1", B + "; sector_code=A2612", "unknown-sector")
            .of("B204-1", B + "; sector_code=9999", "unknown-sector")
            .of("B204-1", B + "; sector_code=C26", "sector-level")
            .of("B204-1", B + "; sector_code=0111")
            .of("B204-1", B + "; sector_code=111", "lost-leading-zero")
            .of("B204-1", B + "; sector_code=11", "unknown-sector")
            .of("B204-1", B + "; sector_code=C", "sector-level")
            .of("JM-1", JM + "; sector_code=nonsense")
            .of("B204-1", B + "; output.ytd=￥１，２３４．５")
            .of("B204-1", B + "; output.ytd=1.2E+07", "not-a-number")
            .of("B204-1", B + "; output.ytd=12万元", "not-a-number")
            .of("B204-1", B + "; output.ytd=12,34", "not-a-number")
            .of("B204-1", B + "; output.ytd=123456789012345678", "out-of-range")
            .of("B204-1", B + "; output.ytd=12345678901234567")
            .of("B204-1", B + "; output.ytd=" + "9".repeat(200_000), "out-of-range")
            .of("B204-1", B + "; output.ytd=" + "0".repeat(200_000) + "100")
            .of("B204-1", B + "; output.previous=-1", "negative-value")
            .of("B204-1", B + "; output.previous=(1)", "negative-value")
            .of("CZ-1", CZ + "; revenue.ytd=(5)")
            .of("B204-1", B + "; output.ytd= ", "missing-item")
            .of("B204-1", B + "; output.previous= ")
            .of("CZ-1", CZ + "; subject= ", "missing-attribute")
            .of("CZ-1", CZ + "; subject=国有资源(资产)有偿使用收入")
            .of("CZ-1", CZ + "; subject=烟税", "unknown-value")
            .of("JM-1", JM + "; unit_code=1.23457E+17", "lost-digits")
            .of("GZ-1", GZ)
            .of("GZ-1", GZ + "; indicator=happiness", "unknown-indicator")
            .of("MLK", MLK)
            .of("MLK", MLK + "; reported_form=Z9", "unknown-form")
            .of("MLK", MLK + "; since=soon", "unknown-period")
            .of("MLK", MLK + "; unit_code=2020-410311-01", "malformed-unit-code")
            .of("MLK", MLK + "; unit_code=2020-410311-01; reported_form=JM-1")
            .of("MLK", MLK + "; unit_name= ", "missing-attribute")
            .of("Z9", "period=2020-02", "unknown-form")
            .of("B204-1", B + "; operation=撤回")
            .of("B204-1", B + "; operation=删除", "unknown-operation")
            .of("B204-1", B + "; submitted_at=2020/4/9 08:30")
            .of("B204-1", B + "; submitted_at=2020-02-30", "not-a-date")
            .of("JD-1", JD + "; done_date=2020年2月9日")
            .of("JD-1", JD + "; done_date=昨天", "not-a-date")
            .of("B204-1", B + "; export.ytd=90; export.previous=80")
            .of("B204-1", B + "; export.ytd=90.0001", "B-1")
            .of("B204-1", B + "; export.previous=81", "B-1")
            .of("B204-1", B + "; output.month=100.1", "B-2")
            .of("E204-1", E + "; wholesale.ytd=6; retail.ytd=4")
            .of("E204-1", E + "; wholesale.ytd=6; retail.ytd=5", "E-1")
            .of("E204-1", E + "; wholesale.ytd=6")
            .of("E204-1", E + "; wholesale.ytd=10")
            .of("E204-1", E + "; wholesale.ytd=10.0001", "E-1")
            .of(
                "B204-1",
                B + "; output.ytd=x; sector_code=1; export.ytd=91; township_code=7",
                "B-1",
                "not-a-number",
                "unknown-sector",
                "unknown-township");

    assertThat(cases.reasons()).isEqualTo(cases.expected());
  }

  @Test
  void aWithdrawalNeedsNoMoreThanKeyAndPeriod() {
    Cases cases =
        new Cases()
            .of("B204-1", "operation=撤回; period=2020-03; unit_code=" + Delivered.unit(1))
            .of("CZ-1", "operation=撤回; period=2020-03; township_code=410311001; subject=增值税")
            .of("CZ-1", "operation=撤回; period=2020-03; subject=增值税", "missing-attribute")
            .of("B204-1", "operation=撤回; unit_code=" + Delivered.unit(1), "unknown-period");

    assertThat(cases.reasons()).isEqualTo(cases.expected());
  }

  @Test
  void softChecksFlagAndAccept() {
    Cases cases =
        new Cases()
            .of("B204-1", B + "; output.ytd=45; output.month=1")
            .of("B204-1", B + "; output.ytd=44.999; output.month=1", "B-3")
            .of("B204-1", B + "; output.ytd=180")
            .of("B204-1", B + "; output.ytd=180.001", "B-3")
            .of("B204-1", B + "; output.previous=0")
            .of("B204-1", B + "; submitted_at=2021-01-10")
            .of("B204-1", B + "; submitted_at=2021-01-11", "submitted-after-received")
            .of("B204-1", B + "; sector_code=0111", "outside-population")
            .of("MLK", MLK + "; sector_code=0111", "outside-population")
            .of("MLK", MLK + "; sector_code=0111; reported_form=E204-1")
            .of("B204-1", B + "; unit_code=" + WRONG_CHECK_CHARACTER, "check-character");

    assertThat(cases.flags()).isEqualTo(cases.expected());
    assertThat(cases.reasons().values()).allMatch(List::isEmpty);
  }

  /** Each case in a file of its own, received on 2021-01-10. */
  private static final class Cases {

    private final Delivered delivered =
        new Delivered()
            .registered("B204-1", "2020-02", 1)
            .file(
                "MLK",
                "2019-12-01",
                "MLK/more.csv",
                Delivered.entry("E204-1", "2020-02", Delivered.unit(1)) + "; until=2020-06",
                Delivered.entry("B204-1", "2020-02", WRONG_CHECK_CHARACTER));
    private final Map<String, List<String>> expected = new LinkedHashMap<>();

    Cases of(String form, String line, String... codes) {
      String path = form + "/" + (100 + expected.size()) + " " + line;
      expected.put(path, List.of(codes).stream().sorted().toList());
      delivered.file(form, "2021-01-10", path, line);
      return this;
    }

    Map<String, List<String>> expected() {
      return expected;
    }

    Map<String, List<String>> reasons() {
      return codes(VerdictTable.REASONS);
    }

    Map<String, List<String>> flags() {
      return codes(VerdictTable.FLAGS);
    }

    private Map<String, List<String>> codes(String column) {
      return Check.verdicts(delivered.dataset(), SmallCatalog.of(), Delivered.AS_OF)
          .collectAsList()
          .stream()
          .filter(row -> expected.containsKey(path(row)))
          .collect(Collectors.toMap(Cases::path, row -> sorted(row, column)));
    }

    private static String path(Row row) {
      return row.getString(row.fieldIndex(VerdictTable.PATH));
    }

    private static List<String> sorted(Row row, String column) {
      return row.<String>getList(row.fieldIndex(column)).stream().sorted().toList();
    }
  }
}
