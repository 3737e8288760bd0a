package jindu.ingest;

import static jindu.ingest.SheetXml.row;
import static jindu.ingest.SheetXml.styled;
import static jindu.ingest.SheetXml.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.CreditCode;

/**
 * The workbooks under {@code resources/ingest}, by path: each is written by this and by nothing
 * else, with the same bytes at any time and place.
 */
final class WorkbookFixtures {

  private static final String FOLDER = "B204-1/";
  private static final String HEADER =
      header("报告期", "统一社会信用代码", "单位名称", "区划代码", "行业代码", "工业总产值", "工业销售产值");
  private static final String RELATION =
      "<Relationship Id=\"rId9\" Target=\"%s\" TargetMode=\"External\" Type=\"http:"
          + "//schemas.openxmlformats.org/officeDocument/2006/relationships/%s\"/>";

  private final Map<String, byte[]> workbooks = new LinkedHashMap<>();
  private int units = 200;

  private WorkbookFixtures() {}

  static Map<String, byte[]> all() {
    WorkbookFixtures fixtures = new WorkbookFixtures();
    fixtures.tables();
    fixtures.values();
    fixtures.hostile();
    return fixtures.workbooks;
  }

  private void tables() {
    put("workbook.xlsx", book(HEADER + good(2) + good(3)));
    put(
        "workbook-with-merged-header.xlsx",
        book(
            row(1, text("工业产销总值"))
                + row(
                    3,
                    text("报告期"),
                    text("统一社会信用代码"),
                    text("单位名称"),
                    text("区划代码"),
                    text("行业代码"),
                    text("工业总产值"),
                    "<c/>",
                    text("工业销售产值"))
                + row(4, "<c/>".repeat(5), text("本年累计"), text("上年同期"), text("本年累计"), text("上年同期"))
                + good(5)));
    put(
        "workbook-with-skipped-sheets.xlsx",
        new RawWorkbook()
            .sheet("说明", "visible", row(1, text("填报说明")))
            .sheet("涧西", "visible", HEADER + good(2))
            .sheet("底稿", "hidden", HEADER + good(2))
            .sheet("深藏", "veryHidden", HEADER + good(2))
            .sheet("老城", "visible", HEADER + good(2)));
    put(
        "workbook-whose-only-header-is-hidden.xlsx",
        new RawWorkbook()
            .sheet("封面", "visible", row(1, text("工业产销总值")))
            .sheet("数据", "hidden", HEADER + good(2)));
    put("workbook-without-rows.xlsx", book(HEADER));
    put(
        "workbook-with-two-sheets-of-one-name.xlsx",
        new RawWorkbook()
            .sheet("数据", "visible", HEADER + good(2))
            .sheet("数据", "visible", HEADER + good(2)));
  }

  private void values() {
    put("workbook-with-dates-from-1900.xlsx", book(HEADER + withPeriod(styled(2, "43983"))));
    put(
        "workbook-with-dates-from-1904.xlsx",
        book(HEADER + withPeriod(styled(2, "42521"))).from1904());
    put("workbook-with-dates-built-in.xlsx", book(HEADER + withPeriod(styled(9, "43983"))));
    put(
        "workbook-with-formulas.xlsx",
        book(HEADER + withOutput("<c><f>SUM(A1:A3)</f><v>12500</v></c>")));
    put(
        "workbook-with-a-formula-without-value.xlsx",
        book(
            HEADER
                + good(2)
                + withOutput("<c r=\"F2\"><f>SUM(A1:A3)</f></c>").replace("\"2\"", "\"3\"")));
    put(
        "workbook-with-a-formula-that-failed.xlsx",
        book(HEADER + withOutput("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")));
    put(
        "workbook-with-numbers-in-scientific-notation.xlsx",
        book(HEADER + withOutput(styled(5, "1.25E+4"))));
    put(
        "workbook-with-noise-of-binary-numbers.xlsx",
        book(HEADER + withOutput(styled(0, "1234.0999999999999"))));
    put(
        "workbook-with-a-credit-code-as-number.xlsx",
        book(HEADER + values(text("2020-06"), styled(5, "9.1410311000000102E+17"), "12500")));
    put("workbook-with-a-percentage.xlsx", book(HEADER + withOutput(styled(7, "0.65"))));
    put(
        "workbook-with-codes-under-a-format-of-zeros.xlsx",
        book(HEADER + good(2).replace("<c s=\"0\"><v>3451</v>", "<c s=\"6\"><v>610</v>")));
  }

