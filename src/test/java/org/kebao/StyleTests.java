package org.kebao;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.locks.LockSupport;

import jakarta.persistence.Entity;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

import org.kebao.period.PeriodKind;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * A few rules of the house that a compiler does not know.
 */
@AnalyzeClasses(packages = "org.kebao", importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTests {

	private static final JavaClasses TESTS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
		.importPackages("org.kebao");

	@ArchTest
	static final ArchRule entitiesHaveNoSetters = methods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameNotMatching("set[A-Z].*");

	@ArchTest
	static final ArchRule controllersAreHidden = classes().that()
		.areAnnotatedWith(Controller.class)
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule repositoriesAreHidden = classes().that()
		.areAssignableTo(Repository.class)
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule namesSayWhatAThingIs = noClasses().should()
		.haveNameMatching(".*(Util|Utils|Helper|Dto|DTO|Impl|Manager)");

	@ArchTest
	static final ArchRule moneyAndFiguresAreExact = fields().that()
		.areDeclaredInClassesThat(anEntityOrARecord())
		.should()
		.notHaveRawType("double")
		.andShould()
		.notHaveRawType("float")
		.andShould()
		.notHaveRawType(Double.class);

	@ArchTest
	static final ArchRule timeComesFromTheClock = noClasses().should()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(Instant.class, "now");

	/** What the language is made of can be used, and tested, anywhere. */
	@ArchTest
	static final ArchRule languageNumbersAndBindingArePure = noClasses().that()
		.resideInAnyPackage("org.kebao.script", "org.kebao.prose", "org.kebao.lint", "org.kebao.glossary",
				"org.kebao.amount", "org.kebao.binding")
		.and()
		.doNotHaveSimpleName("package-info")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "org.hibernate..", "jakarta..", "java.sql..", "javax.sql..",
				"java.net..", "java.nio.file..");

	/** What a kind of period means is asked of it, so that there can be more of them. */
	@ArchTest
	static final ArchRule nobodyElseTellsKindsOfPeriodsApart = noClasses().that()
		.resideOutsideOfPackage("org.kebao.period")
		.should()
		.accessFieldWhere(DescribedPredicate.describe("it is a kind of period",
				(access) -> access.getTargetOwner().isEquivalentTo(PeriodKind.class)))
		.orShould()
		.callMethod(PeriodKind.class, "valueOf", String.class);

	/**
	 * A time that has passed says nothing of what was waited for. A benchmark lets a
	 * machine cool down.
	 */
	@Test
	void testsWaitForWhatTheyWaitFor() {
		noClasses().that()
			.haveSimpleNameNotEndingWith("Benchmark")
			.should()
			.callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching("sleep|waitForTimeout")))
			.orShould()
			.callMethod(LockSupport.class, "parkNanos", long.class)
			.orShould()
			.callMethod(Object.class, "wait", long.class)
			.check(TESTS);
	}

	/** So that applications are shared, and what a test needs is said in one word. */
	@Test
	void testsShareTheirApplications() {
		noClasses().that()
			.areNotAnnotations()
			.should()
			.beAnnotatedWith(SpringBootTest.class)
			.orShould()
			.beAnnotatedWith(AutoConfigureMockMvc.class)
			.check(TESTS);
	}

	private static DescribedPredicate<JavaClass> anEntityOrARecord() {
		return DescribedPredicate.describe("an entity or a record",
				(type) -> type.isAnnotatedWith(Entity.class) || type.isRecord());
	}

}
