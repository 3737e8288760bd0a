package jindu.publish.workbook;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jindu.core.Lamp;
import jindu.table.HeadlineTable;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Row;

/** What the publication is, and how its signs are to be read. */
final class NoteLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(SheetColumn.centred("note", 20), SheetColumn.of("meaning", 120));

  /** Said of every publication, after what is said of this one. */
  private static final List<String> TERMS =
      List.of(
          "value",
          "growth",
          "share",
          "target",
          "completion",
          "rank",
          "peers",
          "response",
          "due",
          "status",
          "units");

  private final Edition edition;
  private final List<SheetLine> lines = new ArrayList<>();

  private NoteLines(Edition edition) {
    this.edition = edition;
  }

  static SheetContent of(Edition edition) {
    NoteLines notes = new NoteLines(edition);
    notes.publication();
    notes.signs();
    TERMS.forEach(term -> notes.add("note-" + term, edition.text("meaning-" + term)));
    notes.add("note-sources", notes.sources());
    notes.add("note-files", edition.text("meaning-files"));
    return new SheetContent("notes", List.of(), COLUMNS, notes.lines, 0);
  }

  private void publication() {
    add("note-publication", edition.rows().publication());
    add("note-as-of", edition.rows().asOf().toString());
    add(
        "note-period",
        edition.text("meaning-period", edition.period(), edition.quarter().toString()));
    edition.notice().ifPresent(notice -> add("note-notice", notice));
    String waiting = waiting();
    if (!waiting.isEmpty()) {
      add("note-waiting", edition.text("meaning-waiting", waiting));
    }
  }

  /** Headline indicators that are published, but not yet of the edition's quarter. */
  private String waiting() {
    TreeSet<Integer> earlier = new TreeSet<>();
    List<Row> all = edition.rows().of(HeadlineTable.DEFINITION);
    all.forEach(row -> earlier.add(row.getAs(HeadlineTable.LINE)));
    edition
        .current(HeadlineTable.DEFINITION)
        .forEach(row -> earlier.remove(row.<Integer>getAs(HeadlineTable.LINE)));
    return all.stream()
        .filter(row -> earlier.contains(row.<Integer>getAs(HeadlineTable.LINE)))
        .map(row -> edition.names().indicator(row.getAs(HeadlineTable.INDICATOR)))
        .distinct()
        .collect(joining(edition.text("between")));
  }

  private void signs() {
    for (Lamp lamp : Lamp.values()) {
      lines.add(
          SheetLine.of(
              new SheetCell.LampWord(lamp),
              SheetCell.text(edition.text("meaning-" + lamp.code()))));
    }
    lines.add(SheetLine.of(SheetCell.WITHHELD, SheetCell.text(edition.text("meaning-withheld"))));
    add("note-blank", edition.text("meaning-blank"));
  }

  /** The forms of the quarter's returns, each by its code and title. */
  private String sources() {
    return edition.text(
        "meaning-sources",
        edition.current(ResponseQualityTable.DEFINITION).stream()
            .map(row -> row.<String>getAs(ResponseQualityTable.FORM))
            .distinct()
            .map(form -> form + " " + edition.names().form(form))
            .collect(joining(edition.text("between"))));
  }

  private void add(String key, String meaning) {
    lines.add(SheetLine.of(SheetCell.text(edition.text(key)), SheetCell.text(meaning)));
  }
}
