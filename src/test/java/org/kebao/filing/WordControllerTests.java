package org.kebao.filing;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.field.Saving;
import org.kebao.report.Reckoning;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What the editor of the texts is told of the metrics.
 */
@HouseTest
class WordControllerTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	private Province province;

	private Long report;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.report = this.province.report(this.province.county, this.province.period).getId();
	}

	@Test
	void everyMetricThatIsAskedIsTold() {
		write("metric.IPR01", "400");
		write("metric.TEC02", "12345.6");
		write("metric.INC03", "不适用");
		MvcTestResult words = words();
		assertThat(words).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
		assertThat(words).bodyJson().extractingPath("$.length()").isEqualTo(asked());
		assertThat(words).bodyJson().extractingPath(one("IPR01", "name")).isEqualTo(List.of("专利申请量"));
		assertThat(words).bodyJson().extractingPath(one("IPR01", "group")).isEqualTo(List.of("知识产权"));
		assertThat(words).bodyJson().extractingPath(one("IPR01", "unit")).isEqualTo(List.of("件"));
		assertThat(words).bodyJson().extractingPath(one("IPR01", "forms[*]")).isEqualTo(List.of("数"));
		assertThat(words).bodyJson().extractingPath(one("IPR01", "values['']")).isEqualTo(List.of("400件"));
		assertThat(words).bodyJson().extractingPath(one("IPR01", "values['|数']")).isEqualTo(List.of("400"));
		assertThat(words).bodyJson().extractingPath(one("IPR01", "values['同比']")).isEqualTo(List.of());
		assertThat(words).bodyJson().extractingPath(one("IPR01", "trouble")).isEqualTo(List.of(""));
		assertThat(words).bodyJson().extractingPath(one("IPR01", "initials[*]")).asArray().contains("zlsql", "sqzl");
		assertThat(words).bodyJson().extractingPath(one("IPR01", "aliases[*]")).asArray().contains("申请专利");
		assertThat(words).bodyJson().extractingPath(one("TEC02", "initials[*]")).asArray().contains("jshtcje");
		assertThat(words).bodyJson().extractingPath(one("TEC02", "forms[*]")).isEqualTo(List.of("万元", "亿元", "数"));
		assertThat(words).bodyJson().extractingPath(one("TEC02", "values['|万元']")).isEqualTo(List.of("12345.6万元"));
		assertThat(words).bodyJson().extractingPath(one("TEC02", "values['']")).isEqualTo(List.of("1.23456亿元"));
		assertThat(words).bodyJson().extractingPath(one("TEC02", "numbers['|数|0']")).isEqualTo(List.of("123456000"));
		assertThat(words).bodyJson().extractingPath(one("TEC02", "numbers['|数|8']")).isEqualTo(List.of("1.23456"));
		assertThat(words).bodyJson().extractingPath(one("TEC02", "numbers['|数|4']")).isEqualTo(List.of());
		assertThat(words).bodyJson().extractingPath(one("IPR01", "numbers['|数|4']")).isEqualTo(List.of("0.04"));
		assertThat(words).bodyJson().extractingPath(one("INC03", "trouble")).isEqualTo(List.of("不适用"));
		assertThat(words).bodyJson().extractingPath(one("RDI02", "trouble")).isEqualTo(List.of("还算不出"));
		assertThat(words).bodyJson().extractingPath(one("PRJ01", "trouble")).isEqualTo(List.of("未填"));
	}

	@Test
	void aSaveOfAFigureTellsWhatFollowsFromIt() {
		write("metric.CTX01", "100");
		MvcTestResult saved = save("metric.RDI01", "2.5");
		assertThat(saved).bodyJson().extractingPath("$.words[*].code").asArray().containsExactly("RDI01", "RDI02");
		assertThat(saved).bodyJson().extractingPath("$.words[1].values['']").isEqualTo("2.5%");
		assertThat(save("lead", "文字")).bodyJson().extractingPath("$.words").asArray().isEmpty();
	}

	@Test
	void whatWasSubmittedIsStillToldToItsBureau() {
		Long submitted = this.province.submitted().getId();
		assertThat(this.mvc.get()
			.uri("/reports/{id}/words", submitted)
			.with(authentication(this.province.signedIn(this.province.reporter())))).hasStatusOk();
		assertThat(this.mvc.get()
			.uri("/reports/{id}/words", submitted)
			.with(authentication(this.province.signedIn(this.province.supervisor())))).hasStatus(404);
	}

	private int asked() {
		return this.reckoning.vocabulary(this.province.report(this.province.county, this.province.period))
			.catalogue()
			.asked()
			.size();
	}

	private static String one(String code, String path) {
		return "$[?(@.code == '%s')].%s".formatted(code, path);
	}

	private MvcTestResult words() {
		return this.mvc.get()
			.uri("/reports/{id}/words", this.report)
			.with(authentication(this.province.signedIn(this.province.reporter())))
			.exchange();
	}

	private MvcTestResult save(String field, String text) {
		return this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"fields\":[{\"field\":\"%s\",\"text\":\"%s\",\"base\":\"%s\"}]}".formatted(field, text,
					Saving.version("")))
			.with(authentication(this.province.signedIn(this.province.reporter())))
			.with(csrf())
			.exchange();
	}

	private void write(String field, String text) {
		this.province.write(this.report, this.province.reporter(), field, text);
	}

}
