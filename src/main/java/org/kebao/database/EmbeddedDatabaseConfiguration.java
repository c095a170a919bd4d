package org.kebao.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Starts the embedded database unless {@code spring.datasource.url} names another one.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabaseConfiguration {

	@Bean
	@Conditional(NoneNamed.class)
	@ConditionalOnBooleanProperty(name = "kebao.embedded-database", matchIfMissing = true)
	JdbcConnectionDetails embeddedDatabase(@Value("${kebao.data-folder}") String folder) {
		return new EmbeddedDatabase(path(folder));
	}

	private static Path path(String folder) {
		try {
			return Path.of(folder).toAbsolutePath();
		}
		catch (InvalidPathException ex) {
			throw new EmbeddedDatabaseFailure(
					"The data folder %s cannot be named in the character set of this system (%s). Start with LC_ALL=C.UTF-8, or choose a folder with a plain name."
						.formatted(folder, System.getProperty("sun.jnu.encoding")),
					ex);
		}
	}

	static boolean isNamed(Environment environment) {
		return !environment.getProperty("spring.datasource.url", "").isEmpty();
	}

	/** An empty address names no database. */
	static class NoneNamed implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !isNamed(context.getEnvironment());
		}

	}

}
