package org.kebao.firstprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;

import lombok.RequiredArgsConstructor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps the prints of what was approved before prints were kept. It is a step of the
 * schema's migration, so it runs once, before anything else can be asked for.
 */
@Component
@RequiredArgsConstructor
class FirstPrints implements JavaMigration {

	private static final Log log = LogFactory.getLog(FirstPrints.class);

	private static final String PINNED = """
			select p.revision_id, p.template_version_id, r.content, r.sha256, r.created_at, v.text, v.numbering
			from summary_pins p join revisions r on r.id = p.revision_id
			join summary_template_versions v on v.id = p.template_version_id
			where p.revision_id = ? order by p.template_version_id""";

	private static final String ACCEPTED = """
			select title, message, words from frozen_findings
			where revision_id = ? and verdict = 'ACCEPTED' order by position""";

	private static final String KEPT = """
			insert into summary_prints (revision_id, template_version_id, annexed, html, sha256, printed_at)
			values (?, ?, ?, ?, ?, now()) on conflict do nothing""";

	private final Clock clock;

	private record Pin(Long revisionId, Long templateVersionId, String content, String sha256, OffsetDateTime createdAt,
			String text, String numbering) {
	}

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("95");
	}

	@Override
	public String getDescription() {
		return "firstprint keep prints";
	}

	@Override
	public @Nullable Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) {
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
		FirstPrinter printer = new FirstPrinter();
		jdbc.sql("select distinct revision_id from summary_pins order by revision_id")
			.query(Long.class)
			.list()
			.forEach((revision) -> keep(revision, jdbc, printer));
	}

	private void keep(Long revisionId, JdbcClient jdbc, FirstPrinter printer) {
		List<Document.CheckTable.Row> annex = jdbc.sql(ACCEPTED)
			.param(revisionId)
			.query((row, at) -> new Document.CheckTable.Row(row.getString(1), row.getString(2), row.getString(3)))
			.list();
		for (Pin pin : jdbc.sql(PINNED).param(revisionId).query(Pin.class).list()) {
			if (!pin.sha256().equals(checksum(pin.content()))) {
				log.error("Revision %d is not what was frozen, no print of it is kept".formatted(revisionId));
				continue;
			}
			keep(pin, List.of(), jdbc, printer);
			if (!annex.isEmpty()) {
				keep(pin, annex, jdbc, printer);
			}
		}
	}

	/**
	 * What the first builds could not show either must not keep the house from starting.
	 */
	private void keep(Pin pin, List<Document.CheckTable.Row> annex, JdbcClient jdbc, FirstPrinter printer) {
		String html;
		try {
			html = printer.print(pin.content(), pin.text(), Numbering.valueOf(pin.numbering()),
					LocalDate.ofInstant(pin.createdAt().toInstant(), this.clock.getZone()), annex);
		}
		catch (RuntimeException ex) {
			log.error("Revision %d makes no paper after template version %d".formatted(pin.revisionId(),
					pin.templateVersionId()), ex);
			return;
		}
		jdbc.sql(KEPT)
			.params(pin.revisionId(), pin.templateVersionId(), !annex.isEmpty(), html, checksum(html))
			.update();
	}

	private static String checksum(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
