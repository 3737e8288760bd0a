package jindu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Messages;
import jindu.run.ChangesOfFew;
import jindu.run.ProtectionAudit;
import jindu.run.ProtectionAudit.Block;

/** What is withheld, block by block, for those inside who answer for it. */
final class ProtectionReport {

  private static final int TITLE = 24;
  private static final int WIDTH = 100;

  /** Cells of a block that are named; {@code --json} has all. */
  private static final int LISTED = 8;

  private final CatalogWords words;
  private final Catalog catalog;
  private final Messages messages;

  ProtectionReport(Catalog catalog, Messages messages) {
    this.words = new CatalogWords(catalog, messages);
    this.catalog = catalog;
    this.messages = messages;
  }

  List<String> lines(ProtectionAudit audit) {
    TextTable table =
        new TextTable(List.of(false, true, true, true, true, true, false, false, false, true));
    table.add(
        Stream.of(
                "indicator",
                "year",
                "cells",
                "sensitive",
                "beyond",
                "share",
                "extent",
                "audited",
                "how",
                "seconds")
            .map(column -> messages.text("cli.protection-" + column))
            .toList());
    audit.blocks().forEach(block -> table.add(cells(block, audit.batch())));
    table.add(
        List.of(
            messages.text("cli.protection-total"),
            "",
            sum(audit.blocks(), Block::cells),
            sum(audit.blocks(), Block::sensitive),
            sum(audit.blocks(), Block::beyond),
            Numbers.NOTHING,
            "",
            "",
            "",
            ReportWords.rounded(ProtectionAudit.seconds(audit.blocks()), 1)));
    List<String> lines = new ArrayList<>();
    lines.add(messages.text("cli.protection-title", audit.asOf(), audit.batch()));
    lines.add(messages.text("cli.protection-internal"));
    lines.addAll(table.lines());
    lines.add(
        messages.text(
            "cli.protection-tonight",
            Integer.toString(audit.ofLastBatch().size()),
            Integer.toString(audit.blocks().size()),
            ReportWords.rounded(ProtectionAudit.seconds(audit.ofLastBatch()), 1)));
    lines.add(messages.text("cli.protection-columns"));
    lines.addAll(told(audit.blocks()));
    lines.addAll(
        TextTable.wrapped(
            messages.text("cli.protection-few", Integer.toString(changed(audit.changes()))),
            WIDTH));
    audit.changes().forEach(block -> lines.addAll(changes(block)));
    return lines;
  }

  private List<String> told(List<Block> blocks) {
    String told =
        blocks.stream()
            .filter(block -> block.told() > 0)
            .map(
                block ->
                    messages.text(
                        "cli.protection-few-block",
                        title(block.indicator()),
                        Integer.toString(block.year()),
                        Integer.toString(block.told())))
            .collect(Collectors.joining(messages.text("cli.protection-few-separator")));
    return TextTable.wrapped(
        messages.text("cli.protection-told", sum(blocks, Block::told), told), WIDTH);
  }

  private List<String> changes(ChangesOfFew block) {
    String cells =
        block.cells().stream()
            .limit(LISTED)
            .map(this::cell)
            .collect(Collectors.joining(messages.text("cli.protection-few-separator")));
    int more = block.cells().size() - LISTED;
    return TextTable.wrapped(
        messages.text(
            more > 0 ? "cli.protection-few-more" : "cli.protection-few-block",
            title(block.indicator()),
            Integer.toString(block.year()),
            cells,
            Integer.toString(more)),
        WIDTH);
  }

  private String cell(ChangesOfFew.Cell cell) {
    return messages.text(
        "cli.protection-few-cell",
        words.place(cell.place()),
        words.sector(cell.sector()),
        Integer.toString(cell.quarter()),
        Long.toString(cell.respondents()));
  }

  private static int changed(List<ChangesOfFew> blocks) {
    return blocks.stream().mapToInt(block -> block.cells().size()).sum();
  }

  private List<String> cells(Block block, String last) {
    return List.of(
        String.join("\n", TextTable.wrapped(title(block.indicator()), TITLE)),
        Integer.toString(block.year()),
        Integer.toString(block.cells()),
        Integer.toString(block.sensitive()),
        Integer.toString(block.beyond()),
        ReportWords.rounded(block.sharePct(), 1),
        messages.text("cli.protection-" + block.extent()),
        block.asOf().toString(),
        messages.text("cli.protection-" + (block.batch().equals(last) ? "anew" : "carried")),
        ReportWords.rounded(block.seconds(), 1));
  }

  /** One that the catalog of today has no more stands for itself. */
  private String title(String code) {
    Indicator indicator = catalog.indicators().get(code);
    return indicator == null ? code : words.indicator(indicator);
  }

  private static String sum(List<Block> blocks, ToIntFunction<Block> count) {
    return Integer.toString(blocks.stream().mapToInt(count).sum());
  }
}
