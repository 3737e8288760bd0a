package jindu.cli;

import jindu.core.Quarter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2019-Q1} or {@code 2019Q1}; anything else is a wrong argument. */
final class QuarterConverter implements ITypeConverter<Quarter> {

  @Override
  public Quarter convert(String text) {
    try {
      return Quarter.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
