package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jindu.TestSession;
import jindu.protect.pattern.GridCell;
import jindu.protect.pattern.Pattern;
import jindu.protect.pattern.ShownFigure;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nights of four factories and four projects. In the second one factory corrects its output,
 * and the ledger names three of the projects.
 */
@ExtendWith(FewRows.class)
class ProtectionNightTest {

  private static final int UNITS = 4;
  private static final String INVESTMENT = "fixed_asset_investment";

  @TempDir private Path folder;

  @Test
  void namesWithholdTheRestAndWhatOneChangedIsTold() throws Exception {
    SmallLake lake = SmallLake.in(folder, Set.of("B204-1", "206-1", "ZD-1", "MLK"), Set.of());
    StringBuilder factories = new StringBuilder(SmallLake.REGISTER);
    StringBuilder projects = new StringBuilder(SmallLake.REGISTER.replace("统一社会信用代码", "项目代码"));
    StringBuilder output = new StringBuilder(SmallLake.INDUSTRY);
    StringBuilder investment =
        new StringBuilder("报告期,项目代码,区划代码,行业代码,计划总投资,本年完成投资_本年累计,自开始建设累计完成投资\n");
    for (int unit = 0; unit < UNITS; unit++) {
      factories.append(SmallLake.entry(unit));
      projects.append("%s,某项目,410311002,2611,206-1,2020-02,新开工\n".formatted(project(unit)));
      output.append(SmallLake.industry(unit));
      investment.append("2020-03,%s,410311002,2611,9000,100,150\n".formatted(project(unit)));
    }
    lake.deliver("MLK/2020-05-02/factories.csv", factories.toString());
    lake.deliver("MLK/2020-05-02/projects.csv", projects.toString());
    lake.deliver("B204-1/2020-05-02/a.csv", output.toString());
    lake.deliver("206-1/2020-05-02/a.csv", investment.toString());
    NightResult first = lake.night();
    Map<String, Row> before = published(first);
    assertThat(before.values()).noneMatch(row -> row.<Boolean>getAs(IndicatorTable.WITHHELD));
    assertThat(lake.entries(Ledger.CHANGES_OF_FEW).count()).isZero();

    lake.deliver(
        "B204-1/2020-05-05/b.csv",
        SmallLake.INDUSTRY + SmallLake.industry(0).replace(",100,", ",130,"));
    lake.deliver("ZD-1/2020-05-05/a.csv", ledger());
    NightResult second = lake.night();
    Map<String, Row> after = published(second);

    Row investmentCell =
        lake.rows(CellTable.DEFINITION)
            .where(col(IndicatorTable.INDICATOR).equalTo(INVESTMENT))
            .where("township_code = '410311' AND sector_code = 'ALL'")
            .collectAsList()
            .get(0);
    assertThat(investmentCell.<Long>getAs(CellTable.VALUE_YTD_CONTRIBUTORS)).isEqualTo(UNITS);
    assertThat(
            investmentCell.<Long>getAs(
                CellTable.contributors(CellTable.unnamed(IndicatorTable.VALUE_YTD))))
        .isEqualTo(1);
    assertThat(withheld(after)).containsExactly(INVESTMENT);

    // What is another in the two publications is what the ledger tells, and no more.
    Set<String> changed = new TreeSet<>();
    after.forEach(
        (key, row) -> {
          if (before.containsKey(key)
              && !row.<Boolean>getAs(IndicatorTable.WITHHELD)
              && !row.getAs(IndicatorTable.VALUE_YTD)
                  .equals(before.get(key).getAs(IndicatorTable.VALUE_YTD))) {
            changed.add(key);
          }
        });
    Set<String> told = new TreeSet<>();
    for (ChangesOfFew changes :
        ProtectionAudit.of(folder.toString(), null).orElseThrow().changes()) {
      for (ChangesOfFew.Cell cell : changes.cells()) {
        assertThat(cell.respondents()).isEqualTo(1);
        told.add(
            String.join(
                "/",
                changes.indicator(),
                cell.place(),
                cell.sector(),
                Integer.toString(changes.year()),
                Integer.toString(cell.quarter())));
      }
    }
    assertThat(told).isEqualTo(changed).contains("industrial_output/410311/ALL/2020/1");
    assertThat(
            lake.entries(Ledger.SLICE)
                .where(col(LedgerTable.BATCH_ID).equalTo(second.batch()))
                .where(col(LedgerTable.NAME).startsWith(INVESTMENT))
                .count())
        .isPositive();

    // The first night showed what the second withholds: who remembers it is told nothing new.
    Pattern pattern =
        lake
            .entries(Ledger.PATTERN)
            .where(col(LedgerTable.BATCH_ID).equalTo(second.batch()))
            .collectAsList()
            .stream()
            .map(entry -> PatternText.parse(entry.getAs(LedgerTable.DETAIL)))
            .filter(each -> each.indicator().equals(INVESTMENT) && each.year() == 2020)
            .findFirst()
            .orElseThrow();
    assertThat(pattern.shown())
        .containsEntry(
            new ShownFigure(new GridCell("410311", "ALL"), 1, IndicatorTable.VALUE_YTD),
            before.get(INVESTMENT + "/410311/ALL/2020/1").getAs(IndicatorTable.VALUE_YTD));
    assertThat(pattern.counts().told()).isZero();

    RebuildResult rebuilt =
        Rebuild.run(
            folder.toString(), null, Optional.empty(), false, SampleLake.CLOCK, Progress.SILENT);
    assertThat(rebuilt.tables()).isNotEmpty().allMatch(TableDifference::isNone);
  }

  private static String project(int unit) {
    return "2020-410311-%04d".formatted(unit);
  }

  private static String ledger() {
    StringBuilder rows = new StringBuilder("报告期,项目代码,单位名称,区划代码,行业代码,总投资,年度计划投资,本年完成投资_本年累计,项目级别\n");
    for (int unit = 1; unit < UNITS; unit++) {
      rows.append("2020-03,%s,某项目,410311002,2611,9000,900,100,市\n".formatted(project(unit)));
    }
    return rows.toString();
  }

  private Map<String, Row> published(NightResult night) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row :
        TestSession.get()
            .read()
            .parquet(
                folder
                    .resolve("published")
                    .resolve(night.publication())
                    .resolve("indicator")
                    .toString())
            .collectAsList()) {
      List<String> key = new ArrayList<>();
      IndicatorTable.DEFINITION.key().forEach(column -> key.add(row.getAs(column).toString()));
      rows.put(String.join("/", key), row);
    }
    return rows;
  }

  /** The indicators of which anything is withheld. */
  private static Set<String> withheld(Map<String, Row> published) {
    Set<String> withheld = new TreeSet<>();
    published
        .values()
        .forEach(
            row -> {
              if (row.<Boolean>getAs(IndicatorTable.WITHHELD)) {
                withheld.add(row.getAs(IndicatorTable.INDICATOR));
              }
            });
    return withheld;
  }
}
