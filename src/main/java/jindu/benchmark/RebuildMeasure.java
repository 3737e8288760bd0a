package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.CatalogException;
import jindu.run.RunException;

/**
 * From delivered CSV to published Parquet, on an empty lake: our first night beside its peers.
 *
 * <p>What protects respondents is in nobody's seconds: a peer has nothing of the kind. It stands on
 * a line of its own.
 */
final class RebuildMeasure {

  private static final String MEASURE = "rebuild";
  private static final String PROTECT = "protect";

  private final Workplace workplace;
  private final MeasuredLake lake;
  private final Steps steps;
  private final long cells;

  /**
   * @param lake with deliveries and nothing else
   */
  RebuildMeasure(Workplace workplace, MeasuredLake lake, Steps steps)
      throws IOException, CatalogException {
    this.workplace = workplace;
    this.lake = lake;
    this.steps = steps;
    this.cells = ReturnCells.count(lake.catalog(), lake.inbox());
  }

  /**
   * Runs ours, and then each peer.
   *
   * @param peers whom it stands beside
   */
  List<Measurement> run(List<RebuildPeer> peers)
      throws IOException, SQLException, RunException, InterruptedException {
    Cost whole = ours();
    Map<String, Double> stages = workplace.stages(name("history"), lake.root());

    Path stored = lake.beside("cells");
    workplace.part(
        name("cells"), "cells", "--lake", lake.root().toString(), "--to", stored.toString());
    List<Measurement> measured = new ArrayList<>();
    for (RebuildPeer peer : peers) {
      measured.add(beside(peer, whole, stages, stored));
    }
    Map<String, Object> facts = facts();
    measured.add(
        new Measurement(
            PROTECT, cells, new Cost(protect(stages), null, null), null, null, null, facts));
    return measured;
  }

  /** The first night of the lake alone, which every later one needs. */
  Cost ours() throws IOException, RunException, InterruptedException {
    steps.begins(MEASURE, Long.toString(cells));
    return workplace.jindu(name("ours"), lake, "nightly", "--quiet").cost();
  }

  private Measurement beside(RebuildPeer peer, Cost whole, Map<String, Double> stages, Path stored)
      throws IOException, SQLException, RunException, InterruptedException {
    steps.begins("peer", peer.code(), Long.toString(cells));
    Path work = lake.beside(peer.code());
    Folders.delete(work);
    Cost theirs = peer.rebuild(workplace, name(peer.code()), lake.root(), work);
    Path published = work.resolve("published");
    FigureComparison comparison =
        FigureComparison.ofCells(StoredCells.cells(stored), published.resolve("indicator.parquet"))
            .and(
                FigureComparison.ofCompletion(
                    StoredCells.progress(stored), published.resolve("completion.parquet")));
    Map<String, Object> facts = facts();
    facts.put("seconds_with_protect", whole.seconds());
    facts.put("cpu_seconds_with_protect", whole.cpuSeconds());
    facts.put("stages", stages);
    comparison.tell(facts);
    return new Measurement(
        MEASURE,
        cells,
        whole.without(protect(stages)),
        peer.code(),
        theirs,
        comparison.isSame(),
        facts);
  }

  private static double protect(Map<String, Double> stages) {
    return stages.getOrDefault(PROTECT, 0.0);
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("heap", workplace.heap());
    return facts;
  }

  private String name(String what) {
    return MEASURE + "-" + cells + "-" + what;
  }
}
