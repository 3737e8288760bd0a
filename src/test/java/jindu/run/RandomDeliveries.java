package jindu.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Random deliveries of one lake: register, industry, projects, budget and figures of departments,
 * of few units, places and periods of three years, so that they meet: new, late, corrected,
 * withdrawn, moved, repeated, missing and estimated, and admitted or refused by the register
 * afterwards.
 */
final class RandomDeliveries {

  static final Set<String> FORMS = Set.of("B204-1", "206-1", "CZ-1", "GZ-1", "MLK");
  static final Set<String> NAMED = Set.of("new_employment", "urbanisation_rate");

  private static final String FILING = ",操作,报送时间\n";
  private static final String PROJECTS =
      "报告期,项目代码,单位名称,区划代码,行业代码,计划总投资,本年完成投资_本年累计,自开始建设累计完成投资,上年末累计完成投资";
  private static final String DEPARTMENTS = "报告期,指标代码,区划代码,部门,本年累计,上年同期";
  private static final int UNITS = 5;

  private final Random random;
  private final List<File> delivered = new ArrayList<>();

  /** A delivered file. */
  record File(String path, String text) {}

  RandomDeliveries(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Files that come on a day: {@code count}, some of them in the folder of an earlier day, and one
   * that was known before.
   */
  List<File> receivedOn(LocalDate day, int count) {
    List<File> files = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      String form = pick("B204-1", "B204-1", "B204-1", "206-1", "CZ-1", "CZ-1", "GZ-1", "MLK");
      LocalDate folder = day.minusDays(random.nextInt(4) == 0 ? random.nextInt(9) : 0);
      // The name is not the order in which they were written.
      String name = "%04d-%s-%d.csv".formatted(random.nextInt(10_000), day, number);
      files.add(new File("%s/%s/%s".formatted(form, folder, name), text(form)));
    }
    if (!delivered.isEmpty()) {
      File known = delivered.get(random.nextInt(delivered.size()));
      String form = known.path().substring(0, known.path().indexOf('/'));
      files.add(new File("%s/%s/again.csv".formatted(form, day), known.text()));
    }
    delivered.addAll(files);
    return files;
  }

  /** The register of every unit and project, so that most returns are accepted. */
  static File register(LocalDate day) {
    StringBuilder text = new StringBuilder(SmallLake.REGISTER);
    for (int unit = 0; unit < UNITS; unit++) {
      text.append(entry(SmallLake.unit(unit), "410311002", "B204-1", "2019-02", "新投产"));
      text.append(entry(project(unit), "410311002", "206-1", "2019-02", "新开工"));
    }
    return new File("MLK/%s/all.csv".formatted(day), text.toString());
  }

  /** One of the numbers below {@code bound}. */
  int choice(int bound) {
    return random.nextInt(bound);
  }

  private String text(String form) {
    StringBuilder text =
        new StringBuilder(
            switch (form) {
              case "B204-1" -> SmallLake.INDUSTRY.strip() + ",工业总产值_本月" + FILING;
              case "206-1" -> PROJECTS + FILING;
              case "CZ-1" -> SmallLake.BUDGET.strip() + FILING;
              case "GZ-1" -> DEPARTMENTS + FILING;
              default -> SmallLake.REGISTER.strip() + ",止报期,操作\n";
            });
    for (int row = 3 + random.nextInt(5); row > 0; row--) {
      text.append(
          switch (form) {
            case "B204-1" -> industry() + filing();
            case "206-1" -> investment() + filing();
            case "CZ-1" -> budget() + filing();
            case "GZ-1" -> department() + filing();
            default -> change();
          });
    }
    return text.toString();
  }

  private String industry() {
    return "%s,%s,某厂,%s,%s,%s,%s,80,70,%s"
        .formatted(
            month(),
            SmallLake.unit(random.nextInt(UNITS)),
            place(),
            pick("2611", "2611", "1311"),
            pick("100", "140", "90", "0", "x"),
            pick("90", "95"),
            pick("", "30", "50"));
  }

  private String investment() {
    int ofYear = 100 * (1 + random.nextInt(3));
    return "%s,%s,某项目,%s,2611,9000,%d,%d,%d"
        .formatted(month(), project(random.nextInt(UNITS)), place(), ofYear, ofYear + 50, 50);
  }

  private String budget() {
    return "%s,%s,%s,%s"
        .formatted(
            month(), place(), pick("增值税", "增值税", "契税", "专项收入"), pick("5", "6", "7", "-3", "-"));
  }

  private String department() {
    return "%s,%s,410311000,%s,%s,%s"
        .formatted(
            pick("2019Q4", "2020Q1", "2020Q4", "2021Q1", "2021Q2"),
            pick("new_employment", "urbanisation_rate"),
            pick("人社局", "统计局"),
            pick("60", "61.5"),
            pick("58", ""));
  }

  private String change() {
    int unit = random.nextInt(UNITS);
    boolean isProject = random.nextBoolean();
    String entry =
        entry(
            isProject ? project(unit) : SmallLake.unit(unit),
            place(),
            isProject ? "206-1" : "B204-1",
            pick("2019-02", "2019-02", "2020-05"),
            pick("新投产", "小升规"));
    return entry.strip() + "," + pick("", "2019-12", "2021-02") + "," + pick("", "", "撤回") + "\n";
  }

  private static String entry(String unit, String place, String form, String since, String reason) {
    return "%s,某厂,%s,2611,%s,%s,%s\n".formatted(unit, place, form, since, reason);
  }

  private static String project(int number) {
    return "XM-2019-%03d".formatted(number);
  }

  private String month() {
    return pick(
        "2019-03", "2020-03", "2020-03", "2020-06", "2020-12", "2021-02", "2021-03", "2021-03",
        "2021-06");
  }

  private String place() {
    return pick("410311002", "410311002", "410311004");
  }

  /** Operation and submission time of a return. */
  private String filing() {
    return "," + pick("", "", "", "", "撤回") + "," + pick("", "", "", "2021-01-12") + "\n";
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
