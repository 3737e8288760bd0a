package jindu.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Bytes to text, strictly: what is neither UTF-8 nor GB18030 is refused, never replaced by �. */
final class StrictText {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private StrictText() {}

  /** An attempt with one character set: the text, or the offset of the first byte that is wrong. */
  private record Attempt(Charset charset, Optional<String> text, int offset) {}

  /**
   * The text of a file, without byte order mark.
   *
   * @throws UnusableFileException naming the first wrong byte in the character set that got further
   */
  static String of(byte[] content) throws UnusableFileException {
    Attempt utf8 = attempt(content, StandardCharsets.UTF_8);
    if (utf8.text().isPresent()) {
      return utf8.text().get();
    }
    // A byte order mark in UTF-8 says what the file is: then GB18030 would only produce nonsense.
    List<Attempt> others = startsWithMark(content) ? List.of() : List.of(attempt(content, GB18030));
    Attempt furthest = utf8;
    for (Attempt other : others) {
      if (other.text().isPresent()) {
        return other.text().get();
      }
      furthest = other.offset() > utf8.offset() ? other : utf8;
    }
    throw new UnusableFileException(Refusal.NOT_DECODABLE, detail(content, furthest));
  }

  private static Attempt attempt(byte[] content, Charset charset) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    // Neither character set makes more characters than it has bytes.
    CharBuffer characters = CharBuffer.allocate(content.length + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, characters, true);
    if (result.isError()) {
      return new Attempt(charset, Optional.empty(), bytes.position());
    }
    characters.flip();
    if (characters.hasRemaining() && characters.get(0) == BYTE_ORDER_MARK) {
      characters.get();
    }
    return new Attempt(charset, Optional.of(characters.toString()), content.length);
  }

  private static boolean startsWithMark(byte[] content) {
    return content.length >= 3
        && content[0] == (byte) 0xEF
        && content[1] == (byte) 0xBB
        && content[2] == (byte) 0xBF;
  }

  private static String detail(byte[] content, Attempt attempt) {
    return "%s byte=%d row=%d value=0x%02X"
        .formatted(
            attempt.charset().name(),
            attempt.offset(),
            row(content, attempt.offset()),
            content[attempt.offset()]);
  }

  // Line feed and carriage return are no part of a longer character in either character set.
  private static int row(byte[] content, int offset) {
    int row = 1;
    for (int position = 0; position < offset; position++) {
      boolean endsLine =
          content[position] == '\n' || (content[position] == '\r' && content[position + 1] != '\n');
      row += endsLine ? 1 : 0;
    }
    return row;
  }
}
