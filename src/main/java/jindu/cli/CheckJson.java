package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jindu.run.CheckResult;
import jindu.run.JudgedRow;

/** The verdict on files, for programs. */
final class CheckJson {

  private CheckJson() {}

  static String of(CheckResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("as_of", result.asOf().toString());
    ArrayNode notMade = root.putArray("not_made");
    if (!result.withLake()) {
      notMade.add("register").add("history");
    }
    AccountJson.add(root, result.files());
    add(root, "refused", result.refused(), result.refusedInAll());
    add(root, "flagged", result.flagged(), result.flaggedInAll());
    return root.toString();
  }

  /** The rows shown, and how many there are: where these are more, the list is cut. */
  private static void add(ObjectNode root, String name, List<JudgedRow> rows, long inAll) {
    root.put(name + "_rows", inAll);
    root.put(name + "_cut", inAll > rows.size());
    ArrayNode list = root.putArray(name);
    for (JudgedRow row : rows) {
      ObjectNode node =
          list.addObject()
              .put("path", row.path())
              .put("sheet", row.sheet())
              .put("row", row.number())
              .put("unit", row.unit())
              .put("unit_name", row.unitName())
              .put("period", row.period())
              .put("explanation", row.explanation());
      ArrayNode problems = node.putArray("problems");
      row.problems()
          .forEach(
              problem ->
                  problems
                      .addObject()
                      .put("code", problem.code())
                      .put("zh", problem.zh())
                      .put("en", problem.en()));
    }
  }
}
