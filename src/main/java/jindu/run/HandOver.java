package jindu.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.run.ObservationChanges.FormYear;

/**
 * What a stage leaves to the later ones beside tables, as the ledger keeps it: a batch that died is
 * carried on without the stages that finished. It grows with the files of a night, not with their
 * rows.
 */
final class HandOver {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private HandOver() {}

  /**
   * What ingest leaves.
   *
   * @param read deliveries of this night, by delivery id
   * @param namedForms what the night's rows of the register name in the place of a form's code
   * @param reliable whether the stored tables were those of the last finished batch
   */
  record Ingested(Map<String, FileAccount> read, Set<String> namedForms, boolean reliable) {}

  /**
   * What check leaves.
   *
   * @param accounts those that are new or other than before
   * @param changes what is other in observations and quarantine
   */
  record Checked(List<FileAccount> accounts, List<FormYear> changes) {}

  static String text(Record handOver) {
    try {
      return JSON.writeValueAsString(handOver);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write what a stage leaves to the next.", e);
    }
  }

  static <T extends Record> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Cannot carry the batch on: the ledger's entry of its stage is unreadable.", e);
    }
  }
}
