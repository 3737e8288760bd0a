package jindu.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a manifest says at its head, read without the tables below it: a lake has hundreds.
 *
 * @param follows the publication in force when this one was made; empty for the first, and where an
 *     earlier version of the program did not say so
 * @param batch the batch that made it; empty where the manifest names none
 */
public record PublicationHead(
    String publication, LocalDate asOf, Optional<String> follows, Optional<String> batch) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String TABLES = "tables";

  /** The head of a manifest, empty where it is damaged. */
  public static Optional<PublicationHead> find(String manifest) {
    Map<String, String> head = new HashMap<>();
    try (JsonParser parser = JSON.createParser(manifest)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME && !parser.currentName().equals(TABLES)) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          head.put(name, parser.getText());
        } else if (value == JsonToken.START_ARRAY && name.equals(Manifest.BATCHES)) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            head.put(name, parser.getText());
          }
        } else {
          parser.skipChildren();
        }
      }
      return Optional.of(
          new PublicationHead(
              Objects.requireNonNull(head.get("publication")),
              LocalDate.parse(Objects.requireNonNull(head.get("as_of"))),
              Optional.ofNullable(head.get(Manifest.FOLLOWS)),
              Optional.ofNullable(head.get(Manifest.BATCHES))));
    } catch (IOException | DateTimeException | NullPointerException damaged) {
      return Optional.empty();
    }
  }
}
