package jindu.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * The rows of one published file, in its order, read without a Spark job: a publication's few
 * thousand rows do not pay for one.
 */
final class ParquetRows {

  private ParquetRows() {}

  /**
   * Reads a file of a table.
   *
   * @param settings of Hadoop: one for all files, for each new one is read from its own files
   * @return rows of the table's schema, whatever the order of the columns in the file; null in
   *     columns that an older file has not
   */
  static List<Row> read(Path file, TableDefinition table, Configuration settings)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(settings).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        rows.add(row(group, table));
      }
    }
    return rows;
  }

  private static Row row(Group group, TableDefinition table) {
    Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      ColumnDefinition column = table.columns().get(i);
      boolean isKnown =
          group.getType().containsField(column.name())
              && group.getFieldRepetitionCount(column.name()) > 0;
      values[i] = isKnown ? value(group, column) : null;
    }
    return new GenericRowWithSchema(values, table.schema());
  }

  private static Object value(Group group, ColumnDefinition column) {
    DataType type = column.type();
    if (type instanceof DecimalType decimal) {
      return new BigDecimal(unscaled(group, column.name()), decimal.scale());
    }
    if (type.equals(DataTypes.DateType)) {
      return Date.valueOf(LocalDate.ofEpochDay(group.getInteger(column.name(), 0)));
    }
    if (type.equals(DataTypes.IntegerType)) {
      return group.getInteger(column.name(), 0);
    }
    if (type.equals(DataTypes.LongType)) {
      return group.getLong(column.name(), 0);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return group.getBoolean(column.name(), 0);
    }
    return group.getString(column.name(), 0);
  }

  /** Parquet keeps a decimal in the smallest type that holds its digits. */
  private static BigInteger unscaled(Group group, String name) {
    GroupType schema = group.getType();
    PrimitiveTypeName stored = schema.getType(name).asPrimitiveType().getPrimitiveTypeName();
    return switch (stored) {
      case INT32 -> BigInteger.valueOf(group.getInteger(name, 0));
      case INT64 -> BigInteger.valueOf(group.getLong(name, 0));
      default -> {
        ByteBuffer bytes = group.getBinary(name, 0).toByteBuffer();
        byte[] digits = new byte[bytes.remaining()];
        bytes.get(digits);
        yield new BigInteger(digits);
      }
    };
  }
}
