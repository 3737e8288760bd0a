package jindu.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jindu.core.Form;

/** Bytes to rows, whatever the bytes are: a file that cannot be used is one refused row. */
final class DeliveryDecoder {

  private static final String WORKBOOK = "xlsx";
  private static final List<String> TEXTS = List.of("csv", "txt", "tsv");

  private final Map<String, FormHeaders> headersByForm = new HashMap<>();

  DeliveryDecoder(Map<String, Form> forms) {
    forms.forEach((code, form) -> headersByForm.put(code, new FormHeaders(form)));
  }

  /**
   * The rows of a file, at least one; the content is not needed after that.
   *
   * @param path path under {@code inbox/}; its ending says what kind of file it is
   * @param form name of the form's folder
   */
  DecodedRows decode(String path, String form, Content content) {
    RowSpool kept = new RowSpool();
    boolean isHandedOn = false;
    try {
      String skippedSheets = read(path, form, content, kept);
      if (kept.isEmpty()) {
        throw new UnusableFileException(Refusal.EMPTY_FILE, "rows=0");
      }
      DecodedRows rows = kept.read(skippedSheets);
      isHandedOn = true;
      return rows;
    } catch (UnusableFileException unusable) {
      content.requireKept();
      return DecodedRows.refused(unusable);
    } catch (IOException e) {
      throw Spool.noSpace(e);
    } finally {
      if (!isHandedOn) {
        kept.close();
      }
    }
  }

  /** Keeps the rows; what was skipped of the file, or null. */
  private String read(String path, String form, Content content, RowSpool kept)
      throws UnusableFileException, IOException {
    FileName.refuseUnsafe(path);
    FormHeaders headers = headers(path, form);
    String ending = ending(path);
    if (!ending.equals(WORKBOOK) && !TEXTS.contains(ending)) {
      throw new UnusableFileException(Refusal.UNKNOWN_FILE_TYPE, ending);
    }
    if (content.isTooLarge()) {
      throw new UnusableFileException(
          Refusal.FILE_TOO_LARGE, "size=" + content.size() + " limit=" + content.largest());
    }
    if (content.size() == 0) {
      throw new UnusableFileException(Refusal.EMPTY_FILE, "size=0");
    }
    if (ending.equals(WORKBOOK)) {
      return WorkbookFile.read(content, headers, kept);
    }
    CsvFile.read(content, headers, kept);
    return null;
  }

  private FormHeaders headers(String path, String form) throws UnusableFileException {
    if (form.isEmpty()) {
      throw new UnusableFileException(Refusal.NOT_IN_FORM_FOLDER, path);
    }
    FormHeaders headers = headersByForm.get(form);
    if (headers == null) {
      throw new UnusableFileException(Refusal.UNKNOWN_FORM, form);
    }
    return headers;
  }

  private static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
