package jindu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/tables.md} is made from the table definitions. To write it anew: {@code mvn -q test
 * -Dtest=DictionaryTest -Djindu.dictionary=write}. The examples stay as they are: they are the
 * sample's, and held to it by {@code jindu.world.DictionaryChecks}.
 */
class DictionaryTest {

  @Test
  void thePageOfTheDictionaryIsTheOneThatTheTablesMake() throws IOException {
    String page = DictionaryPage.of(DictionaryPage.examples(DictionaryPage.read()));
    if (DictionaryPage.isToBeWritten()) {
      DictionaryPage.write(page);
    }

    assertThat(DictionaryPage.read())
        .as("docs/tables.md is stale; the class comment says how to write it anew")
        .isEqualTo(page);
  }

  @Test
  void everyPublishedColumnSaysWhatItMeansAndWhenItIsNull() {
    for (TableDefinition table : PublishedTables.ALL) {
      assertThat(table.columns())
          .as(table.name())
          .allSatisfy(
              column -> {
                assertThat(column.meaning())
                    .as(column.name())
                    .endsWith(".")
                    .doesNotContainIgnoringCase("null");
                assertThat(column.nullWhen()).as(column.name()).isNotBlank().doesNotEndWith(".");
              });
    }
  }
}
