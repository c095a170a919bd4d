package org.kebao.report;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.refusal.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
class LimitsTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	@Autowired
	private Fields fields;

	@Autowired
	private JdbcClient jdbc;

	private Province province;

	private Person reporter;

	private Long id;

	@BeforeEach
	void open() {
		this.province = new Province(this.context);
		this.reporter = this.province.reporter();
		this.id = this.province.draft().getId();
	}

	@Test
	void aReportThatIsFullTakesWhatMakesItShorterAndSaysByHowMuchTheRestIsTooLong() {
		Long first = entry();
		Long second = entry();
		write(first, "字".repeat(150_000));
		int left = Limits.CHARACTERS - report().characters();
		Saving refused = save(second, "字".repeat(left + 1), "");
		assertThat(refused.outcome()).isEqualTo(Saving.Outcome.REFUSED);
		assertThat(refused.message()).contains("200,000").contains("超出 1 字");
		assertThat(refused.text()).as("what stands there").isEmpty();
		assertThat(save(second, "字".repeat(left), "").outcome()).isEqualTo(Saving.Outcome.SAVED);
		assertThat(report().characters()).isEqualTo(Limits.CHARACTERS);
		assertThat(save(second, "字".repeat(left - 5), "字".repeat(left)).outcome()).isEqualTo(Saving.Outcome.SAVED);
	}

	@Test
	void itIsToldBefore() {
		assertThat(page()).doesNotContain("还可以写");
		write(entry(), "字".repeat(170_000));
		assertThat(page()).contains("还可以写");
	}

	@Test
	void entriesAndTargetsHaveANumber() {
		fill();
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reports.write(this.id, this.reporter, Right.WORDS,
					(draft) -> draft.addEntry(Entry.Kind.ACHIEVEMENT)))
			.withMessageContaining("最多 200 项成效");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reports.write(this.id, this.reporter, Right.WORDS, (draft) -> draft.addTarget()))
			.withMessageContaining("最多 200 项工作目标");
		assertThat(page()).contains("已满，不能再增加");
		Long last = report().entries(Entry.Kind.ACHIEVEMENT).get(199).getId();
		this.reports.write(this.id, this.reporter, Right.WORDS, (draft) -> draft.deleteEntry(last, true));
		this.reports.write(this.id, this.reporter, Right.WORDS, (draft) -> draft.addEntry(Entry.Kind.ACHIEVEMENT));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reports.write(this.id, this.reporter, Right.WORDS,
					(draft) -> draft.deleteEntry(last, false)))
			.withMessageContaining("满了");
		assertThat(report().entries(Entry.Kind.ACHIEVEMENT)).hasSize(200);
	}

	@Test
	void whatWasTypedBesideTheRefusedEntryIsSaved() {
		fill();
		String lead = report().getLead();
		assertThat(this.mvc.post()
			.uri("/reports/{id}/entries", this.id)
			.with(csrf())
			.with(authentication(this.province.signedIn(this.reporter)))
			.param("kind", "ACHIEVEMENT")
			.param("lead", "新写的开头。")
			.param("base.lead", Saving.version(lead))).hasStatus(409).bodyText().contains("最多 200 项成效");
		assertThat(report().getLead()).isEqualTo("新写的开头。");
	}

	@Test
	void whatIsCarriedOverHasRoomToo() {
		Report before = this.province.draft(this.province.county, this.province.period(this.province.year() - 1, 5),
				this.reporter);
		this.jdbc.sql("update reports set status = 'APPROVED' where id = ?").param(before.getId()).update();
		fill();
		Set<Long> all = Set.copyOf(this.jdbc.sql("select id from entries where report_id = ? and kind = 'ACHIEVEMENT'")
			.param(before.getId())
			.query(Long.class)
			.list());
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reports.carryOver(this.id, this.reporter,
					new Carrying(all, Set.of(), Set.of(), false, false)))
			.withMessageContaining("最多 200 项成效");
		assertThat(report().entries(Entry.Kind.ACHIEVEMENT)).hasSize(200);
	}

	private void fill() {
		this.jdbc.sql("""
				insert into entries (report_id, kind, heading, body, position, deleted, carried_untouched)
				select :report, 'ACHIEVEMENT', '标题', '', 100 + i, false, false
				from generate_series(1, 200 - :there) i""")
			.param("report", this.id)
			.param("there", report().entries(Entry.Kind.ACHIEVEMENT).size())
			.update();
		this.jdbc.sql("""
				insert into plan_targets (report_id, aim, words, position, deleted, carried_untouched)
				select :report, 'WORDS', '目标', 100 + i, false, false from generate_series(1, 200 - :there) i""")
			.param("report", this.id)
			.param("there", report().targets().size())
			.update();
	}

	private Report report() {
		return this.reports.own(this.id, this.reporter);
	}

	private Long entry() {
		return this.reports
			.write(this.id, this.reporter, Right.WORDS, (draft) -> draft.addEntry(Entry.Kind.ACHIEVEMENT))
			.getId();
	}

	private void write(Long entry, String text) {
		this.province.write(this.id, this.reporter, "entry." + entry + ".body", text);
	}

	private Saving save(Long entry, String text, String before) {
		return this.fields
			.save(this.id, this.reporter,
					List.of(new Saving.Wish("entry." + entry + ".body", text, Saving.version(before))))
			.get(0);
	}

	private String page() {
		return new String(this.mvc.get()
			.uri("/reports/{id}/achievements", this.id)
			.with(authentication(this.province.signedIn(this.reporter)))
			.exchange()
			.getResponse()
			.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
