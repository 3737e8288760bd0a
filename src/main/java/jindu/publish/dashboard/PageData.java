package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.core.Quarter;
import jindu.publish.PublishedRows;

/** All that the page knows: rows of the published tables, and the words for their codes. */
final class PageData {

  private final PublishedRows now;
  private final Optional<PublishedRows> before;
  private final Catalog catalog;

  PageData(PublishedRows now, Optional<PublishedRows> before, Catalog catalog) {
    this.now = now;
    this.before = before;
    this.catalog = catalog;
  }

  ObjectNode json() {
    Quarters quarters = new Quarters(now);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("publication", now.publication());
    root.put("as_of", now.asOf().toString());
    root.put("district", catalog.district().code());
    catalog.notice().ifPresent(notice -> bilingual(root, "notice", notice.zh(), notice.en()));
    root.set("words", Words.json());
    quarters.all().stream().map(Quarter::toString).forEach(root.putArray("quarters")::add);
    // Where a target has several versions, the last one names it.
    ObjectNode targets = root.putObject("targets");
    catalog
        .targets()
        .forEach(each -> bilingual(targets, each.id(), each.titleZh(), each.titleEn()));
    ObjectNode forms = root.putObject("forms");
    catalog.forms().forEach((code, form) -> bilingual(forms, code, form.titleZh(), form.titleEn()));
    root.set("tables", new PageTables(now, quarters, catalog.district().code()).json());
    root.set("changes", Changes.json(before, now, catalog.district().code()));
    return root;
  }

  private static void bilingual(ObjectNode node, String key, String zh, String en) {
    node.putObject(key).put("zh", zh).put("en", en);
  }
}
