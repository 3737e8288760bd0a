package jindu.world;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that opens a file and keeps account of what it asked for and complained. */
public final class Browser implements AutoCloseable {

  private final ChromeDriver driver;

  public Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium"));
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    // Named, so that nothing is looked for elsewhere.
    System.setProperty(
        ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, onPath("chromedriver").toString());
    this.driver = new ChromeDriver(options);
  }

  public void open(Path page, String choice) {
    // Another fragment alone would not load the page again.
    driver.get("about:blank");
    driver.get(page.toUri() + "#" + choice);
  }

  /** What the console says. */
  public List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(Object::toString)
        .toList();
  }

  /** Every address that was asked for since the last time. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  public String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  void choose(String select, String value) {
    run(
        "const control = document.getElementById('%s'); control.value = '%s';"
                .formatted(select, value)
            + "control.dispatchEvent(new Event('change'));");
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 640));
    run("window.dispatchEvent(new Event('resize'));");
  }

  /** The fonts that the text of an element was drawn with. */
  String fonts(String selector) {
    driver.executeCdpCommand("DOM.enable", Map.of());
    driver.executeCdpCommand("CSS.enable", Map.of());
    Map<?, ?> document =
        (Map<?, ?>) driver.executeCdpCommand("DOM.getDocument", Map.of()).get("root");
    Object node =
        driver
            .executeCdpCommand(
                "DOM.querySelector", Map.of("nodeId", document.get("nodeId"), "selector", selector))
            .get("nodeId");
    return driver
        .executeCdpCommand("CSS.getPlatformFontsForNode", Map.of("nodeId", node))
        .toString();
  }

  void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** The page on A4, as a PDF. */
  byte[] print() {
    Map<String, Object> paper =
        Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", true);
    return Base64.getDecoder()
        .decode((String) driver.executeCdpCommand("Page.printToPDF", paper).get("data"));
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static File onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> new File(folder, program))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot find " + program + ": it is not on the PATH. Run .ci/setup."));
  }
}
