package jindu.run;

import java.io.IOException;
import java.util.Map;
import jindu.lake.Lake;

/** The files of a lake's {@code reference/}, wherever the lake lies. */
public final class ReferenceFiles {

  private ReferenceFiles() {}

  /**
   * The content of each file by its path there; none where the lake has no such folder.
   *
   * @param location the lake
   */
  public static Map<String, byte[]> of(String location) throws IOException {
    return Lake.toRead(location).reference();
  }
}
