package org.kebao;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * A test of the whole application, asked without a server. All of them share one
 * application, and its database; whoever names a property has one of his own.
 *
 * @see DemoTest with the demo data
 * @see ServedTest on a port
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@Import({ TestDatabase.class, QuickPasswords.class })
public @interface HouseTest {

	@AliasFor(annotation = SpringBootTest.class)
	String[] properties() default {};

}
