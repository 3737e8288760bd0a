package jindu.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Publications that are kept no longer. One is named in {@code published/removed.json} first, then
 * taken out of sight with its query lists, each folder in one step, and deleted last: whoever looks
 * in between finds it whole or not at all.
 */
public final class RemovedPublications {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST = "removed.json";
  private static final String ASIDE = "_removed-";

  private final PublishedZone zone;
  private final FileSystem files;
  private final List<Path> folders;

  /**
   * What is remembered of one.
   *
   * @param follows the publication that was in force when it was made; empty where not known
   * @param removed the as-of date of the night that removed it
   */
  public record Removed(String id, LocalDate asOf, Optional<String> follows, LocalDate removed) {}

  public RemovedPublications(Lake lake) {
    this.zone = new PublishedZone(lake);
    this.files = lake.files();
    this.folders = List.of(lake.zone("published"), lake.zone("queries"));
  }

  /** Those named, by id; one that is there all the same was named by a night that then died. */
  public Map<String, Removed> named() throws IOException {
    Map<String, Removed> named = new TreeMap<>();
    JsonNode root = JSON.readTree(zone.text(LIST).orElse("{}"));
    for (JsonNode each : root.path("removed")) {
      Removed removed =
          new Removed(
              each.required("publication").asText(),
              LocalDate.parse(each.required("as_of").asText()),
              each.has("follows") ? Optional.of(each.get("follows").asText()) : Optional.empty(),
              LocalDate.parse(each.required("removed_as_of").asText()));
      named.put(removed.id(), removed);
    }
    return named;
  }

  /** Names them, and takes them out of every reader's sight. */
  public void takeAway(Collection<Removed> publications) throws IOException {
    Map<String, Removed> named = named();
    publications.forEach(each -> named.put(each.id(), each));
    zone.replace(LIST, text(named.values()));
    for (Removed each : publications) {
      for (Path folder : folders) {
        takeAway(new Path(folder, each.id()), new Path(folder, ASIDE + each.id()));
      }
    }
  }

  /** Ids of those out of sight and not yet deleted, in order. */
  public List<String> takenAway() throws IOException {
    return aside().stream()
        .map(path -> path.getName().substring(ASIDE.length()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Deletes what is out of sight; what cannot be deleted waits for the next night. */
  public void delete() {
    try {
      for (Path each : aside()) {
        files.delete(each, true);
      }
    } catch (IOException waits) {
      // No reader sees it, and the publication is made: the night has not failed. The next one
      // finds it here, tells the ledger and the operator of it again, and tries again.
    }
  }

  private List<Path> aside() throws IOException {
    List<Path> aside = new ArrayList<>();
    for (Path folder : folders) {
      if (files.exists(folder)) {
        for (var status : files.listStatus(folder)) {
          if (status.getPath().getName().startsWith(ASIDE)) {
            aside.add(status.getPath());
          }
        }
      }
    }
    return aside;
  }

  private void takeAway(Path from, Path to) throws IOException {
    if (!files.exists(from)) {
      return;
    }
    files.delete(to, true);
    if (!files.rename(from, to)) {
      throw new IOException("Cannot rename " + from + " to " + to + ".");
    }
  }

  private static byte[] text(Collection<Removed> publications) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode list = root.putArray("removed");
    for (Removed each : publications) {
      ObjectNode node = list.addObject();
      node.put("publication", each.id());
      node.put("as_of", each.asOf().toString());
      each.follows().ifPresent(id -> node.put("follows", id));
      node.put("removed_as_of", each.removed().toString());
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }
}
