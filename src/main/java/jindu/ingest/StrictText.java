package jindu.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes to text, strictly and in bounded memory: what is neither UTF-8 nor GB18030 is refused,
 * never replaced by �.
 */
final class StrictText {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int BUFFER = 1 << 16;
  private static final long NONE = -1;

  private final Content content;
  private final Charset charset;

  private StrictText(Content content, Charset charset) {
    this.content = content;
    this.charset = charset;
  }

  /**
   * Finds the character set in which every byte of the file makes sense.
   *
   * @throws UnusableFileException naming the first wrong byte in the character set that got further
   */
  static StrictText of(Content content) throws UnusableFileException, IOException {
    Charset furthest = StandardCharsets.UTF_8;
    long offset = NONE;
    // A byte order mark in UTF-8 says what the file is: then GB18030 would only produce nonsense.
    for (Charset charset :
        startsWithMark(content)
            ? List.of(StandardCharsets.UTF_8)
            : List.of(StandardCharsets.UTF_8, GB18030)) {
      long wrong = firstWrongByte(content, charset);
      if (wrong == NONE) {
        return new StrictText(content, charset);
      }
      if (wrong > offset) {
        furthest = charset;
        offset = wrong;
      }
    }
    throw new UnusableFileException(Refusal.NOT_DECODABLE, detail(content, furthest, offset));
  }

  /** The text from the beginning, without byte order mark. */
  Reader open() throws IOException {
    PushbackReader reader =
        new PushbackReader(new InputStreamReader(content.open(), strict(charset)));
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static long firstWrongByte(Content content, Charset charset) throws IOException {
    CharsetDecoder decoder = strict(charset);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer characters = CharBuffer.allocate(BUFFER + 1);
    long start = 0;
    try (InputStream stream = content.open()) {
      for (boolean isLast = false; !isLast; ) {
        int read =
            stream.readNBytes(bytes.array(), bytes.position(), bytes.capacity() - bytes.position());
        isLast = bytes.position() + read < bytes.capacity();
        bytes.limit(bytes.position() + read).position(0);
        // Neither character set makes more characters than it has bytes.
        CoderResult result = decoder.decode(bytes, characters.clear(), isLast);
        int zero = indexOfZero(bytes.array(), bytes.position());
        if (zero >= 0 || result.isError()) {
          return start + (zero >= 0 ? zero : bytes.position());
        }
        start += bytes.position();
        bytes.compact();
      }
    }
    return NONE;
  }

  // No text holds a byte of zero: it is UTF-16 without mark, or damage.
  private static int indexOfZero(byte[] bytes, int length) {
    for (int position = 0; position < length; position++) {
      if (bytes[position] == 0) {
        return position;
      }
    }
    return -1;
  }

  private static boolean startsWithMark(Content content) throws IOException {
    try (InputStream stream = content.open()) {
      return Arrays.equals(stream.readNBytes(UTF8_MARK.length), UTF8_MARK);
    }
  }

  // Line feed and carriage return are no part of a longer character in either character set.
  private static String detail(Content content, Charset charset, long offset) throws IOException {
    try (InputStream stream = new BufferedInputStream(content.open(), BUFFER)) {
      long row = 1;
      int before = 0;
      int wrong = stream.read();
      for (long position = 0; position < offset; position++) {
        boolean endsLine = wrong == '\r' || (wrong == '\n' && before != '\r');
        row += endsLine ? 1 : 0;
        before = wrong;
        wrong = stream.read();
      }
      return "%s byte=%d row=%d value=0x%02X".formatted(charset.name(), offset, row, wrong);
    }
  }
}
