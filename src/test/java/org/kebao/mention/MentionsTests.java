package org.kebao.mention;

import java.util.List;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.report.Entry;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@HouseTest
class MentionsTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Mentions mentions;

	private Province province;

	private Person reporter;

	private Long id;

	@BeforeEach
	void open() {
		this.province = new Province(this.context);
		this.reporter = this.province.reporter();
		this.id = this.province.report(this.province.county, this.province.period).getId();
	}

	@Test
	void whatTheTableSaysOfAFigureIsTold() {
		table("IPR01", "400", "IPR02", "181", "TEC02", "266453.32");
		Long entry = achievement("全年专利申请量400件，专利授权量180件，技术合同成交额26.65亿元。");
		Passage body = passage("entry." + entry + ".body");
		assertThat(body.place()).isEqualTo("成效 1 · 正文");
		assertThat(body.mentions()).extracting((mention) -> mention.metric().getCode(), Mention::stance, Mention::bound)
			.containsExactly(tuple("IPR01", Stance.AGREES, false), tuple("IPR02", Stance.DIFFERS, false),
					tuple("TEC02", Stance.AGREES, false));
		assertThat(body.mentions().get(1).expected()).isEqualByComparingTo("181");
		assertThat(body.mentions().get(0).source().of(source("entry." + entry + ".body"))).isEqualTo("400件");
	}

	@Test
	void aTokenIsBoundWhateverStandsAroundIt() {
		table("IPR01", "400");
		this.province.write(this.id, this.reporter, "lead", "一年来，成绩不小：{{专利申请量}}，其中发明很多。");
		Passage lead = passage("lead");
		assertThat(lead.mentions()).singleElement().satisfies((mention) -> {
			assertThat(mention.bound()).isTrue();
			assertThat(mention.metric().getCode()).isEqualTo("IPR01");
			assertThat(mention.source().of(source("lead"))).isEqualTo("{{专利申请量}}");
		});
		assertThat(survey().bound()).hasSize(1);
		assertThat(survey().unbound()).isEmpty();
	}

	@Test
	void everyTextOfTheReportIsRead() {
		table("IPR01", "400");
		List<String> fields = List.of("lead", "idea");
		fields.forEach((field) -> this.province.write(this.id, this.reporter, field, "全年已完成专利申请量400件。"));
		for (Entry.Kind kind : Entry.Kind.values()) {
			this.province.entry(this.id, this.reporter, kind, "专利申请量400件", "全年专利申请量400件。");
		}
		Long target = this.reports.write(this.id, this.reporter, Right.WORDS, (draft) -> draft.addTarget()).getId();
		this.province.write(this.id, this.reporter, "target." + target + ".aim", "WORDS");
		this.province.write(this.id, this.reporter, "target." + target + ".words", "专利申请量达到420件");
		assertThat(read()).extracting(Passage::place)
			.contains("开头", "总体思路", "成效 1 · 标题", "成效 1 · 正文", "案例 1 · 正文", "问题 1 · 正文", "措施 1 · 正文", "建议 1 · 正文",
					"工作目标 1");
	}

	@Test
	void aTargetIsHeldAgainstThePlanAndCannotBeBound() {
		table("IPR01", "400");
		Long target = this.reports.write(this.id, this.reporter, Right.WORDS, (draft) -> draft.addTarget()).getId();
		this.province.write(this.id, this.reporter, "target." + target + ".metric", "IPR01");
		this.province.write(this.id, this.reporter, "target." + target + ".amount", "420");
		this.province.entry(this.id, this.reporter, Entry.Kind.MEASURE, "提升质量", "力争专利申请量达到430件。");
		assertThat(survey().unbound()).singleElement().satisfies((line) -> {
			assertThat(line.isTarget()).isTrue();
			assertThat(line.isBindable()).isFalse();
			assertThat(line.expected()).isEqualTo("420件");
		});
		assertThat(page().select(".mention-list .do a").text()).isEqualTo("正文对：去改工作目标，专利申请量");
	}

	@Test
	void whatNoTextSpeaksOfIsListed() {
		table("IPR01", "400", "IPR02", "180", "IPR07", "0", "CTX02", "68.4", "IPR04", "100");
		achievement("全年专利申请量400件。");
		assertThat(survey().silent()).extracting(Survey.Silent::name)
			.contains("专利授权量", "有效发明专利拥有量", "每万人口有效发明专利拥有量")
			.doesNotContain("专利申请量", "PCT国际专利申请量", "年末常住人口");
		assertThat(page().select(".silent-list code").eachText()).contains("{{专利授权量}}");
	}

	@Test
	void aFigureIsBoundByItsButton() {
		table("IPR01", "400", "IPR02", "180");
		Long entry = achievement("全年专利申请量400件，专利授权量180件。");
		post(List.of("one", key(0)));
		assertThat(source("entry." + entry + ".body")).isEqualTo("全年专利申请量{{专利申请量}}，专利授权量180件。");
		assertThat(passage("entry." + entry + ".body").printed().text()).isEqualTo("全年专利申请量400件，专利授权量180件。");
	}

	@Test
	void theWordsStayAsTheyWereTyped() {
		table("TEC02", "266453.32", "TEC04", "266453.32", "PUB01", "128", "PRJ09", "4872", "IPR01", "2331", "AGR05",
				"2634");
		Long entry = achievement("技术合同成交额266453.32万元。输出技术合同成交额26.645332亿元。举办科普活动128场。"
				+ "争取省级以上科技资金 4872 万元。全年申请专利2,331件。农村科技培训2634人次。");
		post(List.of("all", "true"));
		assertThat(source("entry." + entry + ".body")).isEqualTo("技术合同成交额{{技术合同成交额|万元}}。输出技术合同成交额{{输出技术合同成交额}}。"
				+ "举办科普活动{{科普活动场次}}。争取省级以上科技资金 {{争取省级以上科技资金（合计）|数}} 万元。" + "全年申请专利{{专利申请量}}。农村科技培训{{农村科技培训人次}}。");
		assertThat(passage("entry." + entry + ".body").printed().text())
			.isEqualTo("技术合同成交额266453.32万元。输出技术合同成交额26.645332亿元。举办科普活动128场次。争取省级以上科技资金 4872 万元。全年申请专利2331件。"
					+ "农村科技培训2634人次。");
	}

	@Test
	void whatWouldReadOtherwiseIsNotBoundUnasked() {
		table("TEC02", "266453.32", "ENT02", "29", "IPR02", "181");
		Long entry = achievement("技术合同成交额26.65亿元。新认定高新技术企业近30家。专利授权量180件。");
		Document page = page();
		assertThat(page.select(".mention-list > li")).hasSize(3);
		assertThat(page.select(".mention-list input[checked]")).isEmpty();
		assertThat(page.select("button[name=all]")).isEmpty();
		assertThat(page.select(".mention-list > li").get(0).text()).contains("不一致", "181件", "正文对：去改指标表",
				"指标表对：绑定（181件）");
		assertThat(page.select(".mention-list").text()).contains("绑定后写成 29家", "绑定后写成 26.645332亿元");
		post(List.of("one", key(0)));
		assertThat(source("entry." + entry + ".body")).isEqualTo("技术合同成交额26.65亿元。新认定高新技术企业近30家。专利授权量{{专利授权量}}。");
	}

	@Test
	void aBindingIsTakenBack() {
		table("IPR01", "2331", "IPR02", "180");
		String typed = "全年申请专利2,331件，专利授权量180件：完成任务。";
		Long entry = achievement(typed);
		this.province.write(this.id, this.reporter, "lead", "全年申请专利2331件。");
		MvcTestResult bound = post(List.of("at", key(0), "at", key(1), "at", key(2)));
		String[] undo = (String[]) bound.getMvcResult().getFlashMap().get("undo");
		assertThat(bound.getMvcResult().getFlashMap().get("bound")).isEqualTo(3);
		assertThat(source("entry." + entry + ".body")).doesNotContain("2,331", "180");
		assertThat(restore(undo).getResponse().getStatus()).isEqualTo(302);
		assertThat(source("entry." + entry + ".body")).isEqualTo(typed);
		assertThat(source("lead")).isEqualTo("全年申请专利2331件。");
	}

	@Test
	void aSingleBindingWithACommaIsTakenBack() {
		table("IPR01", "2331");
		this.province.write(this.id, this.reporter, "lead", "全年申请专利2,331件。");
		String[] undo = (String[]) post(List.of("at", key(0))).getMvcResult().getFlashMap().get("undo");
		assertThat(undo).hasSize(1);
		restore(undo);
		assertThat(source("lead")).isEqualTo("全年申请专利2,331件。");
	}

	@Test
	void nothingIsTakenBackFromATextThatWasChangedSince() {
		table("IPR01", "400");
		this.province.write(this.id, this.reporter, "lead", "全年申请专利400件。");
		Long entry = achievement("专利申请量400件。");
		String[] undo = (String[]) post(List.of("all", "true")).getMvcResult().getFlashMap().get("undo");
		this.province.write(this.id, this.reporter, "lead", "今年申请专利{{专利申请量}}。");
		MvcTestResult result = restore(undo);
		assertThat(result.getResponse().getStatus()).isEqualTo(409);
		assertThat(Province.page(result).select("[role=alert]").text()).contains("没有撤销");
		assertThat(source("lead")).isEqualTo("今年申请专利{{专利申请量}}。");
		assertThat(source("entry." + entry + ".body")).isEqualTo("专利申请量{{专利申请量}}。");
	}

	@Test
	void aNewerTextIsAConflictAndNothingIsHalfSaved() {
		table("IPR01", "400", "IPR02", "180");
		this.province.write(this.id, this.reporter, "lead", "全年申请专利400件。");
		Long entry = achievement("专利授权量180件。");
		List<String> seen = List.of("at", key(0), "at", key(1));
		this.province.write(this.id, this.reporter, "lead", "今年申请专利400件。");
		MvcTestResult result = post(seen);
		assertThat(result.getResponse().getStatus()).isEqualTo(409);
		Document page = Province.page(result);
		assertThat(page.select("[role=alert]").text()).contains("什么都没有绑定");
		assertThat(page.select(".mention-list > li")).hasSize(2);
		assertThat(source("lead")).isEqualTo("今年申请专利400件。");
		assertThat(source("entry." + entry + ".body")).isEqualTo("专利授权量180件。");
	}

	@Test
	void aFigureOfTheTableThatChangedMeanwhileIsAConflict() {
		table("IPR01", "400");
		this.province.write(this.id, this.reporter, "lead", "全年申请专利400件。");
		List<String> seen = List.of("at", key(0));
		this.province.write(this.id, this.reporter, "metric.IPR01", "401");
		assertThat(post(seen).getResponse().getStatus()).isEqualTo(409);
		assertThat(source("lead")).isEqualTo("全年申请专利400件。");
	}

	@Test
	void aTextThatWouldGetTooLongIsRefused() {
		table("IPR01", "400");
		this.province.write(this.id, this.reporter, "lead", "专利申请量400件。" + "好".repeat(19_990));
		MvcTestResult result = post(List.of("all", "true"));
		assertThat(result.getResponse().getStatus()).isEqualTo(422);
		assertThat(Province.page(result).select("[role=alert]").text()).contains("最多 20000 字");
	}

	@Test
	void nothingChosenIsRefused() {
		table("IPR01", "400");
		this.province.write(this.id, this.reporter, "lead", "全年申请专利400件。");
		MvcTestResult result = post(List.of());
		assertThat(result.getResponse().getStatus()).isEqualTo(422);
		assertThat(Province.page(result).select("[role=alert]").text()).contains("请先勾选");
	}

	@Test
	void whatOurPageDidNotSendIsRefused() {
		table("IPR01", "400");
		this.province.write(this.id, this.reporter, "lead", "全年申请专利400件。");
		for (String hostile : List.of("x", "lead:0:0:0:IPR01:400", "metric.IPR01:" + "0".repeat(12) + ":0:1:IPR01:400",
				"::::::")) {
			assertThat(post(List.of("at", hostile)).getResponse().getStatus()).isEqualTo(409);
		}
		for (String hostile : List.of("x", "lead:0:-1:5:y", "lead:0:2147483647:2147483647:y", "lead:a:b:c:d",
				"metric.IPR01:0:0:0:9")) {
			assertThat(restore(hostile).getResponse().getStatus()).isEqualTo(409);
		}
		assertThat(source("lead")).isEqualTo("全年申请专利400件。");
	}

	@Test
	void whoDoesNotFillItInDoesNotSeeIt() {
		this.province.submitted();
		for (Person person : List.of(this.province.supervisor(), this.province.administrator(),
				this.province.person("邻县", this.province.counties(1).get(0), Role.REPORTER))) {
			assertThat(this.mvc.get()
				.uri("/reports/{id}/mentions", this.id)
				.accept(MediaType.TEXT_HTML)
				.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(person)))
				.exchange()
				.getResponse()
				.getStatus()).isEqualTo(404);
		}
	}

	@Test
	void aSubmittedReportTakesNoBinding() {
		table("IPR01", "400", "IPR02", "180");
		this.province.submitted();
		List<Entry> entries = this.reports.own(this.id, this.reporter).entries(Entry.Kind.ACHIEVEMENT);
		assertThat(get().getResponse().getRedirectedUrl()).isEqualTo("/reports/" + this.id);
		assertThat(post(List.of("all", "true")).getResponse().getStatus()).isEqualTo(409);
		assertThat(restore("lead:0:0:0:x").getResponse().getStatus()).isEqualTo(409);
		assertThat(this.reports.own(this.id, this.reporter).entries(Entry.Kind.ACHIEVEMENT).get(1).getBody())
			.isEqualTo(entries.get(1).getBody());
	}

	@Test
	void theOutlineCountsWhatIsNotBound() {
		table("IPR01", "400", "IPR02", "180");
		achievement("全年专利申请量400件，专利授权量181件。");
		Document page = Province.page(this.mvc.get()
			.uri("/reports/{id}/plan", this.id)
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(this.reporter)))
			.exchange());
		assertThat(page.select(".outline-more a[href$=/mentions]").text()).isEqualTo("文中数字（2 处未绑定）");
	}

	@Test
	void aVeryLongSentenceIsShownInParts() {
		table("IPR01", "400");
		achievement("经过全县上下共同努力，".repeat(50) + "全年专利申请量400件" + "，各项工作稳步推进".repeat(50) + "。");
		assertThat(page().select(".sentence").text()).startsWith("…")
			.contains("全年专利申请量400件，")
			.endsWith("…")
			.hasSizeLessThan(130);
	}

	@Test
	void aTextIsNeverMarkup() {
		table("IPR01", "400");
		achievement("<b>专利申请量400件</b>，“${7*7}”<script>alert(1)</script>。");
		Document page = page();
		assertThat(page.select(".sentence b, .sentence script")).isEmpty();
		assertThat(page.select(".sentence").text()).contains("<b>专利申请量", "${7*7}");
	}

	@Test
	void aHundredFiguresAreBoundAtOnce() {
		table("IPR01", "400");
		IntStream.range(0, 10).forEach((i) -> achievement("专利申请量400件。\n".repeat(10)));
		assertThat(page().select(".mention-list > li")).hasSize(100);
		assertThat(post(List.of("all", "true")).getMvcResult().getFlashMap().get("bound")).isEqualTo(100);
		assertThat(survey().unbound()).isEmpty();
		assertThat(survey().bound()).hasSize(100);
	}

	@Test
	void anEmptyReportSaysSo() {
		assertThat(page().select(".empty").eachText()).contains("文中没有写到表里的数。", "还没有绑定。");
	}

	private void table(String... figures) {
		for (int i = 0; i < figures.length; i += 2) {
			this.province.write(this.id, this.reporter, "metric." + figures[i], figures[i + 1]);
		}
	}

	private Long achievement(String body) {
		return this.province.entry(this.id, this.reporter, Entry.Kind.ACHIEVEMENT, "标题", body).getId();
	}

	private List<Passage> read() {
		Report report = this.reports.own(this.id, this.reporter);
		return this.mentions.read(report, this.reckoning.vocabulary(report));
	}

	private Passage passage(String field) {
		return read().stream().filter((passage) -> passage.field().equals(field)).findFirst().orElseThrow();
	}

	private Survey survey() {
		return this.mentions.survey(this.reports.own(this.id, this.reporter));
	}

	private String key(int line) {
		return survey().unbound().get(line).key();
	}

	private String source(String field) {
		return passage(field).printed().source();
	}

	private MvcTestResult get() {
		return this.mvc.get()
			.uri("/reports/{id}/mentions", this.id)
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(this.reporter)))
			.exchange();
	}

	private Document page() {
		return Province.page(get());
	}

	private MvcTestResult post(List<String> parameters) {
		return send("/reports/{id}/mentions", parameters);
	}

	private MvcTestResult restore(String... replacements) {
		return send("/reports/{id}/mentions/restoration",
				List.of(replacements).stream().flatMap((one) -> List.of("at", one).stream()).toList());
	}

	private MvcTestResult send(String path, List<String> parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path, this.id)
			.accept(MediaType.TEXT_HTML)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(this.reporter)));
		for (int i = 0; i < parameters.size(); i += 2) {
			request.param(parameters.get(i), parameters.get(i + 1));
		}
		return request.exchange();
	}

}
