package jindu.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jindu.core.Form;

/** Bytes to rows, whatever the bytes are: a file that cannot be used is one refused row. */
final class DeliveryDecoder {

  private final Map<String, FormHeaders> headersByForm = new HashMap<>();

  DeliveryDecoder(Map<String, Form> forms) {
    forms.forEach((code, form) -> headersByForm.put(code, new FormHeaders(form)));
  }

  /**
   * The rows of a file, at least one.
   *
   * @param path path under {@code inbox/}; its ending says what kind of file it is
   * @param form name of the form's folder
   */
  Stream<DecodedRow> decode(String path, String form, Content content) {
    try {
      List<HeadedSheet> sheets = sheets(path, form, content);
      if (sheets.stream().allMatch(sheet -> sheet.rows().isEmpty())) {
        throw new UnusableFileException(Refusal.EMPTY_FILE, "rows=0");
      }
      // Concatenated, not flat-mapped: an iterator over a flat map would hold a whole sheet at
      // once.
      return sheets.stream()
          .map(sheet -> sheet.rows().stream().map(row -> DecodedRow.data(sheet, row)))
          .reduce(Stream.empty(), Stream::concat);
    } catch (UnusableFileException unusable) {
      return Stream.of(DecodedRow.refused(unusable));
    }
  }

  private List<HeadedSheet> sheets(String path, String form, Content content)
      throws UnusableFileException {
    FormHeaders headers = headers(path, form);
    String ending = ending(path);
    if (!List.of("csv", "txt", "tsv", "xlsx").contains(ending)) {
      throw new UnusableFileException(Refusal.UNKNOWN_FILE_TYPE, ending);
    }
    if (content.isTooLarge()) {
      throw new UnusableFileException(
          Refusal.FILE_TOO_LARGE, "size=" + content.size() + " limit=" + Content.LARGEST);
    }
    if (content.size() == 0) {
      throw new UnusableFileException(Refusal.EMPTY_FILE, "size=0");
    }
    return ending.equals("xlsx")
        ? WorkbookFile.read(content.bytes(), headers)
        : List.of(CsvFile.read(StrictText.of(content.bytes()), headers));
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
