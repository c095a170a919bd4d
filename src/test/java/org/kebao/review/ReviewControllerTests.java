package org.kebao.review;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.account.SignedIn;
import org.kebao.report.Entry;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
class ReviewControllerTests {

	private static final List<String> POSTS = List.of("remarks", "remarks/1", "remarks/1/deletion", "return",
			"approval", "reopening");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Reviews reviews;

	@Autowired
	Reports reports;

	@Autowired
	ApplicationContext context;

	Province province;

	@BeforeEach
	void makeWorld() {
		this.province = new Province(this.context);
	}

	@Test
	void theQueueNamesWhatWaits() {
		Report report = this.province.submitted();
		Document page = page(get("/reviews", this.province.supervisor()));
		Element row = page.selectFirst("table.queue tbody tr");
		assertThat(row.text()).contains("县科技局", this.province.period.getTitle(), "周文", "第 1 版", "按时");
		assertThat(row.selectFirst("a.btn").attr("href")).isEqualTo("/reports/%d/review".formatted(report.getId()));
	}

	@Test
	void anEmptyQueueSaysSo() {
		assertThat(page(get("/reviews", this.province.supervisor())).text()).contains("没有等待审核的报告");
	}

	@Test
	void thePageShowsTheWholePaperWithAPlaceForEveryRemark() {
		Report report = this.province.submitted();
		Document page = page(get(address(report), this.province.supervisor()));
		assertThat(page.select("h1").text()).contains("县科技局", this.province.period.getTitle());
		assertThat(page.text()).contains("一年来，全县科技工作稳中有进。", "争取省级以上科技计划项目 63 项。", "一件专利救活一个厂", "企业研发投入不足",
				"省级科技计划项目立项数达到55项", "办好申报培训", "建议加大县级平台支持", "不适用");
		assertThat(page.select("#metric-PRJ01 .now").text()).isEqualTo("14");
		ReadVersion reading = this.reviews.reading(report.getId(), this.province.supervisor(), null);
		assertThat(page.select("input[name=place]").eachAttr("value")).contains("report", "part:metrics",
				"part:suggestions", "metric:PRJ01", "entry:" + reading.content().measures().get(0).id(),
				"target:" + reading.content().targets().get(0).id());
		assertThat(page.select("form[action*=review] input[name=_csrf]"))
			.hasSameSizeAs(page.select("form[action*=review]"));
	}

	@Test
	void aRemarkIsKeptBesideItsPlaceAndSentWithTheReturn() {
		Report report = this.province.submitted();
		Person supervisor = this.province.supervisor();
		MvcTestResult added = post(address(report) + "/remarks", supervisor, "revision", "1", "place", "metric:PRJ01",
				"words", "与统计年报不一致");
		assertThat(added).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(address(report) + "#metric-PRJ01");
		assertThat(page(get(address(report), supervisor)).select("tr.noted .words").text()).isEqualTo("与统计年报不一致");
		MvcTestResult returned = post(address(report) + "/return", supervisor, "revision", "1", "words", "");
		assertThat(returned).hasStatus(HttpStatus.FOUND);
		Document page = page(get(address(report), supervisor));
		assertThat(page.select(".steps").text()).contains("退回", "国家级科技计划项目立项数", "与统计年报不一致");
		assertThat(page.select("form[action*=review]")).isEmpty();
	}

