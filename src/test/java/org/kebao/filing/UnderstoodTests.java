package org.kebao.filing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.DemoServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A cell says beside itself what it understood, once the server has it, and refuses with
 * the number that would be meant.
 */
@BrowserTest
class UnderstoodTests {

	private final DemoServer server = DemoServer.shared();

	private final BrowserContext context = Browsers.browser().newContext();

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void aCellSaysWhatItUnderstood() {
		Page page = open("/metrics");
		Locator cell = page.locator("[id='metric.TEC02']");
		Locator understood = page.locator("[id='metric.TEC02-understood']");
		String before = cell.inputValue();
		cell.fill("2.7亿");
		assertThat(understood).hasText("“2.7亿”按 27000 万元计");
		assertThat(cell).hasValue("2.7亿");
		assertThat(cell).hasAccessibleDescription("“2.7亿”按 27000 万元计");
		cell.press("Tab");
		assertThat(cell).hasValue("27000");
		assertThat(understood).hasText("“2.7亿”按 27000 万元计");

		cell.fill("2.7亿左右");
		assertThat(page.locator("[id='metric.TEC02-error']")).hasText("本格以万元计，2.7亿应填 27000；要填确定的数，不写“约”“多”");
		assertThat(understood).isEmpty();
		assertThat(cell).hasValue("2.7亿左右");
		cell.fill(before);
		assertThat(page.locator("[id='metric.TEC02-error']")).isHidden();
		assertThat(page.locator("[data-save-state]")).containsText("已保存");
		assertThat(understood).isEmpty();
	}

	@Test
	void aFormWithoutScriptIsToldToo() {
		try (BrowserContext plain = Browsers.browser()
			.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			Page page = this.server.signedIn(plain, "reporter");
			page.navigate(address("/metrics"));
			String before = page.locator("[id='metric.TEC02']").inputValue();
			page.fill("[id='metric.TEC02']", "27006.29 万元");
			page.locator("#fields .bottom button").click();
			assertThat(page.locator(".flash")).hasText("已保存。“27006.29 万元”按 27006.29 万元计");
			page.fill("[id='metric.TEC02']", before);
			page.locator("#fields .bottom button").click();
		}
	}

	private Page open(String part) {
		Page page = this.server.signedIn(this.context, "reporter");
		page.navigate(address(part));
		return page;
	}

	private String address(String part) {
		return this.server.url("/reports/" + this.server.reportOf("WC") + part);
	}

}
