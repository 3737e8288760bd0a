package jindu.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A file in the inbox that is to be decoded.
 *
 * @param path path under {@code inbox/}, with slashes
 * @param location full path, as a Hadoop file system opens it
 * @param form name of the form's folder; may be no form of the catalog, empty outside such folders
 * @param receivedDate the folder's day, else the day on which the file was first seen
 */
public record Delivery(String path, String location, String form, LocalDate receivedDate)
    implements Serializable {

  public Delivery {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(receivedDate, "receivedDate");
  }
}
