package jindu.sample;

import java.util.List;

/** Made-up names: each begins with 示例 (example), so that none can be a real unit's. */
final class UnitNames {

  private static final List<String> SYLLABLES =
      List.of(
          "澜", "珩", "玥", "弈", "昭", "翊", "璟", "骁", "霁", "砚", "蘅", "舫", "岫", "沅", "芷", "旻", "晟", "烁",
          "禾", "穗", "桓", "楷", "钧", "铎", "泓", "淳", "屹", "峥", "煦", "曜");

  private UnitNames() {}

  static String enterprise(Draw draw, List<String> kinds) {
    return stem(draw) + draw.pick(kinds) + "有限公司";
  }

  static String project(Draw draw, List<String> kinds) {
    return stem(draw) + draw.pick(kinds);
  }

  private static String stem(Draw draw) {
    return "示例" + draw.pick(SYLLABLES) + draw.pick(SYLLABLES);
  }
}
