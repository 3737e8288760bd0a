package jindu.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import jindu.core.Code;
import jindu.core.Messages;
import jindu.table.QueryTable;
import org.apache.spark.sql.Row;

/** The columns of a query sheet from left to right, named as in {@link QueryTable}. */
enum QueryColumn implements Code {
  RANK(6, Kind.COUNT),
  UNIT_KEY(21, Kind.TEXT),
  UNIT_NAME(26, Kind.TEXT),
  FORM(9, Kind.TEXT),
  PERIOD(10, Kind.TEXT),
  ITEM_HEADER(22, Kind.TEXT),
  VALUE(17, Kind.FIGURE),
  EXPECTED(17, Kind.FIGURE),
  DELIVERED_UNIT(10, Kind.TEXT),
  DIFFERENCE(17, Kind.FIGURE),
  DIFFERENCE_PCT(12, Kind.PERCENT),
  EFFECT_PCT(12, Kind.PERCENT),
  ODD_ZH(38, Kind.TEXT),
  LAST_EXPLANATION(28, Kind.TEXT),
  ODD_EN(38, Kind.TEXT),
  CHECK(18, Kind.TEXT);

  /** Decimals kept of a figure in its delivered unit: all of them, for every unit of a form. */
  private static final int DECIMALS = 12;

  private final int width;
  private final Kind kind;

  QueryColumn(int width, Kind kind) {
    this.width = width;
    this.kind = kind;
  }

  /** What stands in a cell of the column. */
  enum Kind {
    COUNT,
    TEXT,
    /** A value in the form's delivered unit. */
    FIGURE,
    PERCENT
  }

  /** In characters. */
  int width() {
    return width;
  }

  Kind kind() {
    return kind;
  }

  String header(Messages messages) {
    return messages.text("query.column-" + code());
  }

  /** The text of a line; empty where there is none. */
  Optional<String> text(Row line, Messages messages) {
    Optional<String> text = Optional.ofNullable(line.getAs(code()));
    return this == ITEM_HEADER
        ? text.or(() -> Optional.of(messages.text("query.whole-return")))
        : text;
  }

  /** The number of a line, figures in the delivered unit; empty where it is not known. */
  Optional<BigDecimal> number(Row line) {
    return switch (kind) {
      case COUNT -> Optional.of(BigDecimal.valueOf(line.<Integer>getAs(code())));
      case FIGURE ->
          Optional.<BigDecimal>ofNullable(line.getAs(code())).map(value -> delivered(value, line));
      case PERCENT -> Optional.ofNullable(line.getAs(code()));
      case TEXT -> Optional.empty();
    };
  }

  private static BigDecimal delivered(BigDecimal value, Row line) {
    BigDecimal factor = line.getAs(QueryTable.DELIVERED_FACTOR);
    BigDecimal exact =
        factor == null ? value : value.divide(factor, DECIMALS, RoundingMode.HALF_UP);
    BigDecimal plain = exact.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
