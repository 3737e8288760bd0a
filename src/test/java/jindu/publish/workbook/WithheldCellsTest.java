package jindu.publish.workbook;

import static jindu.publish.workbook.PublicationFixture.DISTRICT;
import static jindu.publish.workbook.PublicationFixture.amount;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectProgressTable;
import jindu.table.ResponseQualityTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.types.DecimalType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that protection should have emptied, and did not: the workbook shows no figure of them. */
class WithheldCellsTest {

  private static final String HEADLINE = "主要指标";
  private static final String PLAN = "计划目标";
  private static final String TOWNSHIPS = "分镇办";
  private static final String SECTORS = "分行业";
  private static final String TOWNSHIP = "410311002";

  private PublicationFixture published;

  @BeforeEach
  void nothingPublished() throws Exception {
    published = new PublicationFixture();
  }

  @Test
  void withheldRowsShowTheSignAndNoFigureAnywhere() throws Exception {
    BigDecimal secret = amount("7654321");
    withholdEverywhere(secret);

    ReadWorkbook workbook = published.workbook();

    assertThat(workbook.cell(HEADLINE, "累计", "地区生产总值").asString()).isEqualTo("保密");
    assertThat(workbook.cell(PLAN, "实际", "地区生产总值增长").asString()).isEqualTo("保密");
    for (String header : List.of("累计", "同比增长（%）", "占全区比重（%）", "年度目标", "差距（百分点）", "位次")) {
      assertThat(workbook.cell(TOWNSHIPS, header, "开元路街道").asString()).as(header).isEqualTo("保密");
    }
    assertThat(workbook.cell(SECTORS, "累计", "C").asString()).isEqualTo("保密");
    assertThat(workbook.cell("重点项目", "本年完成投资", "某项目").asString()).isEqualTo("保密");
    assertThat(workbook.cell("重点项目", "本年完成投资", "合计（1 项）").asString())
        .as("the sum would tell it")
        .isEqualTo("保密");
    assertThat(workbook.cell("数据质量", "估计占比（%）", "开元路街道").asString()).isEqualTo("保密");
    assertThat(workbook.cell("数据质量", "已报", "开元路街道").asNumber())
        .as("counts stay")
        .isEqualByComparingTo("2");
    assertThat(workbook.cell("说明", "内容", "保密").asString()).contains("保护调查对象");
    for (String part : workbook.all()) {
      assertThat(part).doesNotContain("7654321", "765.4321", "0.07654321");
    }
  }

  private void withholdEverywhere(BigDecimal secret) {
    Map<String, Object> cell = figures(IndicatorTable.DEFINITION, secret);
    cell.put(IndicatorTable.WITHHELD, true);
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .cell("grp", TOWNSHIP, "ALL", "1", cell)
        .cell("grp", DISTRICT, "C", "1", cell);
    Map<String, Object> plan = figures(PlanProgressTable.DEFINITION, secret);
    plan.putAll(Map.of(PlanProgressTable.WITHHELD, true, PlanProgressTable.LAMP, "grey"));
    published
        .target("P2021-001", "grp", DISTRICT, "growth", plan)
        .target("P2021-001", "grp", TOWNSHIP, "growth", plan);
    Map<String, Object> headline = figures(HeadlineTable.DEFINITION, secret);
    headline.putAll(Map.of(HeadlineTable.WITHHELD, true, HeadlineTable.DISTRICT_RANK, 3));
    published.headline(1, "grp", headline);
    published.add(
        TownshipRankingTable.DEFINITION,
        Map.of("indicator", "grp", "township_code", TOWNSHIP, "rank", 7654321, "withheld", true));
    Map<String, Object> project = figures(ProjectProgressTable.DEFINITION, secret);
    project.putAll(Map.of("project_code", "X", "name", "某项目", "lamp", "grey", "withheld", true));
    published.add(ProjectProgressTable.DEFINITION, project);
    Map<String, Object> quality = figures(ResponseQualityTable.DEFINITION, secret);
    quality.putAll(Map.of("form", "B204-1", "township_code", TOWNSHIP, "withheld", true));
    quality.putAll(Map.of(ResponseQualityTable.REPORTED, 2L));
    quality.remove(ResponseQualityTable.RESPONSE_PCT);
    published.add(ResponseQualityTable.DEFINITION, quality);
    Map<String, Object> weak = figures(WeakIndicatorTable.DEFINITION, secret);
    weak.putAll(Map.of("target_id", "P2021-001", "place_order", 1, "lamp", "red"));
    weak.putAll(Map.of("part_kind", "township", "part_code", TOWNSHIP, "withheld", true));
    published.add(WeakIndicatorTable.DEFINITION, weak);
  }

  /** Every decimal column of a table with the same figure. */
  private static Map<String, Object> figures(TableDefinition table, BigDecimal figure) {
    Map<String, Object> figures = new HashMap<>();
    table.columns().stream()
        .filter(column -> column.type() instanceof DecimalType)
        .forEach(column -> figures.put(column.name(), figure));
    return figures;
  }
}
