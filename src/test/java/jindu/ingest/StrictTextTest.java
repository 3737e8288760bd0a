package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.Test;

/** A file is decoded piece by piece: the seams between the pieces must not show. */
final class StrictTextTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int PIECE = 1 << 16;

  @Test
  void decodesCharactersThatLieAcrossTheSeams() throws IOException {
    for (Charset charset : new Charset[] {UTF_8, GB18030}) {
      for (int before = PIECE - 4; before <= PIECE; before++) {
        String text = "x".repeat(before) + "𬭎洛阳" + "\n".repeat(PIECE) + "㐂";
        assertThat(decoded(text.getBytes(charset))).as("%s %d", charset, before).isEqualTo(text);
      }
    }
  }

  @Test
  void namesTheFirstWrongByteWhereverItLies() throws IOException {
    for (int before = PIECE - 3; before <= PIECE + 1; before++) {
      byte[] bytes = ("洛\r\n\r\n" + "x".repeat(before) + "\r\n阳").getBytes(UTF_8);
      int place = bytes.length - 3;
      byte[] wrong = bytes.clone();
      wrong[place] = (byte) 0xFF;
      assertThat(decoded(wrong))
          .isEqualTo("not-decodable: UTF-8 byte=" + place + " row=4 value=0xFF");
      // Cut within its last character.
      assertThat(decoded(Arrays.copyOf(bytes, bytes.length - 1)))
          .isEqualTo("not-decodable: UTF-8 byte=" + place + " row=4 value=0xE9");
    }
  }

  @Test
  void takesNoByteOfZeroForText() throws IOException {
    assertThat(decoded("洛\n\0阳".getBytes(UTF_8)))
        .isEqualTo("not-decodable: UTF-8 byte=4 row=2 value=0x00");
    assertThat(decoded("洛\n\0阳".getBytes(GB18030)))
        .isEqualTo("not-decodable: GB18030 byte=3 row=2 value=0x00");
  }

  private static String decoded(byte[] bytes) throws IOException {
    try (Content content = Content.read(new ByteArrayInputStream(bytes));
        Reader reader = StrictText.of(content).open()) {
      return IOUtils.toString(reader);
    } catch (UnusableFileException unusable) {
      return unusable.getMessage();
    }
  }
}
