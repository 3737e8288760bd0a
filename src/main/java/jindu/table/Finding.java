package jindu.table;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a soft check (核实性审核) found in a return: the fields of one finding. */
public final class Finding {

  /** Code of the check. */
  public static final String CODE = "code";

  /** Item of the form; null where the finding is about the return as a whole. */
  public static final String ITEM = "item";

  /** Column of the item: {@code ytd}, {@code previous}, {@code month} or {@code value}. */
  public static final String COLUMN = "column";

  /** The figure that is odd, in base units. */
  public static final String VALUE = "value";

  /** The nearest figure that would not be odd, in base units; null where there is none. */
  public static final String EXPECTED = "expected";

  /** The figures compared, as a unit knows them: headers with their texts. */
  public static final String FIGURES = "figures";

  private static final StructType STRUCT =
      new StructType()
          .add(CODE, Types.TEXT)
          .add(ITEM, Types.TEXT)
          .add(COLUMN, Types.TEXT)
          .add(VALUE, Types.AMOUNT)
          .add(EXPECTED, Types.AMOUNT)
          .add(FIGURES, Types.TEXT);

  /** All findings of a return. */
  public static final ArrayType LIST = DataTypes.createArrayType(STRUCT);

  private Finding() {}
}