  private void hostile() {
    put("macros.xlsx", book(HEADER + good(2)).part("xl/vbaProject.bin", "x"));
    put(
        "link-to-another-workbook.xlsx",
        book(HEADER + good(2)).relation(RELATION.formatted("other.xlsx", "externalLinkPath")));
    put(
        "hyperlink.xlsx",
        book(HEADER + good(2))
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships>"
                    + RELATION.formatted("https://www.example.org/", "hyperlink")
                    + "</Relationships>"));
    put(
        "billion-laughs.xlsx",
        book(HEADER + good(2))
            .part(
                "xl/sharedStrings.xml",
                "<!DOCTYPE x [<!ENTITY a \"ha\">]><sst><si>&a;</si></sst>"));
    put("part-name-that-leads-outside.xlsx", book(HEADER + good(2)).part("xl/../../evil", "x"));
    put("part-names-differing-in-case.xlsx", book(HEADER + good(2)).part("XL/styles.XML", "x"));
    put("column-beyond-excel.xlsx", book(HEADER + row(2, "<c r=\"ZZZZ2\"><v>1</v></c>")));
    workbooks.put(
        FOLDER + "zip-bomb.xlsx",
        book(HEADER + good(2)).part("xl/media/image1.bmp", new byte[33 << 20]).bytes());
    byte[] encrypted = book(HEADER + good(2)).storedBytes();
    // The bit of encryption of the first part, in its local header and in the directory.
    encrypted[6] |= 1;
    encrypted[HostileWorkbookTest.directory(encrypted) + 8] |= 1;
    workbooks.put(FOLDER + "encrypted-part.xlsx", encrypted);
    byte[] whole = book(HEADER + good(2)).storedBytes();
    workbooks.put(FOLDER + "truncated.xlsx", Arrays.copyOf(whole, whole.length * 2 / 3));
    byte[] damaged = whole.clone();
    damaged[200] ^= 1;
    workbooks.put(FOLDER + "damaged.xlsx", damaged);
  }

  private void put(String name, RawWorkbook workbook) {
    workbooks.put(FOLDER + name, workbook.storedBytes());
  }

  private static RawWorkbook book(String rows) {
    return new RawWorkbook().sheet("数据", "visible", rows);
  }

  private String good(int number) {
    return withPeriod(text("2020-06")).replace("r=\"2\"", "r=\"" + number + "\"");
  }

  private String withPeriod(String period) {
    return values(period, text(nextUnit()), "12500");
  }

  private String withOutput(String output) {
    return values(text("2020-06"), text(nextUnit()), "12500")
        .replace("<c s=\"0\"><v>12500</v></c>", output);
  }

  private static String values(String period, String unit, String output) {
    return row(
        2,
        period,
        unit,
        text("洛阳甲轴承有限公司"),
        styled(0, "410311002"),
        styled(0, "3451"),
        styled(0, output),
        styled(0, "11800"),
        styled(0, "12100.5"),
        styled(0, "11500"));
  }

  /** Units 201 and on of the register of {@code MLK/register.csv}. */
  private String nextUnit() {
    units++;
    String body = String.format(Locale.ROOT, "MA4%05d", units);
    String code = "91410311" + body + CreditCode.organisationCheckCharacter(body);
    return code + CreditCode.checkCharacter(code + "0");
  }

  private static String header(String... names) {
    String common = Arrays.stream(names).limit(5).map(SheetXml::text).collect(Collectors.joining());
    String items =
        Arrays.stream(names)
            .skip(5)
            .flatMap(name -> Stream.of(text(name + "_本年累计"), text(name + "_上年同期")))
            .collect(Collectors.joining());
    return row(1, common, items);
  }
}
