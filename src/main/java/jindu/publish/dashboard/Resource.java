package jindu.publish.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Texts from the class path that the page is put together of. */
final class Resource {

  private static final String CHARTS = "org.webjars.npm/echarts";

  private Resource() {}

  /** A file of the page itself. */
  static String own(String name) {
    return text("/jindu/dashboard/" + name);
  }

  /** A file of Apache ECharts, of whatever version the build brings. */
  static String charts(String name) {
    Properties artifact = new Properties();
    try (InputStream in = open("/META-INF/maven/" + CHARTS + "/pom.properties")) {
      artifact.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = artifact.getProperty("version");
    return text("/META-INF/resources/webjars/echarts/" + version + "/" + name);
  }

  private static String text(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = Resource.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(
          "Missing on the class path: " + path + ". Build the jar with all its libraries.");
    }
    return in;
  }
}
