package jindu.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import jindu.protect.pattern.GridCell;
import jindu.protect.pattern.Pattern;
import jindu.protect.pattern.Pattern.Counts;
import jindu.protect.pattern.Pattern.Extent;
import jindu.protect.pattern.Pattern.Reason;
import jindu.protect.pattern.ShownFigure;

/** A pattern as the ledger keeps it: JSON, so that it stays readable for other programs too. */
final class PatternText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PatternText() {}

  static String of(Pattern pattern) {
    ObjectNode root = JSON.createObjectNode();
    root.put("indicator", pattern.indicator());
    root.put("year", pattern.year());
    root.put("fingerprint", pattern.fingerprint());
    root.put("extent", pattern.extent().name());
    root.put("cells", pattern.counts().cells());
    root.put("sensitive", pattern.counts().sensitive());
    root.put("withheld", pattern.counts().withheld());
    root.put("told", pattern.counts().told());
    root.put("withheld_share_pct", pattern.counts().withheldSharePct());
    ObjectNode cells = root.putObject("withheld_cells");
    pattern.withheld().forEach((cell, reason) -> cells.put(cell.toString(), reason.name()));
    ObjectNode shown = root.putObject("shown");
    pattern
        .shown()
        .forEach((figure, amount) -> shown.put(figure.toString(), amount.toPlainString()));
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts and numbers can always be written.", e);
    }
  }

  /**
   * The pattern that {@link #of} wrote.
   *
   * @throws IllegalArgumentException for any other text
   */
  static Pattern parse(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      NavigableMap<GridCell, Reason> withheld = new TreeMap<>();
      root.required("withheld_cells")
          .properties()
          .forEach(cell -> withheld.put(GridCell.parse(cell.getKey()), reason(cell.getValue())));
      // Patterns of before readers were taken to remember have neither.
      NavigableMap<ShownFigure, BigDecimal> shown = new TreeMap<>();
      root.path("shown")
          .properties()
          .forEach(
              figure ->
                  shown.put(
                      ShownFigure.parse(figure.getKey()),
                      new BigDecimal(figure.getValue().asText())));
      return new Pattern(
          root.required("indicator").asText(),
          root.required("year").asInt(),
          root.required("fingerprint").asText(),
          withheld,
          shown,
          Extent.valueOf(root.required("extent").asText()),
          new Counts(
              root.required("cells").asInt(),
              root.required("sensitive").asInt(),
              root.required("withheld").asInt(),
              root.path("told").asInt(),
              root.required("withheld_share_pct").asDouble()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot read a pattern of the ledger: " + text, e);
    }
  }

  /** Before a reason was all that is kept of a cell, it was the first of a list. */
  private static Reason reason(JsonNode told) {
    return Reason.valueOf((told.isArray() ? told.get(0) : told).asText());
  }
}
