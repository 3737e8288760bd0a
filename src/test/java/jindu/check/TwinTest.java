package jindu.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.core.Amount;
import jindu.core.CreditCode;
import jindu.core.PlainText;
import jindu.core.ReportingPeriod;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;

/** The column rules of check agree with the scalar rules of core on generated texts. */
class TwinTest {

  private static final long SEED = 20201231;
  private static final int TEXTS = 3_000;

  @Test
  void periodsAreReadAlike() {
    List<String> texts =
        texts(
            List.of("2020", "1999", "202", "２０２１", "年", "月", "-", "—", "~", "Q", "Ｑ", "q", "1"),
            List.of("12", "2", "03", "13", "0", "一", "四", "五", "季度", "第", "至", "度", " ", "　"));

    List<String> columns = column(texts, Periods.read(col("value")));

    assertThat(columns).isEqualTo(each(texts, TwinTest::period));
    assertThat(columns.stream().filter(Objects::nonNull).count()).isGreaterThan(TEXTS / 50);
  }

  @Test
  void beginningsAreReadAlike() {
    List<String> texts =
        texts(
            List.of("2020", "1999", "２０２１", "年", "月", "-", "1-", "Q", "q", "1"),
            List.of("12", "2", "03", "0", "一", "四", "季度", "第", "至", "度", "年1-", "年1至"));

    List<String> columns = column(texts, Periods.readFirstMonth(col("value")));

    assertThat(columns)
        .isEqualTo(
            each(
                texts,
                text -> ReportingPeriod.firstMonth(text).map(YearMonth::toString).orElse(null)));
    assertThat(columns.stream().filter(Objects::nonNull).count()).isGreaterThan(TEXTS / 50);
  }

  @Test
  void numbersAreReadAlike() {
    List<String> texts =
        texts(
            List.of("1", "23", "456", "000", ",", ".", "-", "−", "(", ")", "¥", "￥", "９"),
            List.of("，", "．", "（", "）", "E+07", "万", "12345678901234567890", "0.00005", " "));
    Column plain = Plain.halfWidth(col("value"));
    Column factor = lit("666.6667").cast(Amounts.FACTOR);
    Column amount =
        Amounts.signed(
            Amounts.inBaseUnits(Amounts.digits(plain), factor), Amounts.isNegative(plain));

    List<String> columns = column(texts, amount.cast("string"));

    assertThat(columns).isEqualTo(each(texts, TwinTest::amount));
    assertThat(columns.stream().filter(Objects::nonNull).count()).isGreaterThan(TEXTS / 50);
  }

  @Test
  void checkCharactersAreJudgedAlike() {
    Random random = new Random(SEED);
    List<String> codes =
        IntStream.range(0, TEXTS)
            .mapToObj(number -> Delivered.unit(random.nextInt(1_000_000)))
            .map(code -> random.nextBoolean() ? code : mutated(code, random))
            .toList();
    Column valid = UnitCodes.hasValidCheckCharacter(col("value"));
    Column wellFormed = UnitCodes.isWellFormed(col("value"));

    assertThat(column(codes, wellFormed.and(valid).cast("string")))
        .isEqualTo(
            codes.stream()
                .map(code -> String.valueOf(CreditCode.hasValidCheckCharacter(code)))
                .toList());
  }

  @Test
  void organisationCodesAreJudgedAlike() {
    Random random = new Random(SEED);
    List<String> codes =
        IntStream.range(0, TEXTS)
            .mapToObj(number -> Delivered.unit(random.nextInt(1_000_000)))
            .map(code -> random.nextBoolean() ? code : mutated(code, random))
            .filter(CreditCode::isWellFormed)
            .toList();

    List<String> judged =
        column(codes, UnitCodes.hasValidOrganisationCode(col("value")).cast("string"));

    assertThat(judged)
        .contains("true", "false")
        .isEqualTo(each(codes, code -> "" + CreditCode.hasValidOrganisationCode(code)));
  }

  /** Codes that uscc.md names: real ones, worked examples, and issued ones that fail. */
  @Test
  void knownCodesAreJudgedAsTheStandardsSay() {
    List<String> good =
        List.of(
            "914403001922038216",
            "91330100799655058B",
            "9144030071526726XG",
            "91512081MA62K0260E",
            "11320000MB151840XJ",
            "91350100M000100Y43");
    List<String> bad = List.of("91350211M0000XUF46", "91350100M0001TGQXM");
    List<String> codes = Stream.concat(good.stream(), bad.stream()).toList();

    assertThat(column(codes, concat_ws(" ", UnitCodes.defects(col("value")))))
        .isEqualTo(
            codes.stream().map(code -> good.contains(code) ? "" : "check-character").toList());
    assertThat(
            column(
                List.of("11110108717809965C", "9141031112345678B0"),
                concat_ws(" ", UnitCodes.defects(col("value")))))
        .as("an organisation code that fails, and a local unit's that fails on purpose")
        .satisfiesExactly(
            first -> assertThat(first).contains("organisation-code"),
            second -> assertThat(second).doesNotContain("organisation-code"));
  }

  private static String mutated(String code, Random random) {
    int place = random.nextInt(code.length());
    char other = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36));
    return code.substring(0, place) + other + code.substring(place + 1);
  }

  private static String period(String text) {
    return ReportingPeriod.parse(text).map(ReportingPeriod::toString).orElse(null);
  }

  private static String amount(String text) {
    return Amount.read(text)
        .flatMap(number -> Amount.inBaseUnits(number, new BigDecimal("666.6667")))
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  /** Random joins of pieces, trimmed as check does before it reads a cell. */
  private static List<String> texts(List<String> some, List<String> others) {
    Random random = new Random(SEED);
    List<String> pieces = Stream.concat(some.stream(), others.stream()).toList();
    return IntStream.range(0, TEXTS)
        .mapToObj(number -> text(pieces, random))
        .map(PlainText::trimmed)
        .toList();
  }

  private static String text(List<String> pieces, Random random) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(5);
    for (int piece = 0; piece < count; piece++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private static List<String> each(List<String> texts, Function<String, String> rule) {
    return texts.stream().map(rule).toList();
  }

  private static List<String> column(List<String> texts, Column column) {
    return TestSession.get()
        .createDataset(texts, Encoders.STRING())
        .select(column.as("read"))
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
