package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import jindu.run.CellPart;
import jindu.run.Explanation;
import jindu.run.Figures;
import jindu.run.Move;
import jindu.run.PartGroup;
import jindu.run.Problem;
import jindu.run.ReturnSource;

/** Why a number is what it is, for programs. Amounts are texts: they must not lose a digit. */
final class ExplanationJson {

  private ExplanationJson() {}

  static String of(Explanation explanation) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("indicator", explanation.cell().indicator());
    root.put("township_code", explanation.cell().place());
    root.put("sector_code", explanation.cell().sector());
    root.put("quarter", explanation.cell().quarter().toString());
    root.put("unit", explanation.indicator().unit());
    root.put("as_of", explanation.asOf().toString());
    root.put("status", explanation.status());
    root.put("catalog_is_as_now", explanation.withReference());
    root.put("publication", explanation.lastPublication().orElse(null));
    put(root, explanation.figures());
    put(root, "estimated", explanation.estimated());
    ArrayNode groups = root.putArray("parts");
    explanation.groups().forEach(group -> add(groups, group));
    ArrayNode moves = root.putArray("moves");
    explanation.moves().forEach(move -> add(moves, move));
    return root.toString();
  }

  private static void add(ArrayNode groups, PartGroup group) {
    ObjectNode node = groups.addObject();
    node.put("measure", group.measure().code());
    node.put("state", group.state());
    node.put("count", group.count());
    put(node, group.total());
    ObjectNode others = node.putObject("not_listed").put("count", group.others());
    put(others, group.othersTotal());
    ArrayNode listed = node.putArray("listed");
    group.listed().forEach(part -> add(listed, part));
  }

  private static void add(ArrayNode listed, CellPart part) {
    ObjectNode node = listed.addObject();
    node.put("form", part.form());
    node.put("item", part.item());
    node.put("unit", part.unit());
    node.put("township_code", part.place());
    node.put("sector_code", part.sector());
    node.put("period", part.period());
    put(node, "delivered", part.delivered());
    put(node, part.figures());
    part.source().ifPresent(source -> add(node, source));
  }

  private static void add(ObjectNode part, ReturnSource source) {
    part.put("unit_name", source.unitName())
        .put("path", source.path())
        .put("sheet", source.sheet())
        .put("row", source.row())
        .put("received", source.received().toString())
        .put("explanation", source.explanation());
    ArrayNode flags = part.putArray("flags");
    for (Problem flag : source.flags()) {
      flags.addObject().put("code", flag.code()).put("zh", flag.zh()).put("en", flag.en());
    }
  }

  private static void add(ArrayNode moves, Move move) {
    ObjectNode node = moves.addObject();
    node.put("publication", move.publication().orElse(null));
    ArrayNode lines = node.putArray("causes");
    for (Move.Line line : move.lines()) {
      ObjectNode cause = lines.addObject().put("cause", line.cause()).put("units", line.units());
      put(cause, "amount", line.amount());
    }
    put(node, "reached", move.reached());
  }

  private static void put(ObjectNode node, Figures figures) {
    put(node, "value", figures.value());
    put(node, "value_ytd", figures.valueYtd());
    put(node, "previous", figures.previous());
    put(node, "previous_ytd", figures.previousYtd());
  }

  private static void put(ObjectNode node, String name, BigDecimal amount) {
    node.put(name, amount == null ? null : amount.toPlainString());
  }
}
