package org.kebao.database;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDatabaseConfigurationTests {

	@TempDir
	Path folder;

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withUserConfiguration(EmbeddedDatabaseConfiguration.class);

	@Test
	void startsNothingWhereAnotherDatabaseIsNamed() {
		this.application
			.withPropertyValues("kebao.data-folder=" + this.folder,
					"spring.datasource.url=jdbc:postgresql://elsewhere/kebao")
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(JdbcConnectionDetails.class);
				assertThat(this.folder).isEmptyDirectory();
			});
	}

	@Test
	void startsOneWhereNoneIsNamed() {
		this.application.withPropertyValues("kebao.data-folder=" + this.folder, "spring.datasource.url=")
			.run((context) -> {
				assertThat(context).hasSingleBean(EmbeddedDatabase.class);
				assertThat(this.folder.resolve("postgresql")).isDirectory();
			});
	}

}
