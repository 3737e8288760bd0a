package jindu.table;

import static jindu.table.Types.TEXT;

import java.util.List;

/** The sectors that have rows. */
public final class SectorDimensionTable {

  public static final String SECTOR_CODE = "sector_code";
  public static final String TITLE_ZH = "title_zh";
  public static final String TITLE_EN = "title_en";
  public static final String LEVEL = "level";
  public static final String SECTION = "section";
  public static final String STRATA = "strata";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "dim_sector",
          List.of(
              new ColumnDefinition(
                  SECTOR_CODE, TEXT, "", "ALL, P1 to P3, section letter or two-digit division."),
              new ColumnDefinition(TITLE_ZH, TEXT, "", "Chinese name."),
              new ColumnDefinition(TITLE_EN, TEXT, "", "English name.").nullWhen("there is none"),
              new ColumnDefinition(LEVEL, TEXT, "", "all, strata, section or division."),
              new ColumnDefinition(SECTION, TEXT, "", "Section letter, of a section its own.")
                  .nullWhen("level is all or strata"),
              new ColumnDefinition(
                      STRATA,
                      TEXT,
                      "",
                      "P1, P2 or P3 of a division, or of a section that lies in one of them.")
                  .nullWhen("level is all or strata, or the section lies in several")),
          List.of(SECTOR_CODE));

  private SectorDimensionTable() {}
}
