package org.kebao;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.kebao.report.ReportApproved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoLoadingTests {

	/** Every paper that was approved, and who may come in. */
	private static final String PAPERS = """
			select concat_ws(' ', b.code, p.year, p.kind, v.number, s.template_version_id, s.annexed, s.sha256)
			from summary_prints s join revisions v on v.id = s.revision_id join reports r on r.id = v.report_id
			join bureaus b on b.id = r.bureau_id join reporting_periods p on p.id = r.period_id order by 1""";

	private static final String STATES = """
			select concat_ws(' ', b.code, p.year, p.kind, r.status, r.parts_done, p.closed_at is null)
			from reports r join bureaus b on b.id = r.bureau_id join reporting_periods p on p.id = r.period_id
			order by 1""";

	private static final String OPEN = "select username from accounts where password_hash <> '' order by 1";

	private static final String STRENGTHS = """
			select distinct left(password_hash, 7) from accounts where password_hash <> ''""";

	@Test
	void whatWasInterruptedIsGoneOnWithAndComesToTheSame() {
		JdbcConnectionDetails database = TestDatabase.newEmptyDatabase();
		assertThatThrownBy(() -> DemoServer.run(database, 0, PowerCut.class)).hasStackTraceContaining("power cut");
		assertThat(ask(database, PAPERS)).hasSizeBetween(10, 60);
		assertThat(ask(database, OPEN)).isEmpty();
		try (ConfigurableApplicationContext context = DemoServer.run(database, 0)) {
			assertThat(context.isRunning()).isTrue();
		}
		JdbcConnectionDetails whole = TestDatabase.newDemoDatabase();
		assertThat(ask(database, PAPERS)).hasSize(120).isEqualTo(ask(whole, PAPERS));
		assertThat(ask(database, STATES)).hasSize(48).isEqualTo(ask(whole, STATES));
		assertThat(ask(database, OPEN)).hasSize(11).isEqualTo(ask(whole, OPEN));
		assertThat(ask(database, STRENGTHS)).as("as an application keeps passwords that is no test's")
			.containsExactly("$2a$10$");
	}

	private static List<String> ask(JdbcConnectionDetails database, String question) {
		return JdbcClient
			.create(new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()))
			.sql(question)
			.query(String.class)
			.list();
	}

	@Configuration(proxyBeanMethods = false)
	static class PowerCut {

		private final AtomicInteger approved = new AtomicInteger();

		@EventListener
		void on(ReportApproved event) {
			if (this.approved.incrementAndGet() > 12) {
				throw new IllegalStateException("power cut");
			}
		}

	}

}
