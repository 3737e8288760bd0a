package jindu.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code zh} or {@code en}; anything else is a wrong argument. */
final class LanguageConverter implements ITypeConverter<String> {

  private static final List<String> LANGUAGES = List.of("zh", "en");

  @Override
  public String convert(String text) {
    if (!LANGUAGES.contains(text)) {
      throw new TypeConversionException(
          "no language '%s'. Expected: %s.".formatted(text, String.join(", ", LANGUAGES)));
    }
    return text;
  }
}
