package jindu.sample;

import java.util.HashMap;
import java.util.Map;

/** A key project: its amounts are set year by year, in 万元. */
final class KeyProject {

  private final String code;
  private final String name;
  private final String township;
  private final String sector;
  private final String tier;
  private final double size;
  private final Map<Integer, Long> plans = new HashMap<>();
  private final Map<Integer, long[]> stated;
  private long total;

  /**
   * A key project before its amounts are set.
   *
   * @param stated what it did by the end of each quarter, 万元, in the years in which the investment
   *     statistics say so; empty for a project that they do not have
   */
  KeyProject(
      String code,
      String name,
      String township,
      String sector,
      String tier,
      double size,
      Map<Integer, long[]> stated) {
    this.code = code;
    this.name = name;
    this.township = township;
    this.sector = sector;
    this.tier = tier;
    this.size = size;
    this.stated = Map.copyOf(stated);
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  String township() {
    return township;
  }

  String sector() {
    return sector;
  }

  /** 省, 市 or 区. */
  String tier() {
    return tier;
  }

  double size() {
    return size;
  }

  /** Whether what it did in the year is stated beforehand. */
  boolean isStated(int year) {
    return stated.containsKey(year);
  }

  /** What it did by the end of a quarter of a year that is stated. */
  long stated(int year, int quarter) {
    return stated.get(year)[quarter - 1];
  }

  /** 总投资; 0 until it is set. */
  long total() {
    return total;
  }

  void setTotal(long total) {
    this.total = total;
  }

  void setPlan(int year, long plan) {
    plans.put(year, plan);
  }

  /** 年度计划投资; 0 in a year in whose list the project is not. */
  long plan(int year) {
    return plans.getOrDefault(year, 0L);
  }

  boolean isListedIn(int year) {
    return plans.containsKey(year);
  }
}
