package jindu.check;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.Peer;
import jindu.core.RegisterForm;
import jindu.core.Sector;
import jindu.table.ReturnTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a row must know of its form, one row a form: the plan is as small with a hundred forms. */
final class FormFacts {

  /** The struct joined to each row; null where the catalog has no such form. */
  static final String FACTS = "facts";

  static final String KEY = "key";
  static final String FREQUENCY = "frequency";
  static final String HAS_PERIOD = "has_period";
  static final String REGISTERED = "registered";
  static final String REQUIRED = "required";
  static final String SECTOR_LEVELS = "sector_levels";
  static final String ITEMS = "items";
  static final String ATTRIBUTES = "attributes";
  static final String CHECKS = "checks";

  /** The forms whose units are named by a unified social credit code. */
  static final String CREDIT_CODE_FORMS = "credit_code_forms";

  /** Form to the sectors of those who report it; a form for all has none. */
  static final String POPULATIONS = "populations";

  /** The attribute that names a row's indicator, null where values come in the item's own unit. */
  static final String INDICATOR_ATTRIBUTE = "indicator_attribute";

  /** The codes of the city and the other districts, of a form that takes their figures. */
  static final String PEERS = "peers";

  static final String INDICATOR_FACTORS = "indicator_factors";

  private static final String CREDIT_CODE_HEADER = "统一社会信用代码";
  private static final String JOINED = "facts_form";
  private static final StructType SCHEMA =
      new StructType()
          .add(KEY, Types.TEXTS)
          .add(FREQUENCY, Types.TEXT)
          .add(HAS_PERIOD, Types.CLAIM)
          .add(REGISTERED, Types.CLAIM)
          .add(REQUIRED, DataTypes.createArrayType(RequiredFacts.SCHEMA))
          .add(SECTOR_LEVELS, Types.TEXTS)
          .add(ITEMS, DataTypes.createArrayType(ItemFacts.SCHEMA))
          .add(ATTRIBUTES, DataTypes.createArrayType(AttributeFacts.SCHEMA))
          .add(CHECKS, DataTypes.createArrayType(CheckFacts.SCHEMA))
          .add(CREDIT_CODE_FORMS, Types.TEXTS)
          .add(POPULATIONS, DataTypes.createMapType(Types.TEXT, Types.TEXTS))
          .add(INDICATOR_ATTRIBUTE, Types.TEXT)
          .add(INDICATOR_FACTORS, DataTypes.createMapType(Types.TEXT, Amounts.FACTOR))
          .add(PEERS, Types.TEXTS);

  private FormFacts() {}

  /** Left join on the form; one row a form on the right, because the catalog holds them by code. */
  static Dataset<Row> join(Dataset<Row> returns, Catalog catalog) {
    List<Row> rows = catalog.forms().values().stream().map(form -> row(form, catalog)).toList();
    StructType schema = new StructType().add(JOINED, Types.TEXT).add(FACTS, SCHEMA);
    Dataset<Row> facts = returns.sparkSession().createDataFrame(rows, schema);
    return returns
        .join(broadcast(facts), col(ReturnTable.FORM).equalTo(col(JOINED)), "left")
        .drop(JOINED);
  }

  static Column fact(String name) {
    return col(FACTS).getField(name);
  }

  private static Row row(Form form, Catalog catalog) {
    return RowFactory.create(
        form.code(),
        RowFactory.create(
            form.key(),
            form.frequency().code(),
            form.required().contains(CommonColumn.PERIOD.code()),
            form.registered(),
            RequiredFacts.rows(form),
            form.sectorLevels().stream().map(Sector.Level::code).toList(),
            ItemFacts.rows(form),
            AttributeFacts.rows(form, catalog),
            CheckFacts.rows(form),
            creditCodeForms(catalog),
            populations(catalog),
            form.factorFromIndicator() ? AttributeFacts.indicatorAttribute(form) : null,
            form.factorFromIndicator() ? factors(catalog) : Map.of(),
            form.peers() ? catalog.peers().stream().map(Peer::code).toList() : List.of()));
  }

  /** Without the register, which holds projects too; there the form reported decides. */
  private static List<String> creditCodeForms(Catalog catalog) {
    return catalog.forms().values().stream()
        .filter(form -> form.unitHeader().equals(CREDIT_CODE_HEADER))
        .map(Form::code)
        .filter(code -> !code.equals(RegisterForm.CODE))
        .toList();
  }

  private static Map<String, List<String>> populations(Catalog catalog) {
    return catalog.forms().values().stream()
        .filter(form -> !form.population().sectors().isEmpty())
        .collect(Collectors.toMap(Form::code, form -> form.population().sectors()));
  }

  private static Map<String, java.math.BigDecimal> factors(Catalog catalog) {
    return catalog.indicators().values().stream()
        .collect(
            Collectors.toMap(
                Indicator::code, indicator -> ItemFacts.factor(indicator.displayFactor())));
  }
}
