package io.sleddog.local.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that looks at the page. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where the browser is missing. */
  static Browser start() {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    assumeTrue(there, "chromium or chromedriver is missing");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Browser(new ChromeDriver(service, options()));
  }

  private static ChromeOptions options() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-precise-memory-info",
        "--window-size=1440,900");
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  void open(String link) {
    driver.get("about:blank");
    driver.get(link);
  }

  /** Goes to a place of the page that is open. */
  void go(String place) {
    script("location.hash = arguments[0]", place);
  }

  /** The window that is in use. */
  String window() {
    return driver.getWindowHandle();
  }

  void newWindow() {
    driver.switchTo().newWindow(WindowType.TAB);
  }

  void toWindow(String window) {
    driver.switchTo().window(window);
  }

  /** Closes all windows but one, which is then in use. */
  void closeOthers(String window) {
    for (String one : driver.getWindowHandles()) {
      if (!one.equals(window)) {
        driver.switchTo().window(one).close();
      }
    }
    driver.switchTo().window(window);
  }

  void width(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  WebElement find(String css) {
    return new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> css + " in: " + text("body"))
        .until(one -> driver.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  String text(String css) {
    return String.valueOf(script("return document.querySelector(arguments[0])?.innerText", css));
  }

  /** Waits until the element shows the words. */
  void sees(String css, String words) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> "\"" + words + "\" in " + css + ", which says: " + text(css))
        .until(one -> text(css).contains(words));
  }

  /** Waits until a script gives true. */
  void waits(String script) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(script)
        .until(one -> Boolean.TRUE.equals(script(script)));
  }

  /** Presses the button with these words. */
  void press(String words) {
    String xpath = "//*[self::button or self::a][contains(normalize-space(.), '" + words + "')]";
    new WebDriverWait(driver, PATIENCE)
        .until(one -> driver.findElements(By.xpath(xpath)).stream().findFirst().orElse(null));
    WebElement button = driver.findElement(By.xpath(xpath));
    script("arguments[0].click()", button);
  }

  @Nullable Object script(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  double number(String script, Object... arguments) {
    return Double.parseDouble(String.valueOf(script(script, arguments)));
  }

  /** Runs a script that calls its last argument when it is done. */
  double measured(String script) {
    driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(3));
    return ((Number) driver.executeAsyncScript(script)).doubleValue();
  }

  /** Errors and violations of the policy since the last call. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("favicon"))
        .toList();
  }

  /** What axe finds wrong with what is in sight. */
  List<String> barriers(String axe) {
    script(axe);
    driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(3));
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run().then(r => done(r.violations.map(v => v.id + ': ' + v.help + ' '"
                + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary)"
                + ".join(' | '))), e => done([String(e)]));");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
