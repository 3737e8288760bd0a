package jindu.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Form.Attribute;
import jindu.core.RegisterForm;

/**
 * What of {@code reference/} is other than at the last finished batch, and how far that reaches.
 *
 * @param files paths of the files that changed, came or went
 */
record CatalogChange(Set<String> files) {

  private static final String FORMS = "forms/";
  private static final String REGISTER_FORM = "forms/" + RegisterForm.CODE + ".yaml";
  private static final String EXCLUSIONS = "exclusions.csv";
  private static final String PEERS = "peers.csv";
  private static final String PROTECTION = "protection.csv";
  private static final String RETENTION = "retention.yaml";

  /** What every row is judged by. */
  private static final Set<String> OF_ALL_VERDICTS =
      Set.of("townships.csv", "sectors.csv", "indicators.csv", EXCLUSIONS, PEERS, REGISTER_FORM);

  /** What no cell depends on: verdicts, the plan, or what is written beside figures. */
  private static final Set<String> OF_NO_CELL =
      Set.of(
          EXCLUSIONS,
          PEERS,
          "headline.csv",
          "notice.yaml",
          PROTECTION,
          "reconciliation.csv",
          RETENTION);

  CatalogChange {
    files = Set.copyOf(files);
  }

  /**
   * @param before hash of each file at the last finished batch
   * @param now hash of each file tonight
   */
  static CatalogChange between(Map<String, String> before, Map<String, String> now) {
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(file -> before.containsKey(file) && before.get(file).equals(now.get(file)));
    return new CatalogChange(changed);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether the verdict on any row may be another. */
  boolean judgesAll() {
    return files.stream().anyMatch(OF_ALL_VERDICTS::contains);
  }

  /**
   * The forms whose rows are to be judged again. The register with each: its entries name a form of
   * the catalog, for units of that form's population.
   */
  Set<String> judged(Catalog catalog) {
    Set<String> judged = new TreeSet<>(forms());
    if (!judged.isEmpty()) {
      judged.add(RegisterForm.CODE);
    }
    if (files.stream().anyMatch(file -> file.startsWith("milestones/"))) {
      catalog.forms().values().stream()
          .filter(form -> form.attributes().stream().anyMatch(CatalogChange::namesMilestone))
          .forEach(form -> judged.add(form.code()));
    }
    return judged;
  }

  private static boolean namesMilestone(Attribute attribute) {
    return attribute.type() == Attribute.Type.MILESTONE;
  }

  /** Whether any cell of any year may be another; a file that nobody knows may matter to all. */
  boolean computesAll() {
    return files.stream()
        .anyMatch(
            file ->
                !OF_NO_CELL.contains(file)
                    && !file.startsWith(FORMS)
                    && !file.startsWith("plans/")
                    && !file.startsWith("milestones/"));
  }

  /** Codes of the forms whose file changed, came or went. */
  Set<String> forms() {
    return files.stream()
        .filter(file -> file.startsWith(FORMS))
        .map(file -> file.substring(FORMS.length(), file.lastIndexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
