package jindu.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.protect.pattern.Pattern;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What the last night's publication withholds, block by block, as the ledger tells it. Internal:
 * how many cells are sensitive and how many only stand in front of one tells a reader which he has
 * to attack.
 *
 * @param batch the last batch that finished
 * @param blocks by year and indicator
 * @param changes of one or two respondents that the last batch's publication shows beside the one
 *     before it, by year and indicator
 */
public record ProtectionAudit(
    String batch, LocalDate asOf, List<Block> blocks, List<ChangesOfFew> changes) {

  /**
   * One indicator and year.
   *
   * @param cells that protected respondents are in
   * @param sensitive by the primary rule
   * @param beyond withheld beyond the sensitive cells
   * @param told sensitive cells that who remembers earlier publications bounds more closely than
   *     the rule lets him
   * @param sharePct what is withheld of the year to date, in percent of all, each level counted
   * @param extent how much had to go for it to be safe: {@code chosen} cells, {@code detail} or
   *     {@code all}
   * @param batch the batch that chose and attacked the pattern; later ones carried it over
   * @param asOf of that batch
   * @param seconds that took; null where an earlier version of the program did not tell
   */
  public record Block(
      String indicator,
      int year,
      int cells,
      int sensitive,
      int beyond,
      int told,
      BigDecimal sharePct,
      String extent,
      String batch,
      LocalDate asOf,
      BigDecimal seconds) {}

  /** The blocks that the last batch attacked anew. */
  public List<Block> ofLastBatch() {
    return blocks.stream().filter(block -> block.batch().equals(batch)).toList();
  }

  /** Seconds that some blocks took; null where there are some and none of them tells. */
  public static BigDecimal seconds(List<Block> blocks) {
    BigDecimal none = blocks.isEmpty() ? BigDecimal.ZERO : null;
    return blocks.stream()
        .map(Block::seconds)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(none);
  }

  /** Reads the ledger of the lake at {@code location}; empty before the first finished batch. */
  public static Optional<ProtectionAudit> of(String location, String master) throws IOException {
    SparkSession spark = Sessions.start(master);
    Ledger ledger =
        new Ledger(spark, new DeltaTables(spark, Lake.toRead(location)), Clock.systemUTC());
    return of(ledger.entries(Ledger.BATCH, Ledger.PATTERN, Ledger.CHANGES_OF_FEW));
  }

  /**
   * @param entries batches, patterns and changes of few, in time
   */
  static Optional<ProtectionAudit> of(List<Row> entries) {
    Map<String, LocalDate> days = new HashMap<>();
    Map<String, Row> latest = new TreeMap<>();
    Map<String, Map<String, ChangesOfFew>> changes = new HashMap<>();
    String last = null;
    for (Row entry : entries) {
      String batch = entry.getAs(LedgerTable.BATCH_ID);
      if (entry.getAs(LedgerTable.ENTRY).equals(Ledger.PATTERN)) {
        latest.put(entry.getAs(LedgerTable.NAME), entry);
        continue;
      }
      if (entry.getAs(LedgerTable.ENTRY).equals(Ledger.CHANGES_OF_FEW)) {
        changes
            .computeIfAbsent(batch, key -> new TreeMap<>())
            .put(
                entry.getAs(LedgerTable.NAME),
                ChangesOfFew.parse(entry.getAs(LedgerTable.NAME), entry.getAs(LedgerTable.DETAIL)));
        continue;
      }
      days.put(batch, entry.<java.sql.Date>getAs(LedgerTable.RECEIVED_DATE).toLocalDate());
      if (entry.getAs(LedgerTable.STATE).equals(Ledger.DONE)) {
        last = batch;
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    List<Block> blocks =
        latest.values().stream()
            .map(entry -> block(entry, days))
            .sorted(Comparator.comparingInt(Block::year).thenComparing(Block::indicator))
            .toList();
    List<ChangesOfFew> ofLast =
        changes.getOrDefault(last, Map.of()).values().stream()
            .sorted(
                Comparator.comparingInt(ChangesOfFew::year).thenComparing(ChangesOfFew::indicator))
            .toList();
    return Optional.of(new ProtectionAudit(last, days.get(last), blocks, ofLast));
  }

  private static Block block(Row entry, Map<String, LocalDate> days) {
    Pattern pattern = PatternText.parse(entry.getAs(LedgerTable.DETAIL));
    Pattern.Counts counts = pattern.counts();
    String batch = entry.getAs(LedgerTable.BATCH_ID);
    return new Block(
        pattern.indicator(),
        pattern.year(),
        counts.cells(),
        counts.sensitive(),
        counts.withheld() - counts.sensitive(),
        counts.told(),
        BigDecimal.valueOf(counts.withheldSharePct()),
        pattern.extent().name().toLowerCase(Locale.ROOT),
        batch,
        days.get(batch),
        entry.getAs(LedgerTable.SECONDS));
  }
}
