package org.kebao.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.kebao.BrowserTest;
import org.kebao.Browsers;
import org.kebao.DemoServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one prints in the application and what one prints of the exported file are the
 * same pages, word for word: no style of a page reaches the paper.
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamePagesTests {

	private final DemoServer server = DemoServer.shared();

	@TempDir
	Path folder;

	private BrowserContext context;

	private Page page;

	@BeforeAll
	void signIn() {
		this.context = Browsers.browser().newContext();
		this.page = this.server.signedIn(this.context, "reporter");
	}

	@AfterAll
	void close() {
		this.context.close();
	}

	/** With every kind of table: figures, completion, explanations, and a drawing. */
	private List<Long> reports() {
		List<Long> approved = this.server.jdbc().sql("""
				select distinct on (r.id) r.id from summary_prints s
				join revisions v on v.id = s.revision_id join reports r on r.id = v.report_id
				join bureaus b on b.id = r.bureau_id
				where b.code = 'WC' and r.status = 'APPROVED' and s.annexed and s.html ~ 'class="[^"]*completion[^"]*"'
				and s.html like '%<svg%' limit 1""").query(Long.class).list();
		assertThat(approved).isNotEmpty();
		List<Long> reports = new ArrayList<>(approved);
		reports.add(this.server.reportOf("WC"));
		return reports;
	}

	@Test
	void printsInTheApplicationWhatTheFilePrints() throws IOException {
		for (Long report : reports()) {
			String address = "/reports/" + report;
			byte[] exported = this.context.request().get(this.server.url(address + "/summary.html")).body();
			Document paper = Jsoup.parse(new String(exported, "UTF-8"));
			assertThat(paper.select(".figures:not(.completion):not(.annex) table, .completion table, svg"))
				.hasSizeGreaterThanOrEqualTo(3);
			Path file = Files.write(this.folder.resolve(report + ".html"), exported);
			List<String> pages = printed(file.toUri().toString());
			assertThat(pages).hasSizeGreaterThan(4);
			// by the button, which prints the frame
			assertThat(printed(this.server.url(address + "/paper"))).isEqualTo(pages);
			// by the browser's own menu, which prints the page
			assertThat(printed(this.server.url(address + "/summary"))).isEqualTo(pages);
		}
	}

	/** After the print the page is what it was. */
	@Test
	void givesThePageBackAfterPrinting() {
		this.page.navigate(this.server.url("/reports/" + reports().get(0) + "/summary"));
		this.page.frameLocator("iframe[data-paper]").locator(".paper").waitFor();
		String before = this.page.content();
		String title = this.page.title();
		this.page.pdf();
		assertThat(this.page.content()).isEqualTo(before);
		assertThat(this.page.title()).isEqualTo(title);
		assertThat(this.page.locator(".paper-head").isVisible()).isTrue();
	}

	@Test
	void theButtonPrintsTheFrame() {
		this.page.navigate(this.server.url("/reports/" + reports().get(0) + "/summary"));
		this.page.frameLocator("iframe[data-paper]").locator(".paper").waitFor();
		this.page.evaluate("""
				() => {
				  window.printed = [];
				  window.print = () => window.printed.push('page');
				  document.querySelector('iframe[data-paper]').contentWindow.print = () => window.printed.push('paper');
				}""");
		this.page.click("[data-print]");
		assertThat(this.page.evaluate("() => window.printed.join()")).isEqualTo("paper");
	}

	/** The text of each page, the numbers below it too. */
	private List<String> printed(String address) throws IOException {
		this.page.navigate(address);
		if (this.page.locator("iframe[data-paper]").count() > 0) {
			this.page.frameLocator("iframe[data-paper]").locator(".paper").waitFor();
		}
		try (PDDocument document = Loader.loadPDF(this.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
			List<String> pages = new ArrayList<>();
			for (int number = 1; number <= document.getNumberOfPages(); number++) {
				PDFTextStripper stripper = new PDFTextStripper();
				stripper.setStartPage(number);
				stripper.setEndPage(number);
				pages.add(stripper.getText(document));
			}
			return pages;
		}
	}

}
