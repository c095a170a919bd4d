package org.kebao.report;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.test.util.ReflectionTestUtils;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.amount.Amount;
import org.kebao.amount.Certainty;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Catalogues;
import org.kebao.metric.Metric;
import org.kebao.refusal.NotVisibleException;
import org.kebao.revision.Aim;
import org.kebao.revision.Fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which right each verb of a draft needs; a role has no other than its own.
 */
class DraftTests {

	private static final Set<String> READING = Set.of("report", "vocabulary", "completion");

	private final Metric metric = Catalogues.named(1L, "PRJ01", "项目", "项", 0);

	private final Catalogue catalogue = Catalogues.of(this.metric);

	private final Map<String, Consumer<Draft>> figures = new LinkedHashMap<>();

	private final Map<String, Consumer<Draft>> both = new LinkedHashMap<>();

	private final Map<String, Consumer<Draft>> words = new LinkedHashMap<>();

	@BeforeEach
	void verbs() {
		this.figures.put("amount(Metric, Amount)", (draft) -> draft.amount(this.metric, Amount.plain("5", "")));
		this.figures.put("certainty(Metric, Certainty)", (draft) -> draft.certainty(this.metric, Certainty.ESTIMATED));
		this.figures.put("asOf(Metric, LocalDate)", (draft) -> draft.asOf(this.metric, LocalDate.EPOCH));
		this.figures.put("note(Metric, String)", (draft) -> draft.note(this.metric, "口径"));
		this.both.put("sign(String, String)", (draft) -> draft.sign("metric.PRJ01", ""));
		this.words.put("lead(String)", (draft) -> draft.lead("导语"));
		this.words.put("idea(String)", (draft) -> draft.idea("思路"));
		this.words.put("heading(Entry, String)", (draft) -> draft.heading(entry(draft), "标题"));
		this.words.put("body(Entry, String)", (draft) -> draft.body(entry(draft), "正文"));
		this.words.put("theme(Entry, Long)", (draft) -> draft.theme(entry(draft), 1L));
		this.words.put("metric(PlanTarget, Long)", (draft) -> draft.metric(target(draft), 1L));
		this.words.put("aim(PlanTarget, Aim)", (draft) -> draft.aim(target(draft), Aim.WORDS));
		this.words.put("amount(PlanTarget, BigDecimal)", (draft) -> draft.amount(target(draft), BigDecimal.ONE));
		this.words.put("words(PlanTarget, String)", (draft) -> draft.words(target(draft), "目标"));
		this.words.put("settle(Long, Fulfilment)", (draft) -> draft.settle(1L, Fulfilment.DONE));
		this.words.put("explain(Long, String)", (draft) -> draft.explain(1L, "原因"));
		this.words.put("addEntry(Kind)", (draft) -> draft.addEntry(Entry.Kind.CASE));
		this.words.put("addTarget()", Draft::addTarget);
		this.words.put("deleteEntry(Long, boolean)", (draft) -> draft.deleteEntry(entry(draft).getId(), true));
		this.words.put("deleteTarget(Long, boolean)", (draft) -> draft.deleteTarget(1L, true));
		this.words.put("orderEntries(Kind, List)", (draft) -> draft.orderEntries(Entry.Kind.CASE, List.of()));
		this.words.put("orderTargets(List)", (draft) -> draft.orderTargets(List.of()));
	}

	@Test
	void everyVerbIsKnown() {
		Set<String> there = Arrays.stream(Draft.class.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !READING.contains(method.getName()))
			.map(DraftTests::name)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> known = new TreeSet<>(this.figures.keySet());
		known.addAll(this.words.keySet());
		known.addAll(this.both.keySet());
		assertThat(known).isEqualTo(there);
	}

	@TestFactory
	Stream<DynamicTest> everyRoleChangesWhatItsRightsAreForAndNothingElse() {
		verbs();
		return Stream.of(Role.values())
			.flatMap((role) -> Stream
				.of(walk(role, Right.FIGURES, this.figures), walk(role, Right.WORDS, this.words),
						walk(role, Right.FILL, this.both))
				.flatMap(Function.identity()));
	}

	private Stream<DynamicTest> walk(Role role, Right right, Map<String, Consumer<Draft>> verbs) {
		return verbs.entrySet().stream().map((verb) -> DynamicTest.dynamicTest(role + " " + verb.getKey(), () -> {
			ThrowingCallable call = () -> verb.getValue().accept(draft(role));
			if (role.rights().contains(right)) {
				assertThatCode(call).doesNotThrowAnyException();
			}
			else {
				assertThatExceptionOfType(NotVisibleException.class).isThrownBy(call)
					.withMessageStartingWith(right.name());
			}
		}));
	}

	@Test
	void theShippedRolesKeepFillingAndReviewingApart() {
		assertThat(Role.STATISTICIAN.rights()).containsExactly(Right.FILL, Right.FIGURES);
		assertThat(Role.SUPERVISOR.rights()).doesNotContain(Right.FIGURES, Right.WORDS, Right.SUBMIT);
	}

	private Draft draft(Role role) {
		Draft draft = Drafts.of(1L, this.catalogue, new Person(1L, "zhou", "周文", 1L, "", Set.of(role), false));
		Report report = draft.report();
		ReflectionTestUtils.setField(report.addEntry(Entry.Kind.PROBLEM, 1L, Instant.EPOCH), "id", 1L);
		return draft;
	}

	private static Entry entry(Draft draft) {
		return draft.report().entry(1L).orElseThrow();
	}

	private static PlanTarget target(Draft draft) {
		return draft.report().target(1L).orElseThrow();
	}

	private static String name(Method method) {
		return Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", method.getName() + "(", ")"));
	}

}
