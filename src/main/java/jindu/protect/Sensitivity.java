package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.PrimaryRule;
import jindu.core.PrimaryRules;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;

/**
 * Which cells would reveal a respondent (method.md section 8, Primary).
 *
 * <p>Counts of contributors leave administrative components out, so a purely administrative cell,
 * and an empty one, has none and is open.
 */
final class Sensitivity {

  private static final Column HUNDRED = lit(100);

  private final PrimaryRules rules;

  Sensitivity(Catalog catalog) {
    this.rules = catalog.primaryRules();
  }

  /**
   * Value, year to date and both same periods alike: one sensitive figure closes the cell. So does
   * one that is sensitive once what is published of units by name is taken out of it.
   */
  Column ofSum() {
    return CellTable.FIGURES.stream()
        .flatMap(figure -> Stream.of(figure, CellTable.unnamed(figure)))
        .map(this::isSensitive)
        .reduce(lit(false), Column::or);
  }

  /** A survey mean needs enough households on every figure that has any. */
  Column ofMean() {
    return isSensitiveMean(CellTable.VALUE_CONTRIBUTORS)
        .or(isSensitiveMean(CellTable.VALUE_YTD_CONTRIBUTORS))
        .or(isSensitiveMean(CellTable.PREVIOUS_CONTRIBUTORS))
        .or(isSensitiveMean(CellTable.PREVIOUS_YTD_CONTRIBUTORS));
  }

  /** Whether there are some, and so few that what is said of them is one respondent's secret. */
  Column isFew(Column respondents) {
    return respondents.gt(0).and(isTooFew(respondents));
  }

  /** Whether so few that what is said of them together may be one respondent's secret. */
  Column isTooFew(Column respondents) {
    return respondents.lt(rules.fewestRespondents());
  }

  /**
   * Whether a response weighted by size says what few reported: multiplied by last year's published
   * total it is the amount of those that reported, and the rest that of those that did not.
   *
   * @param expected null where no register says who is: nobody is known to be missing
   */
  Column isResponseOfFew(Column expected, Column reported) {
    Column answers = coalesce(reported, lit(0));
    return isFew(answers).or(isFew(coalesce(expected, lit(0)).minus(answers)));
  }

  private Column isSensitive(String figure) {
    return isSensitive(
        CellTable.contributors(figure),
        CellTable.contributed(figure),
        CellTable.largest(figure),
        CellTable.second(figure));
  }

  /** Whether a sum of the row's indicator would reveal a respondent. */
  Column isSensitive(String contributors, String contributed, String largest, String second) {
    return isSensitive(
        new Thresholds(
            ofRule(PrimaryRule::minimumContributors),
            ofRule(PrimaryRule::dominancePct),
            ofRule(PrimaryRule::precisionPct)),
        contributors,
        contributed,
        largest,
        second);
  }

  /** Whether a sum of an indicator would reveal a respondent, whatever the row. */
  Column isSensitive(
      String indicator, String contributors, String contributed, String largest, String second) {
    PrimaryRule rule = rules.of(indicator);
    return isSensitive(
        new Thresholds(
            lit(rule.minimumContributors()), lit(rule.dominancePct()), lit(rule.precisionPct())),
        contributors,
        contributed,
        largest,
        second);
  }

  /** What a rule asks of a sum, as {@link PrimaryRule} calls it. */
  private record Thresholds(Column minimumContributors, Column dominancePct, Column precisionPct) {}

  /** Twin of {@link PrimaryRule#isSensitive}. */
  private static Column isSensitive(
      Thresholds rule, String contributors, String contributed, String largest, String second) {
    Column total = known(contributed);
    Column first = known(largest);
    Column rest = total.minus(first).minus(known(second));
    Column tooFew = known(contributors).lt(rule.minimumContributors());
    Column dominated = first.multiply(HUNDRED).gt(total.multiply(rule.dominancePct()));
    Column tooClose = rest.multiply(HUNDRED).lt(first.multiply(rule.precisionPct()));
    Column revealing = tooFew.or(total.equalTo(lit(0))).or(dominated).or(tooClose);
    return known(contributors).gt(lit(0)).and(revealing);
  }

  private Column isSensitiveMean(String contributors) {
    Column households = known(contributors);
    return households.gt(lit(0)).and(households.lt(ofRule(PrimaryRule::minimumHouseholds)));
  }

  /** A threshold of the rule of the row's indicator. */
  private Column ofRule(Function<PrimaryRule, Object> threshold) {
    Column column = lit(threshold.apply(rules.common()));
    for (Map.Entry<String, PrimaryRule> own : new TreeMap<>(rules.byIndicator()).entrySet()) {
      column =
          when(
                  col(IndicatorTable.INDICATOR).equalTo(own.getKey()),
                  lit(threshold.apply(own.getValue())))
              .otherwise(column);
    }
    return column;
  }

  /** Statistics not known are statistics of nobody. */
  private static Column known(String column) {
    return coalesce(col(column), lit(0));
  }
}
