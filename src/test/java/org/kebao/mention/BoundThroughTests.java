package org.kebao.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.DemoTest;
import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.amount.Amount;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.Vocabulary;
import org.kebao.script.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo's reports: the approved one is bound through, the half-filled one shows what
 * the page 文中数字 is for.
 */
@DemoTest
class BoundThroughTests {

	@Autowired
	private Mentions mentions;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private Report report;

	private Vocabulary vocabulary;

	private List<Passage> passages;

	@BeforeEach
	void read() {
		read("qinglan", "QL");
	}

	private void read(String username, String bureau) {
		Long id = this.jdbc.sql("""
				select r.id from reports r join bureaus b on b.id = r.bureau_id
				join reporting_periods p on p.id = r.period_id
				where b.code = :code and p.closed_at is null""").param("code", bureau).query(Long.class).single();
		Person reporter = this.accounts.person(username).orElseThrow();
		this.report = this.reports.own(id, reporter);
		this.vocabulary = this.reckoning.vocabulary(this.report);
		this.passages = this.mentions.read(this.report, this.vocabulary);
	}

	@Test
	void noFigureOfTheApprovedReportThatItsTableHoldsIsLiteral() {
		assertThat(this.report.getStatus()).isEqualTo(Report.Status.APPROVED);
		assertThat(this.passages.stream()
			.flatMap((passage) -> passage.mentions()
				.stream()
				.filter(Mention::isUnbound)
				.map((mention) -> passage.place() + " " + mention.figure().span().of(passage.printed().text()) + " "
						+ mention.metric().getName())))
			.isEmpty();
	}

	/** What the reader of prose might overlook: a number of the table, digit by digit. */
	@Test
	void noNumberOfTheTableStandsInItByHand() {
		List<String> found = new ArrayList<>();
		this.vocabulary.catalogue()
			.asked()
			.forEach((metric) -> this.vocabulary.catalogue().given(metric, this.report.given()).ifPresent((given) -> {
				// small counts are other things too
				Stream
					.of(Amount.print(given.amount()) + metric.getUnit(), Amount.spell(given.amount(), metric.getUnit()))
					.filter((words) -> words.chars().filter(Character::isDigit).count() > 2)
					.forEach((words) -> this.passages.stream()
						.filter((passage) -> isLiteral(passage, words))
						.forEach((passage) -> found.add(passage.place() + " " + words)));
			}));
		assertThat(found).isEmpty();
	}

	private static boolean isLiteral(Passage passage, String words) {
		String text = passage.printed().text();
		for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
			boolean whole = at == 0 || !Character.isDigit(text.charAt(at - 1));
			if (whole && !passage.printed().isBound(new Span(at, words.length()))) {
				return true;
			}
		}
		return false;
	}

	@Test
	void everyTokenOfTheDemoStatesSomething() {
		assertThat(this.passages.stream().flatMap((passage) -> passage.printed().places().stream()).count())
			.isGreaterThan(80);
		assertThat(this.passages).allSatisfy((passage) -> assertThat(passage.printed().troubles()).isEmpty());
		read("reporter", "WC");
		assertThat(this.passages).allSatisfy((passage) -> assertThat(passage.printed().troubles()).isEmpty());
	}

	@Test
	void itsPaperReadsAsIfItWereTyped() {
		Passage lead = this.passages.stream()
			.filter((passage) -> passage.field().equals("lead"))
			.findFirst()
			.orElseThrow();
		assertThat(lead.printed().text())
			.contains("全区有效期内高新技术企业266家，省级以上创新平台61家，全年技术合同成交额266453.32万元，争取省级以上科技资金4872万元，主要目标任务总体完成。");
		assertThat(this.passages.stream().map((passage) -> passage.printed().text()))
			.anyMatch((text) -> text.contains("新认定98家，比上年增长11.4%；年末有效期内高新技术企业266家，比上年增长9.9%"))
			.anyMatch((text) -> text.contains("培训2634人次，比上年下降2.9%；直接带动农户900户"));
	}

	@Test
	void theHalfFilledReportHasOneFigureThatAgreesAndOneThatDoesNot() {
		read("reporter", "WC");
		Survey survey = this.mentions.survey(this.report);
		assertThat(survey.unbound()).extracting((line) -> line.quote().words() + " " + line.mention().stance())
			.containsExactly("5214户 DIFFERS", "148个 AGREES");
		assertThat(survey.bound()).hasSizeGreaterThan(10);
		assertThat(survey.silent()).isNotEmpty();
	}

}
