package jindu.core;

import java.io.Serializable;
import java.util.List;

/**
 * One entry of GB/T 4754-2017, or of the coarse hierarchies P1 to P3 and ALL.
 *
 * @param code {@code A}, {@code 01}, {@code 011} or {@code 0111}
 * @param parent the code one level up, empty for a section
 * @param section the letter of the section
 * @param strata {@code P1}, {@code P2} or {@code P3} (三次产业) from the division down, empty where an
 *     entry holds more than one
 */
public record Sector(
    String code,
    Level level,
    String parent,
    String section,
    String strata,
    String nameZh,
    String nameEn)
    implements Serializable {

  /** The level of an entry. */
  public enum Level implements Code {
    SECTION,
    DIVISION,
    GROUP,
    CLASS
  }

  /** The codes of the three strata of industry (三次产业). */
  public static final List<String> STRATA = List.of("P1", "P2", "P3");

  /** The code that stands for every sector together. */
  public static final String ALL = "ALL";

  /** Whether a code stands for every sector, or for a stratum of them: no entry of the standard. */
  public static boolean isCoarse(String code) {
    return ALL.equals(code) || STRATA.contains(code);
  }
}
