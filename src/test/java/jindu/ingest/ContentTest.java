package jindu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContentTest {

  @Test
  void hashesAFileBeyondTheLimitAndRefusesIt() throws IOException {
    Content content = Content.read(new ByteArrayInputStream(new byte[Content.LARGEST + 1]));
    // sha256sum over 67,108,865 bytes of zero.
    assertThat(content.hash())
        .isEqualTo("91990977345985aaf03af1358f4f989d7eaf985b58529efb72f613c588f6599a");
    List<DecodedRow> rows =
        new DeliveryDecoder(SampleForms.ALL).decode("B204-1/a.csv", "B204-1", content).toList();
    assertThat(rows).singleElement().extracting(DecodedRow::refusal).isEqualTo("file-too-large");
    assertThat(rows.get(0).detail()).isEqualTo("size=67108865 limit=67108864");
  }

  @Test
  void keepsAFileAtTheLimit() throws IOException {
    assertThat(Content.read(new ByteArrayInputStream(new byte[Content.LARGEST])).bytes())
        .hasSize(64 * 1024 * 1024);
  }
}
