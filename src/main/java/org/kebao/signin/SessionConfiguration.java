package org.kebao.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Sessions in the database.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/** Two requests of one session may write the same attribute at the same moment. */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer concurrentAttributes() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

}
