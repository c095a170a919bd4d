package org.kebao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.persistence.Entity;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.hibernate.annotations.Immutable;
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
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A few rules of the house that a compiler does not know.
 */
@AnalyzeClasses(packages = "org.kebao", importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** The longest line of a template that is still read. */
	private static final int LONGEST = 160;

	/** The ways a template has of telling constants apart by their names. */
	private static final Pattern CONSTANT_BY_NAME = Pattern
		.compile(String.join("|", "'[A-Z][A-Z_]+'", "th:case=\"\\W*[A-Z][A-Z_]+\\W*\"", "th:switch=\"[^\"]*name\\(\\)",
				"#strings\\.equals", "\\bT\\(", "(name|toString)\\(\\)}?\\s*(==|!=|eq\\b|ne\\b|\\.equals)",
				"(==|!=|\\beq|\\bne)\\s*(\\$\\{)?[\\w.()]+\\.name\\(\\)"));

	private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--.*?-->|(?<=\\s)(//|--)[^\n]*",
			Pattern.DOTALL);

	private static final Pattern PARAGRAPH = Pattern.compile("§[0-9]+(\\.[0-9]+)?|\\bC[0-9]{2}\\b");

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
	static final ArchRule whatIsImmutableIsWrittenByItsConstructorAlone = methods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Immutable.class)
		.should(new ArchCondition<>("set no field") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				method.getFieldAccesses()
					.stream()
					.filter((access) -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
					.forEach((access) -> events.add(SimpleConditionEvent.violated(method, access.getDescription())));
			}
		});

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

	/** What a constant means is asked of it: {@code status.writable}. */
	@Test
	void noTemplateComparesAConstantByItsName() throws IOException {
		assertThat(linesOfTemplates(CONSTANT_BY_NAME.asPredicate())).isEmpty();
	}

	@Test
	void noLineOfATemplateIsTooLongToRead() throws IOException {
		assertThat(linesOfTemplates((line) -> line.length() > LONGEST)).isEmpty();
	}

	/** "filing/edit.html:12: …" of each such line. */
	private static List<String> linesOfTemplates(Predicate<String> such) throws IOException {
		List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				List<String> lines = Files.readAllLines(file);
				for (int i = 0; i < lines.size(); i++) {
					if (such.test(lines.get(i))) {
						found.add("%s:%d: %s".formatted(TEMPLATES.relativize(file), i + 1, lines.get(i).strip()));
					}
				}
			}
		}
		return found;
	}

	/** What "domain handbook §2.2" or "C03" in a comment means can be looked up. */
	@Test
	void everyParagraphACommentCitesStandsInTheHandbook() throws IOException {
		String handbook = Files.readString(Path.of("docs/handbook.md"));
		Map<String, List<Path>> cited = new TreeMap<>();
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			for (Path file : files.filter((one) -> one.toString().matches(".*\\.(java|sql|js|css|html)")).toList()) {
				COMMENT.matcher(Files.readString(file))
					.results()
					.flatMap((comment) -> PARAGRAPH.matcher(comment.group()).results())
					.forEach((code) -> cited.computeIfAbsent(code.group(), (any) -> new ArrayList<>()).add(file));
			}
		}
		assertThat(cited).containsKeys("§2.2", "C03");
		assertThat(cited).allSatisfy((code, files) -> assertThat(handbook).as("cited in " + files)
			.containsOnlyOnce(code.startsWith("C") ? "<a id=\"%s\"></a>%s |".formatted(code.toLowerCase(), code)
					: "\n## " + code + " "));
	}

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
