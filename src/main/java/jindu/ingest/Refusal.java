package jindu.ingest;

import java.util.Locale;
import jindu.core.Code;

/** Why a file as a whole cannot be used; the words are the messages {@code ingest.<code>}. */
enum Refusal implements Code {
  NOT_IN_FORM_FOLDER,
  UNKNOWN_FORM,
  UNKNOWN_FILE_TYPE,
  FILE_TOO_LARGE,
  EMPTY_FILE,
  NOT_DECODABLE,
  MALFORMED_CSV,
  UNREADABLE_WORKBOOK,
  FORMULA_WITHOUT_VALUE,
  NO_HEADER,
  DUPLICATE_COLUMN;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
