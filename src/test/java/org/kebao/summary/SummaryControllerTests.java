package org.kebao.summary;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import org.kebao.DemoTest;
import org.kebao.ValidHtml;
import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.SignedIn;
import org.kebao.period.PeriodKind;
import org.kebao.register.Register;
import org.kebao.report.Report;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class SummaryControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Register register;

	@Autowired
	Accounts accounts;

	private Report report(String username, Report.Status status) {
		Person person = this.accounts.person(username).orElseThrow();
		Set<Long> bureaus = (person.bureauId() != null) ? Set.of(person.bureauId())
				: this.accounts.bureausSeenBy(person);
		return this.register.find(bureaus, null, status, PageRequest.of(0, 1)).getContent().get(0);
	}

	private RequestPostProcessor as(String username) {
		return SignedIn.as(this.accounts.person(username).orElseThrow());
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void showsThePaperOnAPageThatObeysTheContentSecurityPolicy() {
		MvcTestResult result = this.mvc.get()
			.uri("/reports/{id}/summary", report("reporter", Report.Status.APPROVED).getId())
			.with(as("reporter"))
			.exchange();
		assertThat(result).hasStatusOk();
		Document page = Jsoup.parse(body(result));
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select("[style], style, script:not([src])")).isEmpty();
		assertThat(ValidHtml.errors(body(result))).isEmpty();
		Document paper = framed(page, "reporter");
		assertThat(paper.select(".paper h1.title").text()).contains("望川县科技局");
		assertThat(paper.select(".paper svg[role=img]")).hasSize(1);
		assertThat(paper.select(".mark")).isEmpty();
	}

	/** What stands in the frame of a page. */
	private Document framed(Document page, String username) {
		return Jsoup.parse(body(
				this.mvc.get().uri(page.selectFirst("iframe[data-paper]").attr("src")).with(as(username)).exchange()));
	}

	@Test
	void showsInItsFrameTheVeryDocumentThatIsExported() {
		for (Report.Status status : List.of(Report.Status.APPROVED, Report.Status.DRAFT)) {
			Long id = report("reporter", status).getId();
			MvcTestResult paper = this.mvc.get().uri("/reports/{id}/paper", id).with(as("reporter")).exchange();
			MvcTestResult file = this.mvc.get().uri("/reports/{id}/summary.html", id).with(as("reporter")).exchange();
			assertThat(body(paper)).isEqualTo(body(file));
		}
	}

	@Test
	void letsOnlyOurPagesFrameAPaperAndAPaperDoNothing() {
		MvcTestResult result = this.mvc.get()
			.uri("/reports/{id}/paper", report("reporter", Report.Status.DRAFT).getId())
			.with(as("reporter"))
			.exchange();
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getHeaders("Content-Security-Policy")).containsExactly(
				"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
		assertThat(result.getResponse().getHeaders("X-Frame-Options")).containsExactly("SAMEORIGIN");
	}

	@Test
	void makesThePaperAfterTheTemplateThatIsChosen() {
		Report report = this.register
			.find(Set.of(this.accounts.person("reporter").orElseThrow().bureauId()), null, Report.Status.APPROVED,
					PageRequest.of(0, 10))
			.stream()
			.filter((some) -> this.register.paper(some.getId(), this.accounts.person("reporter").orElseThrow())
				.content()
				.period()
				.kind() == PeriodKind.ANNUAL)
			.findFirst()
			.orElseThrow();
		Document page = Jsoup
			.parse(body(this.mvc.get().uri("/reports/{id}/summary", report.getId()).with(as("reporter")).exchange()));
		List<String> choices = page.select(".choices a").eachAttr("href");
		assertThat(choices).hasSize(3);
		Document letter = Jsoup.parse(body(this.mvc.get().uri(choices.get(1)).with(as("reporter")).exchange()));
		assertThat(letter.select(".choices a[aria-current=page]").text()).startsWith("关于报送");
		assertThat(framed(letter, "reporter").select(".paper .addressee").text()).endsWith("：");
		assertThat(letter.select("a[download]").attr("href")).endsWith(choices.get(1).replaceFirst(".*\\?", "?"));
	}

	@Test
	void downloadsOneFileUnderItsChineseName() {
		Report report = report("reporter", Report.Status.APPROVED);
		MvcTestResult result = this.mvc.get()
			.uri("/reports/{id}/summary.html", report.getId())
			.with(as("reporter"))
			.exchange();
		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getContentType()).isEqualTo("text/html;charset=UTF-8");
		String disposition = result.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION);
		assertThat(disposition).startsWith("attachment;");
		String name = disposition.replaceFirst(".*filename\\*=UTF-8''", "");
		assertThat(URLDecoder.decode(name, StandardCharsets.UTF_8)).matches("望川县科技局_20\\d\\d年(度|上半年)_总结\\.html");
		assertThat(ValidHtml.errors(body(result))).isEmpty();
	}

	@Test
	void hidesTheDraftOfAnotherBureau() {
		Long draft = report("reporter", Report.Status.DRAFT).getId();
		for (String address : List.of("/reports/{id}/summary", "/reports/{id}/paper", "/reports/{id}/summary.html")) {
			assertThat(this.mvc.get().uri(address, draft).with(as("supervisor")).exchange())
				.hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@Test
	void hidesTheReportsOfAnotherBureau() {
		Long approved = report("reporter", Report.Status.APPROVED).getId();
		for (String address : List.of("/reports/{id}/summary", "/reports/{id}/paper", "/reports/{id}/summary.html")) {
			assertThat(this.mvc.get().uri(address, approved).with(as("reporter2")).exchange())
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.get().uri("/reports/{id}/summary", 987654321).with(as("reporter2")).exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void knowsNoTemplateThatIsNotThere() {
		assertThat(this.mvc.get()
			.uri("/reports/{id}/summary?template=987654321", report("reporter", Report.Status.APPROVED).getId())
			.with(as("reporter"))
			.exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

}
