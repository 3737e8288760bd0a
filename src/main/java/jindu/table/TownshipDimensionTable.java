package jindu.table;

import static jindu.table.Types.TEXT;

import java.util.List;

/** The places. */
public final class TownshipDimensionTable {

  public static final String TOWNSHIP_CODE = "township_code";
  public static final String TITLE_ZH = "title_zh";
  public static final String TITLE_EN = "title_en";
  public static final String KIND = "kind";
  public static final String NOTE = "note";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "dim_township",
          List.of(
              new ColumnDefinition(TOWNSHIP_CODE, TEXT, "", "Place code."),
              new ColumnDefinition(TITLE_ZH, TEXT, "", "Chinese name."),
              new ColumnDefinition(TITLE_EN, TEXT, "", "English name."),
              new ColumnDefinition(KIND, TEXT, "", "district, township or remainder."),
              new ColumnDefinition(NOTE, TEXT, "", "What is doubtful about the entry.")
                  .nullWhen("nothing is")),
          List.of(TOWNSHIP_CODE));

  private TownshipDimensionTable() {}
}
