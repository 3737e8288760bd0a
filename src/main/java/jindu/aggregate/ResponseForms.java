package jindu.aggregate;

import static jindu.table.ObservationTable.FORM;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.Frequency;
import jindu.core.Form.Item;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The forms that are due period by period, and what response figures need to know of each. */
final class ResponseForms {

  /** Code of {@link Form#sizeItem}. */
  static final String SIZE_ITEM = "size_item";

  private static final StructType SCHEMA =
      new StructType().add(FORM, Types.TEXT).add(SIZE_ITEM, Types.TEXT);

  private ResponseForms() {}

  /** One row a form. */
  static Dataset<Row> of(SparkSession spark, Catalog catalog) {
    return spark.createDataFrame(forms(catalog).stream().map(ResponseForms::row).toList(), SCHEMA);
  }

  /** Codes of the forms. */
  static Object[] codes(Catalog catalog) {
    return forms(catalog).stream().map(Form::code).toArray();
  }

  private static List<Form> forms(Catalog catalog) {
    return catalog.forms().values().stream()
        .filter(form -> form.frequency() != Frequency.AS_IT_HAPPENS)
        .toList();
  }

  private static Row row(Form form) {
    return RowFactory.create(form.code(), form.sizeItem().map(Item::code).orElse(null));
  }
}