	@Test
	void whatWasTypedStaysWhenItIsRefused() {
		Report report = this.province.submitted();
		Person supervisor = this.province.supervisor();
		String tooLong = "长".repeat(Remark.LONGEST + 1);
		MvcTestResult refused = post(address(report) + "/remarks", supervisor, "revision", "1", "place", "part:plan",
				"words", tooLong);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = page(refused);
		assertThat(page.selectFirst("#words-remark-part-plan").wholeText().strip()).isEqualTo(tooLong);
		assertThat(page.selectFirst("#words-remark-part-plan-error").text()).contains("最多 2000 字");
		assertThat(page.selectFirst("#part-plan details.add").hasAttr("open")).isTrue();
		MvcTestResult empty = post(address(report) + "/return", supervisor, "revision", "1", "words", "");
		assertThat(empty).hasStatus(HttpStatus.CONFLICT);
		assertThat(page(empty).text()).contains("退回至少要有一条意见");
		MvcTestResult hostile = post(address(report) + "/remarks", supervisor, "revision", "1", "place", "report",
				"words", "\u0000\u202e\ufffc");
		assertThat(hostile).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.reviews.reading(report.getId(), supervisor, null).notes()).isEmpty();
	}

	@Test
	void aDecisionOnAnOldVersionShowsTheOldOneAndLeadsToTheNew() {
		Report report = this.province.submitted();
		Person supervisor = this.province.supervisor();
		this.reviews.sendBack(report.getId(), supervisor, 1, "请改");
		this.province.write(report.getId(), this.province.reporter(), "metric.PRJ01", "15");
		this.reports.submit(report.getId(), this.province.reporter());
		MvcTestResult refused = post(address(report) + "/return", supervisor, "revision", "1", "words", "我写了很多");
		assertThat(refused).hasStatus(HttpStatus.CONFLICT);
		Document page = page(refused);
		assertThat(page.selectFirst(".stand").text()).contains("您读的是第 1 版，现在已有第 2 版");
		assertThat(page.select(".stand a").eachAttr("href")).contains(address(report));
		assertThat(page.selectFirst("#kept").text()).isEqualTo("我写了很多");
		assertThat(page.selectFirst("#metric-PRJ01 .now").text()).isEqualTo("14");
		assertThat(page.select("form[action*=review]")).isEmpty();
		assertThat(post(address(report) + "/approval", supervisor, "revision", "1")).hasStatus(HttpStatus.CONFLICT);
		assertThat(post(address(report) + "/approval", supervisor, "revision", "2")).hasStatus(HttpStatus.FOUND);
		Document approved = page(get(address(report), supervisor));
		assertThat(approved.select("form[action$=reopening] textarea[name=words]")).hasSize(1);
		assertThat(approved.select(".diff del").text()).contains("14");
		assertThat(approved.select(".diff ins").text()).contains("15");
	}

	@Test
	void aReportThatWasTakenBackKeepsWhatWasTyped() {
		Report report = this.province.submitted();
		this.reports.withdraw(report.getId(), this.province.reporter());
		MvcTestResult refused = post(address(report) + "/remarks", this.province.supervisor(), "revision", "1", "place",
				"report", "words", "我写了很多");
		assertThat(refused).hasStatus(HttpStatus.CONFLICT);
		assertThat(page(refused).selectFirst("#kept").text()).isEqualTo("我写了很多");
	}

	@Test
	void reopeningNeedsAReason() {
		Report report = this.province.submitted();
		Person supervisor = this.province.supervisor();
		this.reviews.approve(report.getId(), supervisor, 1);
		assertThat(post(address(report) + "/reopening", supervisor, "revision", "1", "words", " "))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(address(report) + "/reopening", supervisor, "revision", "1", "words", "因".repeat(501)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.reports.seen(report.getId(), supervisor).getStatus()).isEqualTo(Report.Status.APPROVED);
		assertThat(post(address(report) + "/reopening", supervisor, "revision", "1", "words", "口径有误"))
			.hasStatus(HttpStatus.FOUND);
	}

	@Test
	void whoSubmittedIsToldThatOthersDecide() {
		Person both = this.province.person("兼任", this.province.city, Role.REPORTER, Role.SUPERVISOR);
		Report report = this.province.draft(this.province.city, this.province.period, both);
		this.reports.submit(report.getId(), both);
		Document page = page(get(address(report), both));
		assertThat(page.text()).contains("须由他人审核");
		assertThat(page.select("form[action*=review]")).isEmpty();
		assertThat(post(address(report) + "/approval", both, "revision", "1")).hasStatus(HttpStatus.CONFLICT);
		assertThat(page(get("/reviews", both)).text()).contains("您报送的，须由他人审核");
	}

	@Test
	void onlySupervisorsOfTheBureauFindIt() {
		Report report = this.province.submitted();
		Person stranger = this.province.person("外人", this.province.bureau("别市", "CITY", this.province.top),
				Role.SUPERVISOR);
		for (Person nobody : List.of(stranger, this.province.reporter(), this.province.administrator())) {
			assertThat(get(address(report), nobody)).hasStatus(HttpStatus.NOT_FOUND);
			for (String post : POSTS) {
				assertThat(
						post(address(report) + "/" + post, nobody, "revision", "1", "words", "意见", "place", "report"))
					.as(post + " by " + nobody.name())
					.hasStatus(HttpStatus.NOT_FOUND);
			}
		}
		assertThat(get("/reviews", this.province.reporter())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(address(report)).accept(MediaType.TEXT_HTML)).hasStatus(HttpStatus.FOUND);
	}

	@Test
	void nothingIsTakenWithoutItsToken() {
		Report report = this.province.submitted();
		for (String post : POSTS) {
			assertThat(this.mvc.post()
				.uri(address(report) + "/" + post)
				.with(SignedIn.as(this.province.supervisor()))
				.param("revision", "1")
				.param("words", "意见")).hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	@Test
	void hostileTextStaysText() {
		Report draft = this.province.draft();
		String hostile = "<script>alert(1)</script>{7*7}{%7*7%}${7*7}[[${T(java.lang.Runtime)}]]𠮷😀";
		this.province.entry(draft.getId(), this.province.reporter(), Entry.Kind.PROBLEM, hostile, hostile);
		this.reports.submit(draft.getId(), this.province.reporter());
		Person supervisor = this.province.supervisor();
		assertThat(post(address(draft) + "/remarks", supervisor, "revision", "1", "place", "part:problems", "words",
				hostile))
			.hasStatus(HttpStatus.FOUND);
		Document page = page(get(address(draft), supervisor));
		assertThat(page.select("main script:not([src])")).isEmpty();
		assertThat(page.select("#part-problems .item h3").last().text()).contains(hostile);
		assertThat(page.select("#part-problems > .say .notes .words").text()).isEqualTo(hostile);
	}

	private MvcTestResult get(String address, Person person) {
		return this.mvc.get().uri(address).with(SignedIn.as(person)).exchange();
	}

	private MvcTestResult post(String address, Person person, String... form) {
		var request = this.mvc.post().uri(address).with(SignedIn.as(person)).with(csrf());
		for (int i = 0; i < form.length; i += 2) {
			request = request.param(form[i], form[i + 1]);
		}
		return request.exchange();
	}

	/** The page, which has what every page must have. */
	private static Document page(MvcTestResult result) {
		return Province.page(result);
	}

	private static String address(Report report) {
		return "/reports/%d/review".formatted(report.getId());
	}

}
