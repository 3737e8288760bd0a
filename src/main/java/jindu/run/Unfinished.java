package jindu.run;

import java.util.List;
import java.util.Map;

/**
 * The last batch, where it failed or died.
 *
 * @param id the batch
 * @param agenda hash of what there was to do ({@link Agenda#mark})
 * @param stages what each stage that finished left to the later ones
 */
record Unfinished(String id, String agenda, Map<String, String> stages) {

  /** The same batch, to be carried on from its beginning. */
  Unfinished withoutStages() {
    return new Unfinished(id, agenda, Map.of());
  }

  /** The stages at the beginning of the night that need not run again. */
  List<String> finishedStages() {
    return Nightly.STAGES.stream().takeWhile(stages::containsKey).toList();
  }
}
