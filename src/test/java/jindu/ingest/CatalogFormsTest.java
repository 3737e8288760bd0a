package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.core.CommonColumn;
import jindu.core.Form;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The forms of the catalog can be delivered with the Chinese headers that they declare. */
final class CatalogFormsTest {

  @TestFactory
  Stream<DynamicTest> readsEveryColumnUnderItsChineseHeaderOf()
      throws CatalogException, IOException {
    Map<String, Form> forms = CatalogReader.read(Path.of("data-lake/reference")).forms();
    assertThat(forms).hasSizeGreaterThan(10);
    DeliveryDecoder decoder = new DeliveryDecoder(forms);
    return forms.values().stream()
        .map(form -> DynamicTest.dynamicTest(form.code(), () -> assertReads(decoder, form)));
  }

  private static void assertReads(DeliveryDecoder decoder, Form form) throws IOException {
    Map<String, String> headers = headers(form);
    String file =
        String.join(",", headers.values()) + "\n" + String.join(",", headers.keySet()) + "\n";
    List<DecodedRow> rows;
    try (Content content = Content.read(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
      rows = Decoded.all(decoder.decode(form.code() + "/file.csv", form.code(), content));
    }
    assertThat(rows).singleElement().extracting(DecodedRow::refusal).isNull();
    // Each cell of the file is the canonical name of its column.
    assertThat(rows.get(0).cells()).containsOnlyKeys(headers.keySet());
    assertThat(rows.get(0).cells()).allSatisfy((name, text) -> assertThat(text).isEqualTo(name));
  }

  /** Header by canonical column, one for each column of the form. */
  private static Map<String, String> headers(Form form) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (CommonColumn column : CommonColumn.values()) {
      String header =
          column == CommonColumn.UNIT_CODE ? form.unitHeader() : column.headers().get(0);
      if (!header.isEmpty()) {
        headers.put(column.code(), header);
      }
    }
    form.attributes().forEach(attribute -> headers.put(attribute.code(), attribute.header()));
    for (Form.Item item : form.items()) {
      for (Form.ValueColumn column : item.columns()) {
        headers.put(column.of(item.code()), item.header() + column.suffix());
      }
    }
    return headers;
  }
}
