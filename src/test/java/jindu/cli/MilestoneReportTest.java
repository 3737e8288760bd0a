package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TableRows;
import jindu.core.Quarter;
import jindu.table.MilestoneProgressTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which milestones are listed under a quarter. */
class MilestoneReportTest {

  private static Dataset<Row> published;

  /** Seen in the second quarter of 2022: {@code moved} was due in 2021 and is now due in 2023. */
  @BeforeAll
  static void publish() {
    published =
        TableRows.of(
            MilestoneProgressTable.DEFINITION,
            List.of(
                row("of_2021", 2021, 3, "red"),
                row("of_2021", 2021, 4, "green"),
                row("moved", 2021, 4, "grey"),
                row("moved", 2022, 1, "grey"),
                row("moved", 2023, 4, "grey"),
                row("of_2022", 2022, 1, "grey"),
                row("of_2022", 2022, 2, "red"),
                row("far_ahead", 2035, 4, "grey")));
  }

  @Test
  void theMilestonesOfLaterQuartersAreNotMixedIn() {
    assertThat(ids(2021, 3)).containsExactly("of_2021-2021Q3", "far_ahead-2035Q4", "moved-2023Q4");
    assertThat(ids(2022, 2)).containsExactly("of_2022-2022Q2", "far_ahead-2035Q4", "moved-2023Q4");
  }

  @Test
  void aMilestoneIsListedOnce() {
    assertThat(ids(2021, 4)).containsExactly("far_ahead-2035Q4", "moved-2021Q4", "of_2021-2021Q4");
  }

  @Test
  void aQuarterThatIsNotPublishedHasNone() {
    assertThat(ids(2020, 4)).isEmpty();
    assertThat(ids(2022, 3)).isEmpty();
  }

  private static List<String> ids(int year, int quarter) {
    return new MilestoneReport()
        .of(published, new Quarter(year, quarter)).collectAsList().stream()
            .map(
                row ->
                    "%s-%dQ%d"
                        .formatted(
                            row.getAs(MilestoneProgressTable.MILESTONE_ID),
                            row.<Integer>getAs(MilestoneProgressTable.YEAR),
                            row.<Integer>getAs(MilestoneProgressTable.QUARTER)))
            .toList();
  }

  private static Row row(String id, int year, int quarter, String lamp) {
    Map<String, Object> values = new HashMap<>();
    values.put(MilestoneProgressTable.MILESTONE_ID, id);
    values.put(MilestoneProgressTable.YEAR, year);
    values.put(MilestoneProgressTable.QUARTER, quarter);
    values.put(MilestoneProgressTable.DUE_DATE, Date.valueOf(LocalDate.of(2021, 12, 31)));
    values.put(MilestoneProgressTable.LAMP, lamp);
    return TableRows.row(MilestoneProgressTable.DEFINITION, values);
  }
}
