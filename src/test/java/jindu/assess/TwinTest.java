package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jindu.TestSession;
import jindu.core.LampRule;
import jindu.core.Measure;
import jindu.core.MilestoneStanding;
import jindu.core.Yardstick;
import jindu.table.MilestoneProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The column rules say the same as the scalar rules of core on generated rows. */
class TwinTest {

  private static final long SEED = 20_210_130L;
  private static final int ROWS = 2_000;
  private static final List<Measure> MEASURES = List.of(Measure.values());

  @Test
  void theLampOfAColumnIsTheLampOfTheScalarRule() {
    Random random = new Random(SEED);
    List<Row> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Measure measure = MEASURES.get(random.nextInt(MEASURES.size()));
      BigDecimal base = random.nextInt(3) == 0 ? null : BigDecimal.ONE.setScale(4);
      boolean due = random.nextInt(4) == 0;
      boolean hold = base != null && random.nextInt(4) == 0;
      boolean met = random.nextBoolean();
      BigDecimal shortfall = random.nextInt(4) == 0 ? null : decimal(random, 80, 1);
      BigDecimal tolerance = new BigDecimal(random.nextBoolean() ? "1.0000" : "5.0000");
      rows.add(RowFactory.create(measure.code(), base, due, hold, met, shortfall, tolerance));
      expected.add(
          new LampRule(
                  due,
                  base != null || !measure.needsBase(),
                  hold,
                  met,
                  measure != Measure.FLOW_CAP,
                  shortfall,
                  tolerance)
              .standing()
              .code());
    }
    StructType schema =
        new StructType()
            .add(PlanRow.MEASURE, Types.TEXT)
            .add(PlanRow.BASE, Types.AMOUNT)
            .add(PlanRow.DUE, Types.CLAIM)
            .add(PlanRow.HOLD, Types.CLAIM)
            .add(PlanRow.MET, Types.CLAIM)
            .add(PlanRow.SHORTFALL, Types.AMOUNT)
            .add(PlanRow.TOLERANCE, Types.AMOUNT);
    assertThat(texts(frame(rows, schema).select(Lamps.judged(Judged.OWN))))
        .as("seed %d", SEED)
        .isEqualTo(expected);
  }

  @Test
  void aFigureMeetsAColumnWhereItMeetsTheYardstick() {
    Random random = new Random(SEED);
    List<Row> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      BigDecimal step = new BigDecimal("10").pow(random.nextInt(4)).movePointLeft(2).setScale(4);
      BigDecimal bound = decimal(random, 40, 2);
      BigDecimal figure = bound.add(decimal(random, 4, 3)).setScale(4);
      int sense = random.nextBoolean() ? 1 : -1;
      boolean strict = random.nextBoolean();
      Yardstick yardstick =
          new Yardstick(
              Measure.DISTANCE, sense, bound, bound, strict, step, BigDecimal.ONE.setScale(4));
      rows.add(RowFactory.create(figure, bound, step, sense, strict));
      expected.add(Boolean.toString(yardstick.isMetBy(figure)));
    }
    StructType schema =
        new StructType()
            .add("figure", Types.AMOUNT)
            .add(PlanRow.BOUND, Types.AMOUNT)
            .add(PlanRow.STEP, Types.AMOUNT)
            .add(PlanRow.SENSE, Types.WHOLE)
            .add(PlanRow.STRICT, Types.CLAIM);
    Dataset<Row> met =
        frame(rows, schema).select(Figure.isMetBy(Figure.decided(col("figure"))).cast("string"));
    assertThat(texts(met)).as("seed %d", SEED).isEqualTo(expected);
    assertThat(expected).contains("true", "false");
  }

  @Test
  void theStandingOfAMilestoneIsThatOfTheScalarRule() {
    Random random = new Random(SEED);
    LocalDate due = LocalDate.of(2021, 6, 30);
    List<Row> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      LocalDate judgedOn = due.plusDays(random.nextInt(81) - 40L);
      boolean reported = random.nextBoolean();
      boolean complete = reported && random.nextBoolean();
      LocalDate done = complete ? judgedOn.minusDays(random.nextInt(40)) : null;
      boolean aimPrinted = random.nextInt(4) > 0;
      rows.add(RowFactory.create(due, done, judgedOn, reported, false, aimPrinted, false));
      expected.add(MilestoneStanding.of(due, done, reported, aimPrinted, judgedOn).code());
    }
    StructType schema =
        new StructType()
            .add(MilestoneProgressTable.DUE_DATE, Types.DAY)
            .add(MilestoneProgressTable.DONE_DATE, Types.DAY)
            .add(MilestoneRows.JUDGED_ON, Types.DAY)
            .add(Evidence.REPORTED, Types.CLAIM)
            .add(MilestoneRows.LATER_YEAR, Types.CLAIM)
            .add(MilestoneRows.AIM_PRINTED, Types.CLAIM)
            .add(MilestoneRows.WITHDRAWN, Types.CLAIM);
    assertThat(texts(frame(rows, schema).select(MilestoneProgress.standing())))
        .as("seed %d", SEED)
        .isEqualTo(expected);
  }

  private static BigDecimal decimal(Random random, int range, int decimals) {
    int digits = range * (int) Math.pow(10, decimals);
    return BigDecimal.valueOf(random.nextInt(2 * digits + 1) - digits, decimals).setScale(4);
  }

  private static Dataset<Row> frame(List<Row> rows, StructType schema) {
    return TestSession.get().createDataFrame(rows, schema).coalesce(1);
  }

  private static List<String> texts(Dataset<Row> column) {
    return column.collectAsList().stream().map(row -> row.getString(0)).toList();
  }
}
