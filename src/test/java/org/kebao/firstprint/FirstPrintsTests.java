package org.kebao.firstprint;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import org.kebao.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A house that approved papers before prints were kept is started with a newer build.
 */
class FirstPrintsTests {

	private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

	private final JdbcConnectionDetails database = new TestDatabase().testDatabase("off");

	private final SimpleDriverDataSource source = new SimpleDriverDataSource(new org.postgresql.Driver(),
			this.database.getJdbcUrl(), this.database.getUsername(), this.database.getPassword());

	private final JdbcClient jdbc = JdbcClient.create(this.source);

	private FluentConfiguration flyway() {
		return Flyway.configure().dataSource(this.source).javaMigrations(new FirstPrints(CLOCK));
	}

	/**
	 * A revision after a template, as if it had been approved, without all else there
	 * would be.
	 */
	private void approved(long id, KeptPaper paper, String sha256) {
		this.jdbc.sql("""
				set session_replication_role = replica;
				insert into revisions (id, report_id, number, content, sha256, created_at, created_by)
				overriding system value values (:id, :id, 1, :content, :sha256, :at, 1);
				insert into summary_template_versions (id, template_id, number, text, numbering, saved_at)
				overriding system value values (1000 + :id, 1000 + :id, 1, :text, :numbering, now());
				insert into summary_pins (revision_id, template_version_id) values (:id, 1000 + :id)""")
			.param("id", id)
			.param("content", paper.content())
			.param("sha256", sha256)
			.param("at", Timestamp.from(paper.date().atStartOfDay(CLOCK.getZone()).toInstant()))
			.param("text", paper.template())
			.param("numbering", paper.numbering().name())
			.update();
		for (Document.CheckTable.Row row : paper.annex()) {
			this.jdbc
				.sql("""
						set session_replication_role = replica;
						insert into frozen_findings (report_id, revision_id, position, finding_key, rule, title, metrics, message,
						  instruction, words, written_by, verdict, verdict_words, place, anchor, quote, marked_offset, marked_length)
						values (:id, :id, :position, :key, 'R', :title, '', :message, '', :words, 1, 'ACCEPTED', '', '', '', '', 0, 0)""")
				.param("id", id)
				.param("position", paper.annex().indexOf(row))
				.param("key", "k" + paper.annex().indexOf(row))
				.param("title", row.title())
				.param("message", row.message())
				.param("words", row.words())
				.update();
		}
	}

	private static String checksum(String text) {
		return org.kebao.revision.Revision.checksum(text);
	}

	@Test
	void keepsWhatWasApprovedBeforeByteForByteAtTheFirstStart() throws Exception {
		flyway().target("94").load().migrate();
		List<String> names = FirstPrinterTests.papers();
		for (int i = 0; i < names.size(); i++) {
			KeptPaper paper = KeptPaper.of(names.get(i));
			approved(i + 1, paper, checksum(paper.content()));
		}
		KeptPaper changed = KeptPaper.of("plan");
		approved(900, changed, checksum("别的内容"));
		KeptPaper broken = new KeptPaper("{}", "# {{#x}}", changed.numbering(), changed.date(), List.of(), "");
		approved(901, broken, checksum("{}"));

		flyway().load().migrate();

		for (int i = 0; i < names.size(); i++) {
			KeptPaper paper = KeptPaper.of(names.get(i));
			Map<String, Object> kept = this.jdbc.sql("""
					select html, sha256 from summary_prints
					where revision_id = ? and template_version_id = ? and annexed = ?""")
				.params(i + 1, 1001 + i, !paper.annex().isEmpty())
				.query()
				.singleRow();
			assertThat(kept.get("html")).as(names.get(i)).isEqualTo(paper.html());
			assertThat(kept.get("sha256")).isEqualTo(checksum(paper.html()));
			String plain = this.jdbc.sql("select html from summary_prints where revision_id = ? and not annexed")
				.param(i + 1)
				.query(String.class)
				.single();
			assertThat(plain).doesNotContain("class=\"figures annex\"");
		}
		assertThat(this.jdbc.sql("select count(*) from summary_prints where revision_id >= 900")
			.query(Integer.class)
			.single()).isZero();
	}

}
