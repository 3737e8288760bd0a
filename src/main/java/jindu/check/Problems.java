package jindu.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;

import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Problems of a row: an array of the code of each check that failed, with the offending text.
 *
 * <p>Each check gives an array of one problem or none, and all are put together once.
 */
final class Problems {

  private static final String CODE = "code";
  private static final String TEXT = "text";
  private static final String SEPARATOR = "; ";

  /** Characters of an offending text that a message repeats. */
  private static final int LONGEST_TEXT = 300;

  private static final ArrayType TYPE =
      DataTypes.createArrayType(new StructType().add(CODE, Types.TEXT).add(TEXT, Types.TEXT));

  private Problems() {}

  static Column none() {
    return array().cast(TYPE);
  }

  /** The problem where {@code failed}; none where it is false or null. */
  static Column when(Column failed, Defect defect, Column text) {
    return functions.when(failed, array(of(lit(defect.code()), text))).otherwise(none());
  }

  /** A single problem. */
  static Column of(Column code, Column text) {
    return struct(code.as(CODE), shortened(coalesce(text, lit(""))).as(TEXT));
  }

  /** The whole text stands in the row's cells. */
  private static Column shortened(Column text) {
    return functions
        .when(length(text).gt(LONGEST_TEXT), concat(substring(text, 1, LONGEST_TEXT), lit("…")))
        .otherwise(text);
  }

  /** The offending text under the header by which a unit knows it. */
  static Column labelled(Column label, Column text) {
    return concat(label, coalesce(concat(lit(": "), text), lit("")));
  }

  /** The code of every problem, each once. */
  static Column codes(Column problems) {
    return array_distinct(problems.getField(CODE));
  }

  /** Code to the offending texts of every problem that bears it. */
  static Column textByCode(Column problems) {
    Column codes = codes(problems);
    Column texts = transform(codes, code -> texts(problems, code));
    return functions
        .when(size(problems).gt(0), map_from_arrays(codes, texts))
        .otherwise(map().cast(Types.TEXT_BY_NAME));
  }

  private static Column texts(Column problems, Column code) {
    Column same = filter(problems, problem -> problem.getField(CODE).equalTo(code));
    return array_join(same.getField(TEXT), SEPARATOR);
  }
}
