package jindu.publish.workbook;

import java.io.IOException;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.publish.PublishedRows;

/**
 * The workbook of a publication: what a bureau hands round, at the latest quarter that is
 * published, in the units that the catalog has people read.
 */
public final class PublicationWorkbook {

  /** Its path below the publication's folder. */
  public static final String NAME = "workbook.xlsx";

  private PublicationWorkbook() {}

  /**
   * The workbook: the same bytes for the same rows, catalog and language.
   *
   * @param rows all that it says; the catalog gives order and titles only
   */
  public static byte[] bytes(PublishedRows rows, Catalog catalog, Messages messages)
      throws IOException {
    Edition edition = Edition.of(rows, catalog, messages);
    return WorkbookFile.bytes(
        rows.asOf(),
        workbook -> {
          for (SheetContent content : contents(edition)) {
            SheetWriter.write(
                edition, workbook.newWorksheet(edition.text("sheet-" + content.key())), content);
          }
        });
  }

  /** The sheets from left to right. */
  static List<SheetContent> contents(Edition edition) {
    return List.of(
        HeadlineLines.of(edition),
        PlanLines.of(edition),
        TownshipLines.of(edition),
        SectorLines.of(edition),
        WeakLines.of(edition),
        MilestoneLines.of(edition),
        ProjectLines.of(edition),
        QualityLines.of(edition),
        NoteLines.of(edition));
  }
}
