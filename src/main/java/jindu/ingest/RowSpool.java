package jindu.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the rows of a file until the whole file has proved usable: what is wrong in its last row
 * refuses the file, so its first row must not have left before.
 */
final class RowSpool implements AutoCloseable {

  /** As many characters as {@code writeUTF} surely takes at once. */
  private static final int PIECE = 20_000;

  private static final int BUFFER = 1 << 16;

  private final Spool spool = new Spool();
  private final DataOutputStream out =
      new DataOutputStream(new BufferedOutputStream(spool.out(), BUFFER));
  private final List<HeadedSheet> sheets = new ArrayList<>();
  private long rows;

  /** Keeps all rows that are left of a sheet. */
  void keep(HeadedSheet sheet, SheetRows from) throws UnusableFileException {
    sheets.add(sheet);
    for (var row = from.next(); row.isPresent(); row = from.next()) {
      keep(row.get());
    }
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** The rows in the order kept; closing them deletes what was kept. */
  DecodedRows read(String skippedSheets) {
    try {
      out.close();
      String unknownHeaders = UnknownHeaders.text(sheets);
      DataInputStream in = new DataInputStream(new BufferedInputStream(spool.open(), BUFFER));
      return new DecodedRows(
          rows,
          () -> DecodedRow.data(sheets.get(in.readInt()), row(in), skippedSheets, unknownHeaders),
          () -> {
            in.close();
            spool.close();
          });
    } catch (IOException e) {
      throw Spool.noSpace(e);
    }
  }

  @Override
  public void close() {
    spool.close();
  }

  private void keep(SourceRow row) {
    try {
      out.writeInt(sheets.size() - 1);
      out.writeInt(row.number());
      out.writeInt(row.cells().size());
      for (String text : row.cells()) {
        write(text);
      }
      rows++;
    } catch (IOException e) {
      throw Spool.noSpace(e);
    }
  }

  private void write(String text) throws IOException {
    out.writeInt(text.length());
    for (int from = 0; from < text.length(); from += PIECE) {
      out.writeUTF(text.substring(from, Math.min(text.length(), from + PIECE)));
    }
  }

  private static SourceRow row(DataInputStream in) throws IOException {
    int number = in.readInt();
    String[] cells = new String[in.readInt()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = text(in);
    }
    return new SourceRow(number, List.of(cells));
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == 0) {
      return "";
    }
    if (length <= PIECE) {
      return in.readUTF();
    }
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(in.readUTF());
    }
    return text.toString();
  }
}
