package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HeldVersionTest {

  private static final LocalDate ADOPTED = LocalDate.of(2021, 1, 20);
  private static final LocalDate ADDED = LocalDate.of(2021, 7, 1);
  private static final LocalDate ADJUSTED = LocalDate.of(2021, 8, 1);

  @Test
  void whatThePlanStatedFirstHoldsFromTheBeginning() {
    List<HeldVersion<LocalDate>> versions = versions(ADJUSTED, ADOPTED);
    assertThat(versions)
        .containsExactly(
            new HeldVersion<>(ADOPTED, null, ADJUSTED),
            new HeldVersion<>(ADJUSTED, ADJUSTED, null));
    assertThat(versions.get(0).holdsOn(ADOPTED.minusYears(1))).isTrue();
    assertThat(versions.get(0).holdsOn(ADJUSTED)).isFalse();
    assertThat(versions.get(1).holdsOn(ADJUSTED)).isTrue();
  }

  @Test
  void whatThePlanAddedLaterHoldsFromThatDay() {
    List<HeldVersion<LocalDate>> versions = versions(ADDED, ADJUSTED);
    assertThat(versions).noneMatch(version -> version.holdsOn(ADDED.minusDays(1)));
    assertThat(versions).filteredOn(version -> version.holdsOn(ADDED)).hasSize(1);
  }

  private static List<HeldVersion<LocalDate>> versions(LocalDate... days) {
    return HeldVersion.inOrder(List.of(days), Function.identity(), ADOPTED);
  }
}
