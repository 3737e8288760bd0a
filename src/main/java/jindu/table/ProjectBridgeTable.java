package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;
import java.util.stream.Stream;

/**
 * From the investment statistics to what the ledger of projects says: one row a project and reason,
 * in yuan. The lines of a quarter add up to the ledger's investment less that of the statistics.
 */
public final class ProjectBridgeTable {

  public static final String PROJECT_CODE = "project_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String REASON = "reason";
  public static final String NAME = "name";
  public static final String LINE_AMOUNT = "amount";
  public static final String PROJECTS = "projects";
  public static final String REASON_ZH = "reason_zh";
  public static final String REASON_EN = "reason_en";
  public static final String WITHHELD = "withheld";

  /** What the statistics count of the project; null where they have nothing of it. */
  public static final String COUNTED = "counted";

  /** The controlling group that it is counted for; null where it is counted for nobody. */
  public static final String COUNTED_GROUP = "counted_group";

  /** The ledger has the project and the register does not (未入库). */
  public static final String NOT_IN_REGISTER = "not_in_register";

  /** The statistics have the project and the ledger does not. */
  public static final String NOT_ON_LEDGER = "not_on_ledger";

  /** Both have the project, and no item of the ledger says why they differ. */
  public static final String OTHER = "other";

  /** In the place of a project, where projects may not be told apart. */
  public static final String ALL = "ALL";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "project_bridge",
          List.of(
              new ColumnDefinition(
                  PROJECT_CODE,
                  TEXT,
                  "",
                  "Project code; ALL where the line is a sum over projects that may not be told apart."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(
                  REASON,
                  TEXT,
                  "",
                  "not_in_register, not_on_ledger, other, or the item of the ledger that says what the statistics do not count."),
              new ColumnDefinition(NAME, TEXT, "", "Name of the project.")
                  .nullWhen("project_code is ALL, or the return names none"),
              new ColumnDefinition(
                      LINE_AMOUNT,
                      AMOUNT,
                      "yuan",
                      "Part of the ledger's investment of the year less that of the statistics.")
                  .nullWhenWithheld(),
              new ColumnDefinition(PROJECTS, COUNT, "projects", "Projects of the line."),
              new ColumnDefinition(REASON_ZH, TEXT, "", "The reason in Chinese."),
              new ColumnDefinition(REASON_EN, TEXT, "", "The reason in English."),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the amount is withheld to protect respondents.")),
          List.of(PROJECT_CODE, YEAR, QUARTER, REASON));

  /** Project by project, and what the statistics count of each; internal. */
  public static final TableDefinition UNPROTECTED =
      new TableDefinition(
          "project_bridge",
          Stream.concat(
                  DEFINITION.columns().stream(),
                  Stream.of(
                      new ColumnDefinition(
                          COUNTED,
                          AMOUNT,
                          "yuan",
                          "Investment of the year that the statistics count of the project."),
                      new ColumnDefinition(
                          COUNTED_GROUP,
                          TEXT,
                          "",
                          "Controlling group of the project, else itself.")))
              .toList(),
          DEFINITION.key());

  private ProjectBridgeTable() {}
}
