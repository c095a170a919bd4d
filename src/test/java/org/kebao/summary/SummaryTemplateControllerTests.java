package org.kebao.summary;

import java.nio.charset.StandardCharsets;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.DemoTest;
import org.kebao.ValidHtml;
import org.kebao.account.Accounts;
import org.kebao.account.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@DemoTest
@Transactional
class SummaryTemplateControllerTests {

	private static final String TEXT = "# {{period}}新模板\n{{lead}}\n";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Summaries summaries;

	@Autowired
	Accounts accounts;

	private SummaryTemplate first() {
		return this.summaries.templates().get(0);
	}

	/** How many versions came with the application. */
	private int shipped() {
		return this.summaries.versions(first().getId()).size();
	}

	private MvcTestResult save(Long id, String text, int base) {
		return save("admin", id, text, base);
	}

	private MvcTestResult save(String username, Long id, String text, int base) {
		return this.mvc.post()
			.uri("/admin/templates/{id}", id)
			.with(as(username))
			.with(csrf())
			.param("name", "模板名")
			.param("periodKind", "ANNUAL")
			.param("levelCode", "")
			.param("numbering", "SKIP")
			.param("text", text.replace("\n", "\r\n"))
			.param("base", Integer.toString(base))
			.exchange();
	}

	private RequestPostProcessor as(String username) {
		return SignedIn.as(this.accounts.person(username).orElseThrow());
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void listsTheTemplates() {
		MvcTestResult result = this.mvc.get().uri("/admin/templates").with(as("admin")).exchange();
		assertThat(result).hasStatusOk();
		assertThat(Jsoup.parse(body(result)).select("tbody tr")).hasSize(7);
		assertThat(ValidHtml.errors(body(result))).isEmpty();
	}

	@Test
	void showsATemplateWithItsVersions() {
		MvcTestResult result = this.mvc.get()
			.uri("/admin/templates/{id}", first().getId())
			.with(as("admin"))
			.exchange();
		assertThat(result).hasStatusOk();
		Document page = Jsoup.parse(body(result));
		assertThat(page.selectFirst("textarea").wholeText().strip()).startsWith("# {{bureau}}");
		assertThat(page.select("details.version")).hasSize(shipped());
		assertThat(page.select("#report option")).isNotEmpty();
		assertThat(ValidHtml.errors(body(result))).isEmpty();
	}

	@Test
	void savesTheNextVersion() {
		int shipped = shipped();
		assertThat(save(first().getId(), TEXT, shipped)).hasStatus3xxRedirection();
		TemplateVersion newest = this.summaries.versions(first().getId()).get(0);
		assertThat(newest.getNumber()).isEqualTo(shipped + 1);
		assertThat(newest.getText()).isEqualTo(TEXT);
		assertThat(newest.getNumbering()).isEqualTo(Numbering.SKIP);
	}

	@Test
	void refusesABrokenTemplateWithTheLineAndKeepsWhatWasTyped() {
		int shipped = shipped();
		MvcTestResult result = save(first().getId(), "# 题\n{{gone}}\n<b>{{#lead}}", shipped);
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = Jsoup.parse(body(result));
		assertThat(page.select("#text-error li").eachText()).containsExactly("第 2 行：没有“gone”这个标签",
				"第 3 行：“{{#lead}}”没有对应的结束标签");
		assertThat(page.selectFirst("textarea").wholeText().strip()).isEqualTo("# 题\n{{gone}}\n<b>{{#lead}}");
		assertThat(page.selectFirst("textarea").attr("aria-describedby")).isEqualTo("text-error");
		assertThat(shipped()).isEqualTo(shipped);
	}

	@Test
	void showsBothTextsWhenSomebodySavedANewerOneMeanwhile() {
		int shipped = shipped();
		save(first().getId(), TEXT, shipped);
		MvcTestResult result = save(first().getId(), TEXT + "我的", shipped);
		assertThat(result).hasStatus(HttpStatus.CONFLICT);
		Document page = Jsoup.parse(body(result));
		assertThat(page.select(".two-texts pre").eachText()).containsExactly(TEXT.strip(), TEXT + "我的");
		assertThat(page.selectFirst("input[name=base]").val()).isEqualTo(Integer.toString(shipped + 1));
		assertThat(this.summaries.versions(first().getId())).hasSize(shipped + 1);
		assertThat(save(first().getId(), TEXT + "我的", shipped + 1)).hasStatus3xxRedirection();
	}

	@Test
	void makesANewTemplate() {
		assertThat(this.mvc.get().uri("/admin/templates/new").with(as("admin")).exchange()).hasStatusOk();
		MvcTestResult made = this.mvc.post()
			.uri("/admin/templates")
			.with(as("admin"))
			.with(csrf())
			.param("name", "县级专用")
			.param("periodKind", "FIRST_HALF")
			.param("levelCode", "COUNTY")
			.param("numbering", "FULL")
			.param("text", TEXT)
			.param("base", "0")
			.exchange();
		assertThat(made).hasStatus3xxRedirection();
		assertThat(this.summaries.templates()).extracting(SummaryTemplate::getName).contains("县级专用");
	}

	@Test
	void refusesANameThatIsTaken() {
		MvcTestResult result = this.mvc.post()
			.uri("/admin/templates")
			.with(as("admin"))
			.with(csrf())
			.param("name", first().getName())
			.param("periodKind", "ANNUAL")
			.param("levelCode", "MOON")
			.param("numbering", "FULL")
			.param("text", TEXT)
			.param("base", "0")
			.exchange();
		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Jsoup.parse(body(result)).select("p.error").eachText()).contains("已有同名的模板", "没有这个层级");
	}

	@Test
	void previewsARealReport() {
		String report = Jsoup.parse(body(this.mvc.get().uri("/admin/templates/new").with(as("admin")).exchange()))
			.selectFirst("#report option")
			.val();
		Document good = preview(TEXT, report);
		assertThat(good.select(".paper .title").text()).endsWith("新模板");
		Document bad = preview("# {{gone}}", report);
		assertThat(bad.select(".problems li").eachText()).containsExactly("第 1 行：没有“gone”这个标签");
		assertThat(bad.select(".paper")).isEmpty();
	}

	private Document preview(String text, String report) {
		MvcTestResult result = this.mvc.post()
			.uri("/admin/templates/preview")
			.with(as("admin"))
			.with(csrf())
			.param("text", text)
			.param("numbering", "FULL")
			.param("report", report)
			.exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(body(result));
	}

	@Test
	void restoresAndRetires() {
		int shipped = shipped();
		save(first().getId(), TEXT, shipped);
		assertThat(this.mvc.post()
			.uri("/admin/templates/{id}/versions/1/restoration", first().getId())
			.with(as("admin"))
			.with(csrf())
			.exchange()).hasStatus3xxRedirection();
		assertThat(this.summaries.versions(first().getId())).hasSize(shipped + 2);
		Long id = first().getId();
		assertThat(this.mvc.post()
			.uri("/admin/templates/{id}/retirement", id)
			.with(as("admin"))
			.with(csrf())
			.param("retired", "true")
			.exchange()).hasStatus3xxRedirection();
		assertThat(this.summaries.template(id).isRetired()).isTrue();
	}

	@Test
	void isThereForAdministratorsOnly() {
		assertThat(this.mvc.get().uri("/admin/templates").with(as("supervisor")).exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(save("supervisor", first().getId(), TEXT, 1)).hasStatus(HttpStatus.NOT_FOUND);
	}

}
