package org.kebao;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.kebao.account.Accounts;
import org.kebao.register.Register;
import org.kebao.revision.Revision;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an earlier build has kept is there after the migrations since, as it was. The
 * database of that build, with its demo, stands in {@code upgrade/v104.zip}, a table an
 * entry: its name and columns, and its rows as PostgreSQL copies them out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeTests {

	private static final int VERSION = 104;

	private static final String PAPERS = """
			select concat_ws(' ', revision_id, template_version_id, annexed, sha256, md5(html), printed_at)
			from summary_prints order by 1""";

	private static final String REVISIONS = """
			select concat_ws(' ', id, report_id, number, sha256, md5(content), created_at) from revisions order by id""";

	private static final String FIGURES = """
			select concat_ws(' ', report_id, metric_id, amount, certainty, as_of, state, note) from metric_values
			order by 1""";

	private static final String TEXTS = """
			select concat_ws(' ', id, report_id, kind, position, deleted, heading, body) from entries order by id""";

	private JdbcConnectionDetails database;

	private JdbcClient jdbc;

	private ConfigurableApplicationContext context;

	private final List<List<String>> before = new ArrayList<>();

	@BeforeAll
	void upgrade() throws Exception {
		this.database = TestDatabase.newEmptyDatabase();
		this.jdbc = JdbcClient.create(new DriverManagerDataSource(this.database.getJdbcUrl(),
				this.database.getUsername(), this.database.getPassword()));
		Flyway.configure()
			.dataSource(this.database.getJdbcUrl(), this.database.getUsername(), this.database.getPassword())
			.target(MigrationVersion.fromVersion(Integer.toString(VERSION)))
			.javaMigrations(new NothingToPrint())
			.load()
			.migrate();
		fill();
		for (String question : List.of(PAPERS, REVISIONS, FIGURES, TEXTS)) {
			this.before.add(ask(question));
		}
		this.context = DemoServer.run(this.database, 0);
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void everyMigrationSinceWasMade() {
		assertThat(ask("select version from flyway_schema_history where success and version::int > " + VERSION))
			.isNotEmpty();
	}

	@Test
	void papersVersionsFiguresAndTextsAreWhatTheyWere() {
		assertThat(this.before.get(0)).hasSizeGreaterThan(100);
		assertThat(this.before.get(1)).hasSizeGreaterThan(30);
		assertThat(ask(PAPERS)).isEqualTo(this.before.get(0));
		assertThat(ask(REVISIONS)).isEqualTo(this.before.get(1));
		assertThat(ask(FIGURES)).isEqualTo(this.before.get(2));
		assertThat(ask(TEXTS)).isEqualTo(this.before.get(3));
	}

	@Test
	void everyVersionIsReadAndItsDigestHolds() {
		Register register = this.context.getBean(Register.class);
		Accounts accounts = this.context.getBean(Accounts.class);
		List<Long> ids = this.jdbc.sql(
				"select r.id from reports r join accounts a on a.bureau_id = r.bureau_id where a.username = 'reporter'")
			.query(Long.class)
			.list();
		assertThat(ids).hasSizeGreaterThan(4).allSatisfy((id) -> {
			assertThat(register.paper(id, accounts.person("reporter").orElseThrow()).content().period()).isNotNull();
		});
		assertThat(this.jdbc.sql("select content, sha256 from revisions")
			.query((row, number) -> Revision.checksum(row.getString(1)).equals(row.getString(2)))
			.list()).doesNotContain(false);
		assertThat(this.jdbc.sql("select html, sha256 from summary_prints")
			.query((row, number) -> Revision.checksum(row.getString(1)).equals(row.getString(2)))
			.list()).doesNotContain(false);
	}

	@Test
	void whatWasPromisedIsOwedForTheSameTime() {
		assertThat(ask("select distinct concat_ws(' ', p.origin, p.planned, s.kind) from promises p "
				+ "left join reports r on r.id = p.source_report_id left join reporting_periods s on s.id = r.period_id"))
			.containsExactlyInAnyOrder("ASSIGNED ANNUAL", "PLAN ANNUAL ANNUAL", "PLAN FIRST_HALF FIRST_HALF");
	}

	@Test
	void nobodyIsAskedForQuartersAndTheyHaveTheirRulesAndTemplates() {
		assertThat(ask("select code from period_kinds where active order by months")).containsExactly("FIRST_HALF",
				"ANNUAL");
		assertThat(ask("""
				select t.name from summary_templates t join summary_template_versions v on v.template_id = t.id
				where t.period_kind in ('FIRST_QUARTER', 'THREE_QUARTERS') and v.text not like '%半年%'
				and v.text not like '%过半%' and v.text like '%!完成情况表%'
				order by t.position""")).containsExactly("一季度工作总结及二季度工作计划", "前三季度工作总结及四季度工作计划");
		assertThat(ask("select code from rules where period_kind in ('FIRST_QUARTER', 'THREE_QUARTERS') order by 1"))
			.containsExactly("C07-FLOW-Q3", "C08-ENT01-Q1", "C08-ENT05-Q1");
	}

	private List<String> ask(String question) {
		return this.jdbc.sql(question).query(String.class).list();
	}

	/** Puts the rows of that build in the place of those that came with the schema. */
	private void fill() throws IOException, SQLException {
		try (Connection connection = DriverManager.getConnection(this.database.getJdbcUrl(),
				this.database.getUsername(), this.database.getPassword());
				Statement statement = connection.createStatement();
				InputStream in = new ClassPathResource("upgrade/v" + VERSION + ".zip").getInputStream();
				ZipInputStream tables = new ZipInputStream(in)) {
			// neither walls between tables nor what may only be added to
			statement.execute("set session_replication_role = replica");
			for (ZipEntry table = tables.getNextEntry(); table != null; table = tables.getNextEntry()) {
				statement.execute("delete from " + table.getName().replaceFirst("\\(.*", ""));
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy " + table.getName() + " from stdin", tables);
			}
			statement.execute("set session_replication_role = origin");
			statement.execute(
					"""
							do $$ declare here record; begin
							for here in select table_name, column_name, pg_get_serial_sequence(table_name, column_name) as numbers
							  from information_schema.columns where table_schema = 'public'
							  and pg_get_serial_sequence(table_name, column_name) is not null loop
							  execute format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %I', here.numbers,
							    here.column_name, here.table_name);
							end loop; end $$""");
			statement.execute("select setval('metric_values_seq', (select max(id) from metric_values) + 50)");
		}
	}

	/**
	 * Stands for the one migration in Java, which finds nothing to do in an empty
	 * database.
	 */
	private static final class NothingToPrint implements JavaMigration {

		@Override
		public MigrationVersion getVersion() {
			return MigrationVersion.fromVersion("95");
		}

		@Override
		public String getDescription() {
			return "firstprint keep prints";
		}

		@Override
		public Integer getChecksum() {
			return null;
		}

		@Override
		public boolean canExecuteInTransaction() {
			return true;
		}

		@Override
		public void migrate(Context context) {
			// nothing was approved yet
		}

	}

}
