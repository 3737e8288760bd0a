package jindu.ingest;

import java.util.Locale;
import jindu.core.Code;

/** Why a file as a whole cannot be used; the words are the messages {@code ingest.<code>}. */
enum Refusal implements Code {
  UNSAFE_FILE_NAME,
  NOT_IN_FORM_FOLDER,
  UNKNOWN_FORM,
  UNKNOWN_FILE_TYPE,
  FILE_TOO_LARGE,
  EMPTY_FILE,
  NOT_DECODABLE,
  MALFORMED_CSV,
  /** Damaged, or no workbook at all. */
  UNREADABLE_WORKBOOK,
  /** Under a password, or of the old format that looks the same from outside. */
  LOCKED_WORKBOOK,
  MACROS,
  EXTERNAL_LINKS,
  XML_ENTITIES,
  UNSAFE_PART_NAME,
  TOO_MANY_PARTS,
  PACKED_TOO_TIGHTLY,
  UNPACKS_TOO_LARGE,
  BEYOND_EXCEL,
  FORMULA_WITHOUT_VALUE,
  NO_HEADER,
  ONLY_HIDDEN_SHEETS,
  DUPLICATE_COLUMN;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
