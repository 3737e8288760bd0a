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
    add(root.putArray("refused"), result.refused());
    add(root.putArray("flagged"), result.flagged());
    return root.toString();
  }

  private static void add(ArrayNode list, List<JudgedRow> rows) {
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
