package jindu.table;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;

/** The column types of the lake. */
public final class Types {

  /** A value in its base unit. */
  public static final DecimalType AMOUNT = DataTypes.createDecimalType(24, 4);

  /** A percentage or points. */
  public static final DecimalType PERCENT = DataTypes.createDecimalType(12, 4);

  public static final DataType TEXT = DataTypes.StringType;
  public static final DataType WHOLE = DataTypes.IntegerType;
  public static final DataType COUNT = DataTypes.LongType;
  public static final DataType DAY = DataTypes.DateType;
  public static final DataType MOMENT = DataTypes.TimestampType;
  public static final DataType CLAIM = DataTypes.BooleanType;
  public static final ArrayType TEXTS = DataTypes.createArrayType(TEXT);
  public static final MapType TEXT_BY_NAME = DataTypes.createMapType(TEXT, TEXT);
  public static final MapType AMOUNT_BY_NAME = DataTypes.createMapType(TEXT, AMOUNT);

  private Types() {}
}
