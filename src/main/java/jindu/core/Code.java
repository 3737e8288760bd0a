package jindu.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An enum constant with the code that stands for it in files and tables: its name in lower case.
 */
public interface Code {

  String name();

  /** The text used in files and tables. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant for a code, or empty when there is none. */
  static <E extends Enum<E> & Code> Optional<E> find(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.code().equals(code)).findFirst();
  }
}
