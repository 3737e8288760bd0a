package jindu.core;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.Stream;

/**
 * By which rule each indicator's cells are protected.
 *
 * @param common of every indicator that has none of its own
 * @param byIndicator own rules, by the indicator's code
 */
public record PrimaryRules(PrimaryRule common, Map<String, PrimaryRule> byIndicator)
    implements Serializable {

  /** Where a catalog states none: the method's. */
  public static final PrimaryRules DEFAULT = new PrimaryRules(PrimaryRule.STANDARD, Map.of());

  public PrimaryRules {
    byIndicator = Map.copyOf(byIndicator);
  }

  /** The rule of an indicator. */
  public PrimaryRule of(String indicator) {
    return byIndicator.getOrDefault(indicator, common);
  }

  /**
   * Fewer respondents than this are too few to be spoken of together, whatever the indicator: what
   * is published of changes and answers is held to the strictest of the rules.
   */
  public long fewestRespondents() {
    return Stream.concat(Stream.of(common), byIndicator.values().stream())
        .mapToLong(PrimaryRule::minimumContributors)
        .max()
        .orElseThrow();
  }
}
