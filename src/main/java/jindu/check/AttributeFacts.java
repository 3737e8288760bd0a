package jindu.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Milestone;
import jindu.core.PlainText;
import jindu.table.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The text and date columns of a form, with the texts that each may hold. */
final class AttributeFacts {

  static final String CODE = "code";
  static final String LABEL = "label";
  static final String REQUIRED = "required";
  static final String IN_KEY = "in_key";
  static final String TYPE = "type";

  /** Half-width text to the catalog's own spelling; empty when any text will do. */
  static final String VALUES = "allowed";

  /** The defect of a text that is not understood. */
  static final String DEFECT = "defect";

  static final StructType SCHEMA =
      new StructType()
          .add(CODE, Types.TEXT)
          .add(LABEL, Types.TEXT)
          .add(REQUIRED, Types.CLAIM)
          .add(IN_KEY, Types.CLAIM)
          .add(TYPE, Types.TEXT)
          .add(VALUES, Types.TEXT_BY_NAME)
          .add(DEFECT, Types.TEXT);

  private AttributeFacts() {}

  static List<Row> rows(Form form, Catalog catalog) {
    return form.attributes().stream()
        .map(
            attribute ->
                RowFactory.create(
                    attribute.code(),
                    attribute.header(),
                    attribute.required(),
                    form.key().contains(attribute.code()),
                    attribute.type().code(),
                    spellings(values(attribute, catalog)),
                    defect(attribute.type()).code()))
        .toList();
  }

  static String indicatorAttribute(Form form) {
    return form.attributes().stream()
        .filter(attribute -> attribute.type() == Attribute.Type.INDICATOR)
        .map(Attribute::code)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Missing attribute of type indicator in form "
                        + form.code()
                        + ", whose values come in the indicator's display unit."));
  }

  private static List<String> values(Attribute attribute, Catalog catalog) {
    return switch (attribute.type()) {
      case TEXT, DATE, PERIOD, FIRST_MONTH -> attribute.values();
      case FORM -> List.copyOf(catalog.forms().keySet());
      case INDICATOR -> List.copyOf(catalog.indicators().keySet());
      case MILESTONE -> catalog.milestones().stream().map(Milestone::id).toList();
    };
  }

  private static Defect defect(Attribute.Type type) {
    return switch (type) {
      case TEXT -> Defect.UNKNOWN_VALUE;
      case DATE -> Defect.NOT_A_DATE;
      case PERIOD, FIRST_MONTH -> Defect.UNKNOWN_PERIOD;
      case FORM -> Defect.UNKNOWN_FORM;
      case INDICATOR -> Defect.UNKNOWN_INDICATOR;
      case MILESTONE -> Defect.UNKNOWN_MILESTONE;
    };
  }

  private static Map<String, String> spellings(List<String> values) {
    Map<String, String> spellings = new LinkedHashMap<>();
    values.forEach(value -> spellings.put(PlainText.halfWidth(value), value));
    return spellings;
  }
}
