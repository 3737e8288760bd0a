package jindu.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import jindu.TestSession;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class FactorRowsTest {

  @Test
  void holdsOneRowADivisionAndYearAndOneAnAdjustedIndicatorAndYear() {
    Catalog catalog = SmallCatalog.catalog();
    List<Row> divisions = FactorRows.divisions(TestSession.get(), catalog).collectAsList();
    // Two years of division 17, one of 43; the indices of March and June share the row of 2020.
    assertThat(divisions).hasSize(3);
    assertThat(divisions)
        .extracting(row -> row.getString(0) + row.getInt(1))
        .doesNotHaveDuplicates();
    // The factor on the base of 2021 meets the values of 2020.
    List<Row> bases = FactorRows.bases(TestSession.get(), catalog).collectAsList();
    assertThat(bases).hasSize(1);
    assertThat(bases.get(0).getInt(1)).isEqualTo(2020);
  }

  @Test
  void refusesAFactorThatWouldHaveToBeRounded() {
    Catalog small = SmallCatalog.catalog();
    Catalog catalog =
        new Catalog(
            small.places(),
            small.sectors(),
            small.indicators(),
            small.forms(),
            small.targets(),
            small.milestones(),
            small.lampPresets(),
            small.headline(),
            List.of(new Catalog.ValueAddedRate("17", 2020, new BigDecimal("0.2500001"))),
            small.priceIndices(),
            small.baseAdjustments(),
            small.abnormalQuarters(),
            small.exclusions(),
            List.of(),
            List.of(),
            small.primaryRules(),
            small.retention(),
            small.notice(),
            small.files());
    assertThatThrownBy(() -> FactorRows.divisions(TestSession.get(), catalog))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.2500001 (expected at most 6 decimals)");
  }
}
