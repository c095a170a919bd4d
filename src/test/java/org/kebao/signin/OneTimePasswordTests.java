package org.kebao.signin;

import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.DemoServer;
import org.kebao.account.Accounts;
import org.kebao.account.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Who was given a password comes in with it, in a browser with scripts as in one without.
 */
@BrowserTest
class OneTimePasswordTests {

	private final DemoServer server = DemoServer.spare();

	@Test
	void whoWasGivenOneChoosesAnotherAndIsIn() {
		comesIn("diyici", true);
	}

	@Test
	void soDoesWhoHasNoScript() {
		comesIn("wujiaoben", false);
	}

	private void comesIn(String username, boolean script) {
		Accounts accounts = this.server.bean(Accounts.class);
		Long bureau = accounts.person("reporter").orElseThrow().bureauId();
		accounts.create(username, "初来", bureau, Set.of(Role.REPORTER), "Yici-mima-7", true);
		try (BrowserContext context = Browsers.browser()
			.newContext(new NewContextOptions().setJavaScriptEnabled(script))) {
			Page page = context.newPage();
			page.navigate(this.server.url("/sign-in"));
			page.fill("#username", username);
			page.fill("#password", "Yici-mima-7");
			page.locator("main button[type=submit]").click();
			assertThat(page).hasURL(Pattern.compile(".*/password"));
			page.waitForLoadState();
			page.fill("#current", "Yici-mima-7");
			page.fill("#chosen", "Xuehai-wuya-8");
			page.fill("#repeated", "Xuehai-wuya-8");
			page.locator("main form button[type=submit]").click();
			assertThat(page.locator("h1")).hasText("工作台");
		}
	}

}
