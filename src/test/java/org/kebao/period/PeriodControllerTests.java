package org.kebao.period;

import java.time.LocalDate;
import java.util.Map;

import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.kebao.HouseTest;
import org.kebao.ValidHtml;
import org.kebao.account.People;
import org.kebao.account.SignedIn;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
@Transactional
@RecordApplicationEvents
class PeriodControllerTests {

	private static final LocalDate DUE = LocalDate.of(2099, 12, 10);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Periods periods;

	@Autowired
	Bureaus bureaus;

	@Autowired
	EntityManager entities;

	@Autowired
	ApplicationEvents events;

	private Bureau city;

	private Bureau county;

	private Long id;

	@BeforeEach
	void plan() {
		LocalDate start = LocalDate.of(2024, 1, 1);
		this.city = this.bureaus.found("T-CITY", "某市科技局", "CITY", null, 1, start, null);
		this.county = this.bureaus.found("T-COUNTY", "某县科技局", "COUNTY", this.city.getId(), 1, start, null);
		this.id = this.periods.plan(2099, PeriodKind.ANNUAL, DUE).getId();
	}

	@Test
	void everyPageIsValidHtml() throws Exception {
		assertValid("");
		assertValid("/new");
		assertValid("/" + this.id);
		post("/" + this.id + "/opening", Map.of());
		extend(Map.of());
		assertValid("/" + this.id);
		post("/" + this.id + "/closing", Map.of());
		assertValid("/" + this.id);
	}

