package org.kebao.database;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts the embedded database unless {@code spring.datasource.url} names another one.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabaseConfiguration {

	@Bean
	@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "")
	@ConditionalOnBooleanProperty(name = "kebao.embedded-database", matchIfMissing = true)
	JdbcConnectionDetails embeddedDatabase(@Value("${kebao.data-folder}") Path folder) {
		return new EmbeddedDatabase(folder.resolve("postgresql"));
	}

}
