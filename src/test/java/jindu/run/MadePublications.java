package jindu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import jindu.core.ContentHash;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;

/** Publications of one file each, in the order in which they are made, with their query lists. */
public final class MadePublications {

  private final PublishedZone zone;
  private final Path folder;

  public MadePublications(Path folder) throws IOException {
    this.folder = folder;
    this.zone = new PublishedZone(Lake.open(folder.toString()));
  }

  /** Makes one as of the day that its id begins with, and puts it in force. */
  public MadePublications make(String id) throws IOException {
    Optional<String> follows = zone.current();
    Path building = Path.of(zone.building(id).toUri().getPath());
    Files.createDirectories(building.resolve("table"));
    Files.writeString(building.resolve("table/all.parquet"), id);
    Files.writeString(
        building.resolve(PublishedZone.MANIFEST),
        """
        {"publication": "%s", "as_of": "%s", %s"batches": ["B000000"],
         "tables": [{"name": "table", "files": [{"path": "table/all.parquet", "sha256": "%s"}]}]}
        """
            .formatted(
                id,
                LocalDate.parse(id.substring(0, 10)),
                follows.map(before -> "\"follows\": \"" + before + "\", ").orElse(""),
                ContentHash.of(id)));
    Files.createDirectories(folder.resolve("queries").resolve(id));
    Files.writeString(folder.resolve("queries").resolve(id).resolve("410311002.xlsx"), id);
    zone.putInForce(id);
    return this;
  }

  /** Puts one in force that was made before, as {@code publish --back} does. */
  public MadePublications putInForce(String id) throws IOException {
    zone.switchTo(id);
    return this;
  }

  PublishedZone zone() {
    return zone;
  }
}
