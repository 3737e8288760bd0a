package jindu.catalog;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jindu.core.Code;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.Frequency;
import jindu.core.PlainText;
import jindu.core.ReportingPeriod;

/** A return as an exclusion names it: form, unit and period must be such as the form has. */
final class ExcludedReturn {

  private static final String KEY_SEPARATOR = "|";
  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final Pattern VILLAGE = Pattern.compile("[0-9]{12}");
  private static final int TOWNSHIP = 9;
  private static final Pattern LETTER_AND_DIGITS = Pattern.compile("[A-T][0-9]{2,4}");

  private ExcludedReturn() {}

  /** The unit, spelt as {@code unit_key} spells it. */
  static String unit(CsvRow row, Map<String, Form> forms, KnownCodes formCodes) {
    Field code = row.field("form");
    code.required();
    Field unit = row.field("unit");
    unit.required();
    if (!code.isEmpty() && !formCodes.contains(code.text())) {
      code.wrong("unknown-form");
    }
    Form form = forms.get(code.text());
    if (form == null) {
      return unit.text();
    }
    requirePeriod(row.field("period"), form);
    List<String> parts = parts(unit.text(), form);
    if (!unit.isEmpty() && (parts.size() < form.key().size() || parts.contains(""))) {
      unit.wrong("unit-not-of-form", form.code(), String.join(KEY_SEPARATOR, form.key()));
    }
    return String.join(KEY_SEPARATOR, parts);
  }

  private static void requirePeriod(Field period, Form form) {
    if (form.required().contains(CommonColumn.PERIOD.code())) {
      YearMonth month = period.month();
      if (period.isSound() && !isPeriodOf(form.frequency(), month)) {
        period.wrong("period-not-of-form", form.code(), form.frequency().code());
      }
    } else if (!period.isEmpty()) {
      period.wrong("period-without-use", form.code());
    }
  }

  private static boolean isPeriodOf(Frequency frequency, YearMonth month) {
    return switch (frequency) {
      case MONTHLY, AS_IT_HAPPENS -> true;
      case MONTHLY_FROM_FEBRUARY -> month.getMonthValue() > 1;
      case QUARTERLY -> month.getMonthValue() % MONTHS_OF_A_QUARTER == 0;
    };
  }

  /** The last part keeps what follows: the name of a department may hold the separator. */
  private static List<String> parts(String unit, Form form) {
    String[] texts = unit.split(Pattern.quote(KEY_SEPARATOR), form.key().size());
    List<String> parts = new ArrayList<>();
    for (int place = 0; place < texts.length; place++) {
      parts.add(asRead(texts[place], form.key().get(place), form));
    }
    return parts;
  }

  /** A part of the key as check reads it from a return. */
  private static String asRead(String text, String column, Form form) {
    Optional<CommonColumn> common = Code.find(CommonColumn.class, column);
    if (common.isEmpty()) {
      return form.attributes().stream()
          .filter(attribute -> attribute.code().equals(column))
          .findFirst()
          .map(attribute -> asRead(PlainText.trimmed(text), attribute))
          .orElseGet(() -> PlainText.trimmed(text));
    }
    String code = PlainText.halfWidth(text).toUpperCase(Locale.ROOT);
    return switch (common.get()) {
      case TOWNSHIP_CODE -> VILLAGE.matcher(code).matches() ? code.substring(0, TOWNSHIP) : code;
      case SECTOR_CODE -> LETTER_AND_DIGITS.matcher(code).matches() ? code.substring(1) : code;
      case PERIOD, UNIT_CODE, UNIT_NAME, SUBMITTED_AT, EXPLANATION, OPERATION -> code;
    };
  }

  private static String asRead(String text, Attribute attribute) {
    return switch (attribute.type()) {
      case PERIOD -> ReportingPeriod.parse(text).map(ReportingPeriod::toString).orElse(text);
      case FIRST_MONTH -> ReportingPeriod.firstMonth(text).map(YearMonth::toString).orElse(text);
      case TEXT, DATE, FORM, INDICATOR, MILESTONE ->
          attribute.values().stream()
              .filter(value -> PlainText.halfWidth(value).equals(PlainText.halfWidth(text)))
              .findFirst()
              .orElse(text);
    };
  }
}
