package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog whose texts were kept is read back as it was, with the same checks. */
class CatalogFromTextsTest {

  @TempDir private Path folder;
  private DamagedCatalog copy;

  @BeforeEach
  void copy() throws Exception {
    copy = new DamagedCatalog(folder);
    copy.write("notice.yaml", "\uFEFFzh: 合成数据\nen: Synthetic\n");
    copy.write(
        "exclusions.csv",
        """
        path,content_hash,form,unit,period,reason,person,from,until
        CZ-1/a.csv,,,,,why,who,2020-07-10,
        """);
    copy.write("NOTES.md", "Notes of the bureau.\n");
  }

  @Test
  void isTheCatalogOfTheFolder() throws Exception {
    Catalog read = copy.read();
    assertThat(read.exclusions()).hasSize(1);
    assertThat(CatalogReader.read(read.files())).isEqualTo(read);
  }

  @Test
  void isHeldToTheSameChecks() throws Exception {
    Map<String, String> texts = new TreeMap<>(copy.read().files());
    String headline = texts.get("headline.csv");
    texts.remove("townships.csv");
    texts.put("headline.csv", headline.replace("2,fixed_asset", "3,fixed_asset"));
    texts.put("plans/next.csv", "id\n");
    texts.put("NOTES.md", "Notes of the bureau.\n");
    copy.delete("townships.csv");
    copy.write("headline.csv", texts.get("headline.csv"));
    copy.write("plans/next.csv", "id\n");

    CatalogException wrong =
        catchThrowableOfType(CatalogException.class, () -> CatalogReader.read(texts));

    assertThat(wrong.mistakes()).hasSize(3).isEqualTo(copy.mistakes());
  }
}
