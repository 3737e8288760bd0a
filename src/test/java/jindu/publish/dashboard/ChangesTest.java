package jindu.publish.dashboard;

import static jindu.publish.dashboard.Pages.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import jindu.core.Sector;
import jindu.table.HeadlineTable;
import jindu.table.RevisionTable;
import org.junit.jupiter.api.Test;

/** What is new is what differs from the publication that was in force before. */
class ChangesTest {

  @Test
  void theFirstPublicationHasNothingToCompareWith() throws Exception {
    assertThat(now().headline(3, "360").data().get("changes").isNull()).isTrue();
  }

  @Test
  void namesNewQuartersAndRevisedFigures() throws Exception {
    Pages before = before().headline(1, "115").headline(2, "233");
    Pages now = now().headline(1, "115").headline(2, "234").headline(3, "360");

    JsonNode changes = changes(now, before);
    assertThat(changes.get("publication").asText()).isEqualTo("2021-08-05-01");
    assertThat(changes.get("new").toString())
        .isEqualTo("[{\"indicator\":\"grp\",\"quarter\":\"2021-Q3\"}]");
    assertThat(changes.get("revised").toString())
        .isEqualTo(
            "[{\"indicator\":\"grp\",\"quarter\":\"2021-Q2\",\"column\":\"display_value\","
                + "\"before\":\"233\",\"now\":\"234\"}]");
  }

  @Test
  void noOldFigureComesBackOfACellThatIsWithheldNow() throws Exception {
    Pages before = before().headline(2, "233.7");
    Pages now =
        now()
            .with(
                HeadlineTable.DEFINITION,
                "line",
                1,
                "year",
                2021,
                "quarter",
                2,
                "indicator",
                "grp",
                "withheld",
                true);

    assertThat(changes(now, before).get("revised")).isEmpty();
    assertThat(now.html(Optional.of(before))).doesNotContain("233.7");
  }

  @Test
  void aRevisionThatIsWithheldIsNotToldHereEither() throws Exception {
    Pages before = before().headline(2, "233.7");
    Pages now =
        now()
            .headline(2, "234")
            .with(
                RevisionTable.DEFINITION,
                "indicator",
                "grp",
                "township_code",
                DISTRICT,
                "sector_code",
                Sector.ALL,
                "year",
                2021,
                "quarter",
                2,
                "withheld",
                true);

    assertThat(changes(now, before).get("revised")).isEmpty();
  }

  @Test
  void namesTargetsAndMilestonesWhoseLampChanged() throws Exception {
    Pages before = before().headline(2, "234").target(2, "yellow").milestone(2, "grey");
    Pages now = now().headline(3, "360").target(2, "yellow").target(3, "red").milestone(3, "grey");

    JsonNode changes = changes(now, before);
    assertThat(changes.get("lamps").toString())
        .isEqualTo(
            "[{\"id\":\"P2021-001\",\"before\":\"yellow\",\"before_quarter\":\"2021-Q2\","
                + "\"now\":\"red\",\"quarter\":\"2021-Q3\"}]");
    assertThat(changes.get("milestones")).isEmpty();
  }

  private static JsonNode changes(Pages now, Pages before) throws Exception {
    return Pages.data(now.html(Optional.of(before))).get("changes");
  }

  private static Pages before() {
    return new Pages("2021-08-05-01");
  }

  private static Pages now() {
    return new Pages("2021-11-05-01");
  }
}
