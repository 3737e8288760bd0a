package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Cell;
import jindu.core.Feed.Measure;
import jindu.core.Messages;
import jindu.core.Quarter;
import jindu.run.CellPart;
import jindu.run.Explanation;
import jindu.run.Figures;
import jindu.run.Move;
import jindu.run.PartGroup;
import jindu.run.Problem;
import jindu.run.ReturnSource;
import jindu.table.ContributionTable;
import jindu.table.RevisionTable;
import org.junit.jupiter.api.Test;

/** What a person and a program read of an explanation, without a lake. */
class ExplanationReportTest {

  private static final String HOSTILE = "\u001b]0;x\u0007\u202e";
  private static final Path REFERENCE = Path.of("data-lake", "reference");

  @Test
  void aPersonReadsUnitsWhatIsNotListedAndWhatMovedTheNumber() throws Exception {
    String report = report(explanation("某厂", "a.csv"), Messages.CHINESE);

    assertThat(report.lines())
        .anyMatch(line -> line.matches("年初累计 +300.25 元（0 亿元）"))
        .anyMatch(line -> line.startsWith("构成（元）  B204-1 工业总产值"))
        .anyMatch(line -> line.matches("本季有报表：3 项 +240.25 .*"))
        .anyMatch(
            line -> line.matches("  U1 +某厂 +关林街道 +2611 +2021-06 +200 .*a.csv 第 2 行，2021-07-16 收到"))
        .anyMatch(line -> line.matches("    增速 12"))
        .anyMatch(line -> line.matches("  其余 2 项 +40.25 .*"))
        .anyMatch(line -> line.matches("估计（不属于任何单位）：1 项 +60 .*"))
        .anyMatch(line -> line.matches("合计 +300.25 .*"))
        .anyMatch(line -> line.matches("P1 +首次发布 +299"))
        .anyMatch(line -> line.matches("P2 +新报 +1 +\\+1.25"))
        .anyMatch(line -> line.matches(" +参考目录变化 +1 +– +300.25"))
        .anyMatch(line -> line.equals("自最近一次发布 P2 以来没有变动。"));
  }

  @Test
  void noTextOfAUnitReachesTheTerminalRaw() throws Exception {
    for (Messages messages : List.of(Messages.CHINESE, Messages.ENGLISH)) {
      assertThat(report(explanation(HOSTILE, HOSTILE), messages).lines())
          .hasSizeGreaterThan(15)
          .noneMatch(line -> line.chars().anyMatch(Character::isISOControl))
          .noneMatch(line -> line.contains("\u202e"));
    }
  }

  @Test
  void aProgramReadsEveryDigit() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ExplanationJson.of(explanation("某厂", "a.csv")));

    assertThat(json.get("value_ytd").asText()).isEqualTo("300.2500");
    assertThat(json.get("estimated").asText()).isEqualTo("60.0000");
    JsonNode reported = json.get("parts").get(0);
    assertThat(reported.get("not_listed").get("value_ytd").asText()).isEqualTo("40.2500");
    assertThat(reported.get("listed").get(0).get("row").asInt()).isEqualTo(2);
    assertThat(json.get("moves").get(1).get("causes")).hasSize(RevisionTable.CAUSES.size());
  }

  /** Two of three units are not listed; every cause moved it once. */
  private static Explanation explanation(String name, String path) throws Exception {
    Catalog catalog = CatalogReader.read(REFERENCE);
    ReturnSource source =
        new ReturnSource(
            path,
            "",
            2,
            LocalDate.of(2021, 7, 16),
            name,
            name,
            List.of(new Problem("growth", "增速 12", "growth 12")));
    List<PartGroup> groups =
        List.of(
            new PartGroup(
                Measure.NOMINAL,
                ContributionTable.REPORTED,
                3,
                figures("240.25"),
                List.of(part("U1", "200", Optional.of(source)))),
            new PartGroup(
                Measure.NOMINAL,
                ContributionTable.ESTIMATED,
                1,
                figures("60"),
                List.of(part(null, "60", Optional.empty()))));
    List<Move.Line> lines = new ArrayList<>();
    for (String cause : RevisionTable.CAUSES) {
      lines.add(
          new Move.Line(cause, cause.equals(RevisionTable.CATALOG) ? null : amount("1.25"), 1));
    }
    return new Explanation(
        new Cell("industrial_output", "410311", "ALL", new Quarter(2021, 2)),
        catalog,
        LocalDate.of(2021, 8, 1),
        figures("300.25"),
        new Figures(null, null, null, null),
        "preliminary",
        groups,
        List.of(
            new Move(Optional.of("P1"), List.of(), amount("299")),
            new Move(Optional.of("P2"), lines, amount("300.25"))),
        Optional.of("P2"),
        true);
  }

  private static CellPart part(String unit, String ytd, Optional<ReturnSource> source) {
    return new CellPart(
        "B204-1",
        "gross_output",
        unit,
        "410311004",
        "2611",
        unit == null ? null : "2021-06",
        unit == null ? null : amount(ytd),
        figures(ytd),
        source);
  }

  private static Figures figures(String ytd) {
    return new Figures(amount(ytd), amount(ytd), amount(ytd), amount(ytd));
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text).setScale(4);
  }

  private static String report(Explanation explanation, Messages messages) {
    StringWriter words = new StringWriter();
    new ExplanationReport(explanation, messages).print(new PrintWriter(words, true));
    return words.toString();
  }
}
