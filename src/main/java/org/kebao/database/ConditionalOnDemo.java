package org.kebao.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where the application shows itself with demo data: {@code kebao.demo} is
 * {@code on}, or {@code auto} and no database of one's own was named.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnDemo.OnDemo.class)
public @interface ConditionalOnDemo {

	/** The condition itself. */
	class OnDemo implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Environment environment = context.getEnvironment();
			return switch (environment.getProperty("kebao.demo", "auto")) {
				case "on" -> true;
				case "auto" -> !EmbeddedDatabaseConfiguration.isNamed(environment);
				default -> false;
			};
		}

	}

}