	@Test
	void existsForNobodyButAnAdministrator() {
		assertThat(this.mvc.post()
			.uri("/admin/periods/{id}/opening", this.id)
			.with(SignedIn.as(People.supervisor(this.city.getId())))
			.with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(
				this.mvc.post().uri("/admin/periods/{id}/opening", this.id).with(SignedIn.as(People.administrator())))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(period().isPlanned()).isTrue();
	}

	@Test
	void plansAPeriodOnce() {
		assertThat(post("", Map.of("year", "2098", "kind", "FIRST_HALF", "dueOn", "2098-07-05")))
			.hasStatus3xxRedirection();
		assertThat(this.periods.find(new PeriodKey(2098, PeriodKind.FIRST_HALF))).isPresent();
		assertThat(post("", Map.of("year", "2098", "kind", "FIRST_HALF", "dueOn", "2098-07-06")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("2098年上半年已经有了", "value=\"2098-07-06\"");
	}

	@Test
	void offersAndPlansOnlyKindsThatAreInUse() throws Exception {
		Map<String, String> quarter = Map.of("year", "2098", "kind", "FIRST_QUARTER", "dueOn", "2098-04-05");
		assertThat(post("", quarter)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有启用一季度报告", "value=\"2098-04-05\"")
			.doesNotContain(">一季度</option>");
		assertThat(post("/kinds/FIRST_QUARTER/switch", Map.of("active", "true"))).hasStatus3xxRedirection();
		assertValid("");
		assertThat(post("", quarter)).hasStatus3xxRedirection();
		assertThat(post("/kinds/FIRST_QUARTER/switch", Map.of("active", "false"))).hasStatus3xxRedirection();
		assertThat(this.periods.find(new PeriodKey(2098, PeriodKind.FIRST_QUARTER))).isPresent();
		assertThat(this.periods.kinds()).doesNotContain(PeriodKind.FIRST_QUARTER);
	}

	@Test
	void refusesYearsThatCannotBeMeantAndWhatIsMissing() {
		assertThat(post("", Map.of("year", "20266", "kind", "", "dueOn", "")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("年份在 2000 到 2100 之间", "请选类型", "请填截止日期", "value=\"20266\"");
	}

	@Test
	void openingTellsTheHouseAndSoDoesAskingNewBureaus() {
		post("/" + this.id + "/opening", Map.of());
		assertThat(period().isOpen()).isTrue();
		post("/" + this.id + "/new-bureaus", Map.of());
		assertThat(this.events.stream(PeriodOpened.class)).containsExactly(new PeriodOpened(this.id),
				new PeriodOpened(this.id));
	}

	@Test
	void opensWithADueDateInThePastButWarns() {
		Long past = this.periods.plan(2001, PeriodKind.ANNUAL, LocalDate.of(2001, 12, 10)).getId();
		assertThat(post("/" + past + "/opening", Map.of())).flash()
			.containsEntry("flash", "报告期已开启，各机构可以填报。注意：截止日期 2001-12-10 已过");
	}

	@Test
	void aStepOutOfTurnIsAConflictAndChangesNothing() {
		assertThat(post("/" + this.id + "/closing", Map.of())).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("没有执行");
		assertThat(post("/" + this.id + "/new-bureaus", Map.of())).hasStatus(HttpStatus.CONFLICT);
		post("/" + this.id + "/opening", Map.of());
		assertThat(post("/" + this.id + "/opening", Map.of())).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.events.stream(PeriodOpened.class)).hasSize(1);
	}

	@Test
	void closesAndOpensAgain() {
		post("/" + this.id + "/opening", Map.of());
		assertThat(post("/" + this.id + "/closing", Map.of())).hasRedirectedUrl("/admin/periods/" + this.id);
		assertThat(period().isClosed()).isTrue();
		post("/" + this.id + "/opening", Map.of());
		assertThat(period().isOpen()).isTrue();
	}

	@Test
	void changesTheDueDateOfTheVersionThatWasSeen() {
		String version = String.valueOf(period().getVersion());
		assertThat(post("/" + this.id + "/due-date", Map.of("dueOn", "2099-12-20", "version", version)))
			.hasStatus3xxRedirection();
		this.entities.flush();
		assertThat(post("/" + this.id + "/due-date", Map.of("dueOn", "2099-12-30", "version", version)))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("现在的截止日期是 2099-12-20", "value=\"2099-12-30\"");
		assertThat(period().getDueOn()).isEqualTo("2099-12-20");
	}

	@Test
	void extendsOneBureauAndTakesItBack() {
		assertThat(extend(Map.of())).hasStatus3xxRedirection();
		assertThat(period().dueFor(this.county.getId())).isEqualTo("2099-12-15");
		assertThat(this.bureaus.find(this.county.getId())).isPresent();
		post("/" + this.id + "/extensions/" + this.county.getId() + "/withdrawal", Map.of());
		assertThat(period().dueFor(this.county.getId())).isEqualTo(DUE);
	}

	@Test
	void refusesAnExtensionThatIsNotLaterOrHasNoReasonOrNoFilingBureau() {
		assertThat(extend(Map.of("until", "2099-12-10"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("须晚于截止日期 2099-12-10");
		assertThat(extend(Map.of("reason", " "))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请填原因");
		assertThat(extend(Map.of("bureauId", String.valueOf(this.city.getId()), "reason", "写过的原因")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("这个机构不填报告", "value=\"写过的原因\"");
		assertThat(period().getExtensions()).isEmpty();
	}

	@Test
	void keepsABureauThatHasAnExtension() {
		extend(Map.of());
		this.entities.flush();
		assertThat(this.periods.reasonToKeep(this.county.getId())).contains("已有延期记录");
		assertThat(this.periods.reasonToKeep(this.city.getId())).isEmpty();
	}

	@Test
	void everyChangeIsOnRecord() {
		post("/" + this.id + "/opening", Map.of());
		extend(Map.of());
		this.entities.flush();
		assertThat(this.entities
			.createNativeQuery("select detail from audit_entries where subject = '2099年度' order by id", String.class)
			.getResultList()).containsExactly("新建，截止 2099-12-10", "开启", "某县科技局 延期至 2099-12-15：机构合并");
	}

	private ReportingPeriod period() {
		return this.periods.find(this.id).orElseThrow();
	}

	private void assertValid(String path) throws Exception {
		MvcTestResult page = this.mvc.get()
			.uri("/admin/periods" + path)
			.with(SignedIn.as(People.administrator()))
			.exchange();
		assertThat(page).hasStatusOk();
		assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).as(path).isEmpty();
	}

	private MvcTestResult extend(Map<String, String> typed) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.setAll(Map.of("bureauId", String.valueOf(this.county.getId()), "until", "2099-12-15", "reason", "机构合并"));
		form.setAll(typed);
		return post("/" + this.id + "/extensions", form.toSingleValueMap());
	}

	private MvcTestResult post(String path, Map<String, String> typed) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.setAll(typed);
		return this.mvc.post()
			.uri("/admin/periods" + path)
			.params(form)
			.with(SignedIn.as(People.administrator()))
			.with(csrf())
			.exchange();
	}

}
