package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Messages;
import jindu.run.BatchLog.Batch;
import jindu.run.BatchLog.Event;
import jindu.run.ChangesOfFew;
import jindu.run.ProtectionAudit;
import jindu.run.ProtectionAudit.Block;
import org.junit.jupiter.api.Test;

/** Batches and what they withheld, as an operator reads them. */
class HistoryReportTest {

  private static final LocalDate OCTOBER = LocalDate.of(2021, 10, 12);
  private static final LocalDate NOVEMBER = LocalDate.of(2021, 11, 5);

  @Test
  void aBatchSaysHowItEndedAndWhatBecameOfPublications() {
    assertThat(new BatchReport(Messages.of("en")).lines(batches()))
        .containsExactly(
            "Batch    As of       Started           Seconds  Ended",
            "B000001  2021-10-12  2021-10-12 22:00     81.2  published",
            "    published 2021-10-12-01",
            "    publish --back put 2021-09-12-01 in force: figures of form X were wrong",
            "    removed 2020-09-01-01: retention.yaml: 400 days, then last_of_month",
            "    maintain rewrote returns, ledger",
            "B000002  2021-11-05  2021-11-05 22:00        –  did not end",
            "B000003  2021-11-05  2021-11-05 23:00      4.5  failed: java.io.IOException: no room"
                + " left on the",
            "    device /data",
            "B000004  2021-11-05  2021-11-06 00:30       12  no published row changed");
    assertThat(new BatchReport(Messages.of("zh")).lines(batches()))
        .contains("    publish --back 恢复 2021-09-12-01：figures of form X were wrong")
        .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThan(101));
    assertThat(new BatchReport(Messages.of("zh")).lines(List.of())).containsExactly("还没有运行过批次。");
  }

  @Test
  void whatIsWithheldIsToldBlockByBlockWithTheAuditOfTheLastBatchByItself() throws Exception {
    Catalog catalog = CatalogReader.read(Path.of("data-lake/reference"));
    List<String> lines = new ProtectionReport(catalog, Messages.of("en")).lines(audit());
    assertThat(lines)
        // The long title of one indicator, twice, takes two lines.
        .hasSize(2 + 1 + 3 + 2 + 1 + 2 + 2 + 2 + 4 + 1)
        .startsWith(
            "Withheld as of 2021-11-05 (batch B000004), by indicator and year",
            "Internal: which cells are sensitive and which only stand in front of one must not leave"
                + " the bureau.");
    assertThat(lines.get(3))
        .matches("Retail sales.* 2020 +90 +4 +7 +1\\.3 +cells +2021-10-12 +kept +–");
    assertThat(lines.get(4)).isEqualTo("goods");
    assertThat(lines.get(5))
        .matches("gone +2021 +12 +3 +9 +100\\.0 +detail +2021-10-12 +kept +2\\.0");
    assertThat(lines.get(6))
        .matches("Retail sales.* 2021 +93 +5 +6 +0\\.9 +cells +2021-11-05 +anew +0\\.4");
    assertThat(lines.get(8)).matches("Total +195 +12 +22 +– +2\\.4");
    assertThat(lines.get(9)).startsWith("Audited anew by this batch: 1 of 3 in 0.4 s.");
    assertThat(String.join(" ", lines.subList(11, lines.size())))
        .isEqualTo(
            "Sensitive cells that a reader who remembers other publications bounds more closely than the"
                + " rule lets him: 2. Retail sales of consumer goods 2021: 2"
                + " Published cells that one or two respondents changed since the publication before: 11."
                + " Who lays the two side by side reads what they changed."
                + " Retail sales of consumer goods 2020:"
                + " Luolong District, all, Q1 (1);".repeat(7)
                + " Luolong District, all, Q1 (1); and 2 more (the JSON lists all)"
                + " gone 2021: elsewhere, P2, Q3 (2)");
    for (String language : List.of("zh", "en")) {
      assertThat(new ProtectionReport(catalog, Messages.of(language)).lines(audit()))
          .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThan(101));
    }
  }

  @Test
  void aProgramReadsTheSame() throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode block = json.readTree(HistoryJson.of(audit()).get(2));
    assertThat(block.at("/indicator").asText()).isEqualTo("retail_sales");
    assertThat(block.at("/withheld_beyond").asInt()).isEqualTo(6);
    assertThat(block.at("/told_by_earlier").asInt()).isEqualTo(2);
    assertThat(block.at("/by_last_batch").asBoolean()).isTrue();
    assertThat(json.readTree(HistoryJson.of(audit()).get(0)).at("/seconds").isNull()).isTrue();
    assertThat(block.at("/row").asText()).isEqualTo("block");
    JsonNode change = json.readTree(HistoryJson.of(audit()).get(3 + 10));
    assertThat(change.at("/row").asText()).isEqualTo("change_of_few");
    assertThat(change.at("/township").asText()).isEqualTo("elsewhere");
    assertThat(change.at("/quarter").asInt()).isEqualTo(3);
    assertThat(change.at("/respondents").asInt()).isEqualTo(2);
    JsonNode batch = json.readTree(HistoryJson.of(batches()).get(0));
    assertThat(batch.at("/events/1/reason").asText()).isEqualTo("figures of form X were wrong");
    assertThat(batch.at("/events/0/reason").isNull()).isTrue();
    assertThat(batch.at("/events/2/publication").asText()).isEqualTo("2020-09-01-01");
    assertThat(batch.at("/events/3/table").asText()).isEqualTo("returns");
  }

  private static ProtectionAudit audit() {
    return new ProtectionAudit(
        "B000004",
        NOVEMBER,
        List.of(
            block("retail_sales", 2020, 90, 4, 7, 0, "1.27", "chosen", OCTOBER, null),
            block("gone", 2021, 12, 3, 9, 0, "100", "detail", OCTOBER, "2.040"),
            block("retail_sales", 2021, 93, 5, 6, 2, "0.94", "chosen", NOVEMBER, "0.355")),
        List.of(
            new ChangesOfFew(
                "retail_sales",
                2020,
                Collections.nCopies(10, new ChangesOfFew.Cell("410311", "ALL", 1, 1))),
            new ChangesOfFew(
                "gone", 2021, List.of(new ChangesOfFew.Cell("elsewhere", "P2", 3, 2)))));
  }

  private static Block block(
      String indicator,
      int year,
      int cells,
      int sensitive,
      int beyond,
      int told,
      String share,
      String extent,
      LocalDate asOf,
      String seconds) {
    return new Block(
        indicator,
        year,
        cells,
        sensitive,
        beyond,
        told,
        new BigDecimal(share),
        extent,
        asOf.equals(NOVEMBER) ? "B000004" : "B000001",
        asOf,
        seconds == null ? null : new BigDecimal(seconds));
  }

  private static List<Batch> batches() {
    return List.of(
        new Batch(
            "B000001",
            OCTOBER,
            LocalDateTime.of(2021, 10, 12, 22, 0),
            "done",
            new BigDecimal("81.200"),
            "PUBLISHED",
            List.of(
                new Event("publication", "2021-10-12-01", null),
                new Event("switch", "2021-09-12-01", "figures of form X were wrong"),
                new Event(
                    "removal", "2020-09-01-01", "retention.yaml: 400 days, then last_of_month"),
                new Event("maintenance", "returns", "40 files, 9000 bytes before"),
                new Event("maintenance", "ledger", "12 files, 4000 bytes before"),
                new Event("maintenance", "ledger", "3 files, 4000 bytes before")),
            "jindu, process 7 on bureau",
            List.of()),
        batch("B000002", LocalDateTime.of(2021, 11, 5, 22, 0), "started", null, null),
        batch(
            "B000003",
            LocalDateTime.of(2021, 11, 5, 23, 0),
            "failed",
            "4.500",
            "java.io.IOException: no room left on the device /data"),
        batch(
            "B000004", LocalDateTime.of(2021, 11, 6, 0, 30), "done", "12.000", "NOTHING_CHANGED"));
  }

  private static Batch batch(
      String id, LocalDateTime started, String state, String seconds, String detail) {
    return new Batch(
        id,
        NOVEMBER,
        started,
        state,
        seconds == null ? null : new BigDecimal(seconds),
        detail,
        new ArrayList<>(),
        null,
        List.of());
  }
}
