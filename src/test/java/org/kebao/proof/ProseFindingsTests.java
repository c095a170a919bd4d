package org.kebao.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.check.Checks;
import org.kebao.check.Explained;
import org.kebao.field.Saving;
import org.kebao.period.PeriodKind;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Entry;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found in sentences, each typed into an achievement of its own, or a measure of
 * the plan, of a report whose table is filled in.
 */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class ProseFindingsTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Checks checks;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	/** The sentences by what they are typed into. */
	private final Map<String, List<Case>> cases = new LinkedHashMap<>();

	/** What was found, by the field. */
	private final Map<String, List<Finding>> found = new LinkedHashMap<>();

	/**
	 * A sentence.
	 *
	 * @param expected what is to be found, a line each: the check, the message, and after
	 * an arrow what mending makes of the words
	 */
	private record Case(String field, String text, List<String> expected) {
	}

	@BeforeAll
	void type() throws IOException {
		this.province = new Province(this.context);
		Person reporter = this.province.reporter();
		ReportingPeriod before = this.province.period(this.province.year() - 1, 10);
		Report past = this.province.report(this.province.county, before);
		values(past.getId(),
				"IPR01=290 IPR02=150 IPR04=100 TEC02=6300.5 ENT01=40 ENT07=20 PRJ04=50 PRJ05=0 RDI01=12.4 CTX01=500");
		approve(past.getId());
		Report annual = this.province.report(this.province.county, this.province.period);
		values(annual.getId(),
				"PRJ01=14 PRJ02=49 PRJ04=63 PRJ05=5 PRJ09=1642 IPR01=400 IPR02=180 TEC02=8209.39 ENT01=43 ENT07=40 TEC06=30 RDI01=14 CTX01=520");
		this.province.write(annual.getId(), reporter, "metric.TEC06.certainty", "ESTIMATED");
		String target = "target."
				+ this.reports.write(annual.getId(), reporter, Right.WORDS, (draft) -> draft.addTarget()).getId();
		this.province.write(annual.getId(), reporter, target + ".metric", "IPR02");
		this.province.write(annual.getId(), reporter, target + ".amount", "200");
		ReportingPeriod half = this.province.period(this.province.year() + 1, PeriodKind.FIRST_HALF, 10);
		Report first = this.province.report(this.province.county, half);
		values(first.getId(), "IPR01=100 TEC02=6000 ENT07=30");
		goals(first.getBureauId(), half.getYear(), "IPR01=400 TEC02=8000 ENT07=70");
		Report pastHalf = this.province.report(this.province.county,
				this.province.period(before.getYear(), PeriodKind.FIRST_HALF, 10));
		values(pastHalf.getId(), "ENT01=30");
		approve(pastHalf.getId());
		Report three = this.province.report(this.province.county,
				this.province.period(before.getYear(), PeriodKind.THREE_QUARTERS, 10));
		values(three.getId(), "ENT01=33 IPR01=250 TEC02=6000");
		goals(first.getBureauId(), before.getYear(), "IPR01=400 TEC02=6000");
		String part = "";
		List<String> lines = new ClassPathResource("prose-findings.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.toList();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (line.startsWith("== ")) {
				part = line.substring(3);
			}
			else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("  ")) {
				List<String> expected = new ArrayList<>();
				while (i + 1 < lines.size() && lines.get(i + 1).startsWith("  ")) {
					expected.add(lines.get(++i).strip());
				}
				Long id = (part.startsWith("half") ? first : part.startsWith("three") ? three : annual).getId();
				Entry.Kind kind = part.endsWith("plan") ? Entry.Kind.MEASURE : Entry.Kind.ACHIEVEMENT;
				Entry entry = this.province.entry(id, reporter, kind, "推进工作", line);
				this.cases.computeIfAbsent(part, (any) -> new ArrayList<>())
					.add(new Case("entry." + entry.getId() + ".body", line, expected));
			}
		}
		for (Long id : List.of(annual.getId(), first.getId(), three.getId())) {
			Report report = this.reports.own(id, reporter);
			this.checks.findings(report, this.reckoning.vocabulary(report))
				.stream()
				.map(Explained::finding)
				.filter((finding) -> finding.spot() != null)
				.forEach((finding) -> this.found.computeIfAbsent(finding.spot().field(), (any) -> new ArrayList<>())
					.add(finding));
		}
	}

	@TestFactory
	Stream<DynamicTest> whatIsWrongWithASentenceIsFoundAndNothingElse() {
		return this.cases.entrySet()
			.stream()
			.flatMap((part) -> part.getValue()
				.stream()
				.map((one) -> DynamicTest.dynamicTest(part.getKey() + ": " + one.text(),
						() -> assertThat(told(one)).containsExactlyElementsOf(one.expected()))));
	}

	@Test
	void thereAreManyOfThem() {
		assertThat(this.cases.values().stream().flatMap(List::stream)).hasSizeGreaterThan(80);
	}

	@Test
	void whereOneOfTwoSidesMayBeRightBothAreOfferedAlike() {
		assertThat(spots()).isNotEmpty().allSatisfy((spot) -> {
			List<Choice.Kind> kinds = spot.choices().stream().map(Choice::kind).toList();
			if (spot.against() != null) {
				assertThat(kinds).first().isIn(Choice.Kind.FILL, Choice.Kind.LOOK);
				assertThat(spot.choices()).filteredOn((choice) -> choice.kind() == Choice.Kind.MEND)
					.allSatisfy((choice) -> assertThat(choice.label())
						.isEqualTo("%s对：改成“%s”".formatted(spot.against().name(), spot.mend())));
			}
		});
		assertThat(spots()).flatExtracting(Spot::choices)
			.extracting(Choice::label)
			.contains("正文对：把指标表改成380件", "指标表对：改成“400件”", "指标表对：绑定指标", "正文对：去改指标表", "总数对：去改分项", "分项对：改成“64项”",
					"正文对：把指标表改成9000万元", "正文对：去改工作目标");
	}

	@Test
	void whatIsOfferedToTheTableIsWhatTheTextSaysInTheUnitOfTheTable() {
		assertThat(spots().stream().map(Spot::fill).filter(Objects::nonNull)).isNotEmpty().allSatisfy((fill) -> {
			assertThat(fill.told()).startsWith(fill.text()).isNotEqualTo(fill.then());
			assertThat(fill.base()).isEqualTo(Saving.version(fill.was()));
		});
		assertThat(spots()).filteredOn((spot) -> spot.words().matches("近.*|超过.*|.*以上|3\\.1%|1 79件"))
			.extracting(Spot::fill)
			.as("about so much, or computed")
			.containsOnlyNulls();
	}

	private List<Spot> spots() {
		return this.found.values().stream().flatMap(List::stream).map(Finding::spot).toList();
	}

	private List<String> told(Case one) {
		return this.found.getOrDefault(one.field(), List.of()).stream().map(ProseFindingsTests::told).toList();
	}

	/**
	 * What the text alone betrays has the words of its reader, which are tested there.
	 */
	private static String told(Finding finding) {
		Spot spot = Objects.requireNonNull(finding.spot());
		boolean own = !finding.metrics().isEmpty() || finding.rule().equals(ProseCheck.TOKEN.code());
		String mends = spot.edits()
			.stream()
			.map((edit) -> " → %s ⇒ %s".formatted(edit.was(), edit.text()))
			.collect(Collectors.joining());
		return "%s [%s]%s%s%s".formatted(finding.rule().substring("TEXT-".length()), spot.words(),
				own ? " " + finding.message() : "", mends, (spot.token() != null) ? " ⇔ " + spot.token() : "");
	}

	private void values(Long id, String text) {
		for (String value : text.split(" ")) {
			this.province.write(id, this.province.reporter(), "metric." + value.split("=")[0], value.split("=")[1]);
		}
	}

	private void approve(Long id) {
		this.jdbc.sql("update reports set status = 'APPROVED', approved_at = now(), revisions = 1 where id = ?")
			.param(id)
			.update();
	}

	private void goals(Long bureau, int year, String text) {
		for (String goal : text.split(" ")) {
			this.jdbc
				.sql("""
						insert into promises (version, bureau_id, year, planned, origin, kind, assigned_by, text, metric_id, aim, amount,
						formula, goal, unit, position, dropped)
						select 0, :bureau, :year, 'ANNUAL', 'ASSIGNED', 'TARGET', :by, name, id, 'AMOUNT', :goal, '', :goal, unit, 1, false
						from metrics where code = :code""")
				.param("bureau", bureau)
				.param("year", year)
				.param("by", this.province.city)
				.param("goal", new java.math.BigDecimal(goal.split("=")[1]))
				.param("code", goal.split("=")[0])
				.update();
		}
	}

}
