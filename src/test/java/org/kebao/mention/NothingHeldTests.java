package org.kebao.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.check.Checks;
import org.kebao.field.Saving;
import org.kebao.report.Entry;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

/**
 * Whoever reads prose holds no connection and no lock meanwhile, and reads a text once.
 */
@HouseTest
class NothingHeldTests {

	private static final AtomicInteger TEXTS = new AtomicInteger();

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Checks checks;

	@MockitoSpyBean
	private Readings readings;

	private final List<String> read = Collections.synchronizedList(new ArrayList<>());

	private final List<String> readWhileHolding = Collections.synchronizedList(new ArrayList<>());

	private Province province;

	private Person reporter;

	private Long id;

	private Long entry;

	@BeforeEach
	void watch() {
		this.province = new Province(this.context);
		this.reporter = this.province.reporter();
		this.id = this.province.draft().getId();
		this.entry = this.province.entry(this.id, this.reporter, Entry.Kind.ACHIEVEMENT, "", "").getId();
		doAnswer((reading) -> {
			String text = reading.getArgument(0);
			this.read.add(text);
			if (TransactionSynchronizationManager.isActualTransactionActive()) {
				this.readWhileHolding.add(text);
			}
			return reading.callRealMethod();
		}).when(this.readings).readAnew(any(), any(), any());
	}

	@TestFactory
	Stream<DynamicTest> nobodyHoldsTheDatabaseWhileHeReads() {
		String report = "/reports/" + this.id;
		Map<String, Object> plain = Map.of("part", "achievements", "metric.PRJ01", "很多", "base.metric.PRJ01", "");
		return Stream
			.of(Map.entry("/achievements", get(report + "/achievements")), Map.entry("/metrics", get(report)),
					Map.entry("/mentions", get(report + "/mentions")),
					Map.entry("/submission", get(report + "/submission")),
					Map.entry("a saved text", json("lead", "今年举办第一批培训班20期，其中线上8期、线下13期。")),
					Map.entry("a saved figure", json("metric.PRJ01", "15")),
					Map.entry("an explanation", json("explanation.TEXT-SUM.0123456789abcdef", "口径不同，另有说明。")),
					Map.entry("a refused form", post(report + "/fields", plain)),
					Map.entry("a mend",
							post(report + "/mends", Map.of("part", "achievements", "mend", "TEXT-SUM.0/0"))),
					Map.entry("a binding", post(report + "/mentions", Map.of("all", ""))),
					Map.entry("a submission", post(report + "/submission", Map.of())))
			.map((request) -> DynamicTest.dynamicTest(request.getKey(), () -> {
				String text = change();
				MvcTestResult result = request.getValue().exchange();
				assertThat(result.getResponse().getStatus()).isLessThan(500);
				assertThat(this.read).as("it was read at all").contains(text);
				assertThat(this.readWhileHolding).isEmpty();
			}));
	}

	@Test
	void anExplanationBesideTheTextItIsAboutIsWeighedWhenThatIsSaved() {
		String text = "今年举办第%d批讲座20期，其中线上8期、线下13期。".formatted(TEXTS.incrementAndGet());
		this.province.write(this.id, this.reporter, "entry." + this.entry + ".body", text);
		Report whole = this.reports.own(this.id, this.reporter);
		String key = this.checks.findings(whole, this.reckoning.vocabulary(whole))
			.stream()
			.map((one) -> one.finding().key())
			.filter((one) -> one.startsWith("TEXT-SUM"))
			.findFirst()
			.orElseThrow();
		this.province.write(this.id, this.reporter, "entry." + this.entry + ".body", "");
		assertThat(json(Map.of("entry." + this.entry + ".body", text, "explanation." + key, "线上线下有一期重复计算，故不相加。"))
			.exchange()).hasStatusOk();
		whole = this.reports.own(this.id, this.reporter);
		assertThat(this.checks.findings(whole, this.reckoning.vocabulary(whole)))
			.filteredOn((one) -> one.finding().key().equals(key))
			.singleElement()
			.satisfies((one) -> assertThat(one.isFallen()).isFalse());
		assertThat(this.readWhileHolding).isEmpty();
	}

	@Test
	void aWishThatNamesNothingLeavesNothingSaved() {
		assertThat(json(Map.of("lead", "不该保存的开头。", "explanation.nonsense", "不该保存的说明文字。")).exchange()).hasStatus(400);
		assertThat(this.reports.own(this.id, this.reporter).getLead()).isNotEqualTo("不该保存的开头。");
	}

	@Test
	void whatWasReadOnceIsReadNoMore() {
		String text = change();
		get("/reports/" + this.id + "/achievements").exchange();
		get("/reports/" + this.id + "/mentions").exchange();
		json("idea", "以高质量发展为主线，第%d次修改。".formatted(TEXTS.incrementAndGet())).exchange();
		assertThat(this.read).containsOnlyOnce(text);
	}

	/** A text nobody has read yet, so long that earlier it was never remembered. */
	private String change() {
		String text = "今年举办第%d批培训班20期，其中线上8期、线下13期。".formatted(TEXTS.incrementAndGet()) + "一年来，各项工作稳步推进。".repeat(1000);
		this.province.write(this.id, this.reporter, "entry." + this.entry + ".body", text);
		this.read.clear();
		this.readWhileHolding.clear();
		return text;
	}

	private MockMvcRequestBuilder get(String address) {
		return signedIn(this.mvc.get().uri(address));
	}

	private MockMvcRequestBuilder post(String address, Map<String, Object> parameters) {
		MockMvcRequestBuilder request = signedIn(this.mvc.post().uri(address))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED);
		parameters.forEach((name, value) -> request.param(name, value.toString()));
		return request;
	}

	private MockMvcRequestBuilder json(String field, String text) {
		return json(Map.of(field, text));
	}

	private MockMvcRequestBuilder json(Map<String, String> texts) {
		String fields = texts.entrySet()
			.stream()
			.map((text) -> "{\"field\": \"%s\", \"text\": \"%s\", \"base\": \"%s\"}".formatted(text.getKey(),
					text.getValue(), Saving.version(now(text.getKey()))))
			.reduce((one, other) -> one + ", " + other)
			.orElseThrow();
		return signedIn(this.mvc.post().uri("/reports/{id}/fields", this.id)).contentType(MediaType.APPLICATION_JSON)
			.content("{\"fields\": [%s]}".formatted(fields));
	}

	private String now(String field) {
		Report report = this.reports.own(this.id, this.reporter);
		return switch (field) {
			case "lead" -> report.getLead();
			case "idea" -> report.getIdea();
			case "metric.PRJ01" -> "14";
			default -> "";
		};
	}

	private MockMvcRequestBuilder signedIn(MockMvcRequestBuilder request) {
		return request.with(SecurityMockMvcRequestPostProcessors.csrf())
			.with(SecurityMockMvcRequestPostProcessors.authentication(this.province.signedIn(this.reporter)));
	}

}
