package org.kebao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.opentest4j.TestAbortedException;

/**
 * The browser of the tests: an installed Chromium or Chrome, else the one Playwright
 * fetches. Where neither can be had the test is reported as skipped, and on CI it fails.
 */
public final class Browsers {

	private static final List<String> INSTALLED = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
			"/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
			"/opt/google/chrome/chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:/Program Files/Google/Chrome/Application/chrome.exe");

	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic");

	private static final int PATIENCE = 20_000;

	private Browsers() {
	}

	/** Where nobody wants to wait for them. */
	static boolean areSwitchedOff() {
		return System.getProperty("kebao.browser", "").equals("off");
	}

	/**
	 * The one browser of this JVM; tests open contexts of their own in it. What they wait
	 * for has time to come where two JVMs share a small machine.
	 */
	public static Browser browser() {
		if (areSwitchedOff()) {
			throw new AssertionError("kebao.browser=off: who needs a browser is a @BrowserTest");
		}
		if (Holder.browser.isPresent()) {
			return Holder.browser.get();
		}
		String message = "NO BROWSER: install Chromium or Chrome, the browser tests did not run";
		System.err.println(message);
		if (System.getenv("CI") != null) {
			throw new AssertionError(message);
		}
		throw new TestAbortedException(message);
	}

	private static final class Holder {

		private static final Optional<Browser> browser = launch();

		private static Optional<Browser> launch() {
			Optional<Path> installed = INSTALLED.stream().map(Path::of).filter(Files::isExecutable).findFirst();
			Map<String, String> env = installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
					: Map.of();
			LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(QUIET);
			installed.ifPresent(options::setExecutablePath);
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			try {
				Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
				return Optional.of(playwright.chromium().launch(options));
			}
			catch (PlaywrightException ex) {
				System.err.println(ex.getMessage());
				return Optional.empty();
			}
		}

	}

}
