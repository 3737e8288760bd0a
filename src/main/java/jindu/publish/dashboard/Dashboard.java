package jindu.publish.dashboard;

import java.util.List;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.publish.PublishedRows;
import jindu.table.HeadlineTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.table.TableDefinition;

/** The page that leaders look at: the same rows make the same text. */
public final class Dashboard {

  /** The file's name in a publication. */
  public static final String NAME = "dashboard.html";

  /** What is needed of the publication before, to say what changed since. */
  public static final List<TableDefinition> COMPARED =
      List.of(
          HeadlineTable.DEFINITION,
          PlanProgressTable.DEFINITION,
          MilestoneProgressTable.DEFINITION);

  private Dashboard() {}

  /**
   * The page as HTML.
   *
   * @param now what is published
   * @param before the publication that it follows, at least its {@link #COMPARED} tables
   * @param catalog for the words of targets and forms
   */
  public static String html(PublishedRows now, Optional<PublishedRows> before, Catalog catalog) {
    return Page.html(new PageData(now, before, catalog).json());
  }
}
