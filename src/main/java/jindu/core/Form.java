package jindu.core;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form (表): what one reporting unit answers for one period. Read from {@code forms/<code>.yaml}.
 *
 * @param unitHeader Chinese header of the unit code, e.g. 统一社会信用代码; empty when the form has none
 * @param unitAliases other headers of the unit code
 * @param key canonical column names that together name the reporting unit, e.g. {@code [unit_code]}
 * @param required common columns without which a file or a row is refused, e.g. {@code period}
 * @param sectorLevels levels of 行业代码 that are allowed; empty when the form has no sector
 * @param factorFromIndicator whether values come in the display unit of the indicator of the row
 * @param dueDays days after the period's end on which the form is due
 * @param finalDay day of the following year from which a year's figures are final
 * @param registered whether the unit must be in the register for this form (先进库、后有数)
 * @param administrative whether values are no respondent's secret (protect takes them out first)
 * @param estimates whether missing units are estimated; otherwise their last value stands
 * @param weight item that holds the survey weight, empty when the form is no sample survey
 * @param source where the rules of the form come from
 * @param population who has to report it
 * @param peers whether it also takes figures of the city and the other districts, under their codes
 * @param projects what it says of named projects; null where it is no ledger of projects
 */
public record Form(
    String code,
    String titleZh,
    String titleEn,
    Frequency frequency,
    String unitHeader,
    List<String> unitAliases,
    List<String> key,
    List<String> required,
    List<Sector.Level> sectorLevels,
    boolean factorFromIndicator,
    int dueDays,
    MonthDay finalDay,
    GrowthBase base,
    boolean registered,
    boolean administrative,
    boolean estimates,
    String weight,
    String source,
    Population population,
    List<Item> items,
    List<Attribute> attributes,
    List<CheckRule> checks,
    List<Feed> feeds,
    boolean peers,
    ProjectLedger projects)
    implements Serializable {

  /** How often a form is due. */
  public enum Frequency implements Code {
    /** Every month; the year begins with January. */
    MONTHLY,
    /** Every month but January; February holds both (1—2月). */
    MONTHLY_FROM_FEBRUARY,
    QUARTERLY,
    /** When something happens; any month is a period. */
    AS_IT_HAPPENS
  }

  /** What growth compares with (method.md section 6). */
  public enum GrowthBase implements Code {
    REPORTED,
    STORED_TOTAL,
    SURVEY
  }

  /** What growth of a feed of this form compares with: its own base, else the form's. */
  public GrowthBase base(Feed feed) {
    return feed.base() == null ? base : feed.base();
  }

  public Optional<Item> item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /**
   * The item by whose amount of last year a unit is large or small: the first that feeds an
   * indicator, else the first; empty where the form has none.
   */
  public Optional<Item> sizeItem() {
    return items.stream()
        .filter(item -> feeds.stream().anyMatch(feed -> feed.item().equals(item.code())))
        .findFirst()
        .or(() -> items.stream().findFirst());
  }

  /** The day on which the return for a period that ends on {@code periodEnd} is due. */
  public LocalDate dueDay(LocalDate periodEnd) {
    return periodEnd.plusDays(dueDays);
  }

  /** The same form, asking no register for its units. */
  public Form withoutRegister() {
    return new Form(
        code,
        titleZh,
        titleEn,
        frequency,
        unitHeader,
        unitAliases,
        key,
        required,
        sectorLevels,
        factorFromIndicator,
        dueDays,
        finalDay,
        base,
        false,
        administrative,
        estimates,
        weight,
        source,
        population,
        items,
        attributes,
        checks,
        feeds,
        peers,
        projects);
  }

  /**
   * Who has to report the form (统计范围).
   *
   * @param sectors codes of any level of GB/T 4754-2017 that the form is for, e.g. {@code [B, C,
   *     D]} or {@code [51, 52]}; empty where it is for any, or where units have no sector
   * @param source where the scope comes from
   */
  public record Population(String zh, String en, List<String> sectors, String source)
      implements Serializable {

    /**
     * Whether a unit of this sector belongs to it: the sector, or one above it, is named. A code
     * that is not in {@code known} belongs to nothing but a population of every sector.
     *
     * @param known the sectors of the catalog by code
     */
    public boolean holds(String sector, Map<String, Sector> known) {
      if (sectors.isEmpty()) {
        return true;
      }
      Sector above = known.get(sector);
      while (above != null && !sectors.contains(above.code())) {
        above = known.get(above.parent());
      }
      return above != null;
    }
  }

  /**
   * A numeric item.
   *
   * @param header Chinese header; delivered columns are {@code <header>_本年累计} and so on
   * @param aliases other headers that mean the same; the item's code is always one
   * @param headers further headers of single columns, e.g. 期末 for {@link ValueColumn#YTD}
   * @param columns which columns the item has: {@link ValueColumn#VALUE} alone, or the others
   * @param required the columns without which a file or a row is refused
   * @param negative whether negative values are allowed
   * @param factor base units in one delivered unit: 1000 for 千元, 10000 for 万元, 1 for 元
   * @param unit the delivered unit as the form's file names it, e.g. 千元; of no meaning where the
   *     indicator of the row says it ({@link Form#factorFromIndicator})
   */
  public record Item(
      String code,
      String header,
      List<String> aliases,
      Map<ValueColumn, List<String>> headers,
      List<ValueColumn> columns,
      List<ValueColumn> required,
      boolean negative,
      long factor,
      String unit)
      implements Serializable {

    /** The header that a unit is told: the first literal one, else the item's with the suffix. */
    public String label(ValueColumn column) {
      return headers.getOrDefault(column, List.of()).stream()
          .findFirst()
          .orElse(header + column.suffix());
    }
  }

  /** The columns an item may be delivered in. */
  public enum ValueColumn implements Code {
    /** 本年累计. */
    YTD("_本年累计"),
    /** 上年同期. */
    PREVIOUS("_上年同期"),
    /** 本月. */
    MONTH("_本月"),
    /** A single current value, without suffix. */
    VALUE("");

    private final String suffix;

    ValueColumn(String suffix) {
      this.suffix = suffix;
    }

    /** What follows the item's name in a delivered header. */
    public String suffix() {
      return suffix;
    }

    /** The canonical name of an item's column, e.g. {@code gross_output.ytd}. */
    public String of(String item) {
      return item + "." + code();
    }
  }

  /** A text or date column of the form itself, e.g. the tier of a project. */
  public record Attribute(
      String code,
      String header,
      List<String> aliases,
      boolean required,
      Type type,
      List<String> values)
      implements Serializable {

    /** How the text of an attribute is judged. */
    public enum Type implements Code {
      TEXT,
      DATE,
      /** A period as in 报告期. */
      PERIOD,
      /** A period as in 报告期, of which the first month is meant: a beginning. */
      FIRST_MONTH,
      /** The code of a form of the catalog. */
      FORM,
      /** The code of an indicator of the catalog. */
      INDICATOR,
      /** The id of a milestone of the catalog. */
      MILESTONE
    }
  }
}
