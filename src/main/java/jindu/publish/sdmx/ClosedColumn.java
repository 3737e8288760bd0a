package jindu.publish.sdmx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.core.CellStatus;
import jindu.core.Code;
import jindu.core.DueBasis;
import jindu.core.Form;
import jindu.core.Lamp;
import jindu.core.Target;
import jindu.publish.sdmx.CodeLists.CodeList;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;

/**
 * A column that takes a few values to which no catalog can add: those with which the tables are
 * computed.
 *
 * @param words the keys of the messages that name the values, but for the value itself
 */
record ClosedColumn(String column, String words, List<? extends Code> values) {

  static final List<ClosedColumn> ALL =
      List.of(
          new ClosedColumn(
              IndicatorTable.GROWTH_BASE, "cli.basis-", List.of(Form.GrowthBase.values())),
          new ClosedColumn(
              IndicatorTable.STATUS, "cli.explain-status-", List.of(CellStatus.values())),
          new ClosedColumn(PlanProgressTable.KIND, "sdmx.kind-", List.of(Target.Kind.values())),
          new ClosedColumn(
              PlanProgressTable.COMPARATOR,
              "sdmx.comparator-",
              List.of(Target.Comparator.values())),
          new ClosedColumn(PlanProgressTable.LAMP, "dashboard.lamp.", List.of(Lamp.values())),
          new ClosedColumn(
              PlanProgressTable.DUE_BASIS, "workbook.due-", List.of(DueBasis.values())));

  /** The column behind a component, where that is one of them. */
  static Optional<ClosedColumn> of(String component) {
    return ALL.stream()
        .filter(each -> SdmxComponent.id(each.column()).equals(component))
        .findFirst();
  }

  /** Id of its code list. */
  String listId() {
    return "CL_" + SdmxComponent.id(column);
  }

  CodeList codeList() {
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    for (Code value : values) {
      codes.put(value.code(), CodeLists.names(words + value.code()));
    }
    return new CodeList(listId(), CodeLists.names("sdmx.list-" + column), codes);
  }
}
