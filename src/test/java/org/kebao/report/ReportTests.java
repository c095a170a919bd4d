package org.kebao.report;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.test.util.ReflectionTestUtils;

import org.kebao.amount.Amount;
import org.kebao.refusal.RefusedException;
import org.kebao.revision.Fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Walks the whole table of states and verbs.
 */
class ReportTests {

	private static final Long FILER = 7L;

	private static final Long JUDGE = 8L;

	private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

	private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

	/**
	 * Each verb with the states that take it, and the state it leads to (null: the same).
	 */
	private record Verb(String name, Consumer<Report> act, Set<Report.Status> from, Report.Status to) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static final Set<Report.Status> WRITABLE = Set.of(Report.Status.DRAFT, Report.Status.RETURNED);

	private static final Set<Report.Status> SUBMITTED = Set.of(Report.Status.SUBMITTED);

	private static Stream<Verb> verbs() {
		return Stream.of(
				new Verb("value",
						(report) -> report.value(1L, (value) -> value.change(Amount.plain("5", "")), FILER, NOW),
						WRITABLE, null),
				new Verb("piece",
						(report) -> report.piece(new Entry(report, Entry.Kind.CASE, 1), (entry) -> entry.heading("标题"),
								FILER, NOW),
						WRITABLE, null),
				new Verb("sign", (report) -> report.sign("lead", new FieldSave(FILER, NOW, "")), WRITABLE, null),
				new Verb("lead", (report) -> report.lead("开头", FILER, NOW), WRITABLE, null),
				new Verb("idea", (report) -> report.idea("思路", FILER, NOW), WRITABLE, null),
				new Verb("settle", (report) -> report.settle(1L, Fulfilment.MISSED, FILER, NOW), WRITABLE, null),
				new Verb("explain", (report) -> report.explain(1L, "申报推迟", FILER, NOW), WRITABLE, null),
				new Verb("addEntry", (report) -> report.addEntry(Entry.Kind.CASE, FILER, NOW), WRITABLE, null),
				new Verb("addTarget", (report) -> report.addTarget(FILER, NOW), WRITABLE, null),
				new Verb("orderEntries",
						(report) -> report.orderEntries(Entry.Kind.CASE, List.of(secondCase(report)), FILER, NOW),
						WRITABLE, null),
				new Verb("orderTargets", (report) -> report.orderTargets(List.of(secondTarget(report)), FILER, NOW),
						WRITABLE, null),
				new Verb("carryOver",
						(report) -> report.carryOver(new Report(1L, 1L),
								new Carrying(Set.of(), Set.of(), Set.of(), false, false), FILER, NOW),
						WRITABLE, null),
				new Verb("delete", (report) -> report.delete(new Entry(report, Entry.Kind.CASE, 1), true, FILER, NOW),
						WRITABLE, null),
				new Verb("submit", (report) -> report.submit(FILER, DUE, DUE, NOW), WRITABLE, Report.Status.SUBMITTED),
				new Verb("withdraw", (report) -> report.withdraw(FILER), SUBMITTED, Report.Status.DRAFT),
				new Verb("beginReview", (report) -> report.beginReview(report.getRevisions(), NOW), SUBMITTED, null),
				new Verb("sendBack", (report) -> report.sendBack(report.getRevisions()), SUBMITTED,
						Report.Status.RETURNED),
				new Verb("approve", (report) -> report.approve(JUDGE, Set.of(FILER), report.getRevisions(), NOW),
						SUBMITTED, Report.Status.APPROVED),
				new Verb("reopen", (report) -> report.reopen(JUDGE), Set.of(Report.Status.APPROVED),
						Report.Status.RETURNED));
	}

	static Stream<Arguments> statusTimesVerb() {
		return Arrays.stream(Report.Status.values())
			.flatMap((status) -> verbs().map((verb) -> Arguments.of(status, verb)));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("statusTimesVerb")
	void eachVerbIsTakenInItsStatesAndRefusedInAllOthers(Report.Status status, Verb verb) {
		Report report = in(status);
		Throwable refusal = catchThrowable(() -> verb.act().accept(report));
		if (verb.from().contains(status)) {
			assertThat(refusal).isNull();
			assertThat(report.getStatus()).isEqualTo((verb.to() != null) ? verb.to() : status);
			if (verb.from() == WRITABLE && verb.to() == null) {
				assertThat(report.getSavedBy()).as("who wrote").isEqualTo(FILER);
				assertThat(report.getSavedAt()).as("when").isEqualTo(NOW);
			}
		}
		else {
			assertThat(refusal).isInstanceOf(RefusedException.class).hasMessageContaining(status.label());
			assertThat(report.getStatus()).isEqualTo(status);
		}
	}

	/** A verb that is not in the table above would not be guarded by it. */
	@Test
	void theTableNamesEveryVerb() {
		Set<String> notVerbs = Set.of("load", "progressed", "lastSave");
		assertThat(Arrays.stream(Report.class.getDeclaredMethods())
			.filter((method) -> !Modifier.isPublic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())
					&& !method.isSynthetic())
			.map(Method::getName)
			.filter((name) -> !notVerbs.contains(name))
			.distinct()).containsExactlyInAnyOrderElementsOf(verbs().map(Verb::name).toList());
	}

	@Test
	void deletesNothingOnceSubmitted() {
		Report report = in(Report.Status.DRAFT);
		Entry entry = report.addEntry(Entry.Kind.CASE, FILER, NOW);
		PlanTarget target = report.addTarget(FILER, NOW);
		report.submit(FILER, DUE, DUE, NOW);
		assertThatThrownBy(() -> report.delete(entry, true, FILER, NOW)).isInstanceOf(RefusedException.class);
		assertThatThrownBy(() -> report.delete(target, true, FILER, NOW)).isInstanceOf(RefusedException.class);
	}

	@Test
	void whoSubmittedDoesNotApprove() {
		Report report = in(Report.Status.SUBMITTED);
		assertThatThrownBy(() -> report.approve(FILER, Set.of(), 1, NOW)).isInstanceOf(RefusedException.class)
			.hasMessageContaining("他人");
		assertThat(report.getStatus()).isEqualTo(Report.Status.SUBMITTED);
	}

	@Test
	void whoWroteAFigureOfItDoesNotApprove() {
		Report report = in(Report.Status.SUBMITTED);
		assertThatThrownBy(() -> report.approve(JUDGE, Set.of(FILER, JUDGE), 1, NOW))
			.isInstanceOf(RefusedException.class)
			.hasMessageContaining("他人");
		assertThat(report.getStatus()).isEqualTo(Report.Status.SUBMITTED);
	}

	@Test
	void whoSubmittedDoesNotReopen() {
		Report report = in(Report.Status.APPROVED);
		assertThatThrownBy(() -> report.reopen(FILER)).isInstanceOf(RefusedException.class).hasMessageContaining("他人");
		assertThat(report.getStatus()).isEqualTo(Report.Status.APPROVED);
	}

	@Test
	void aDecisionOnAnOlderVersionIsRefused() {
		Report report = in(Report.Status.SUBMITTED);
		report.sendBack(1);
		report.submit(FILER, DUE, DUE, NOW);
		Map.<String, Consumer<Report>>of("approve", (one) -> one.approve(JUDGE, Set.of(), 1, NOW), "return",
				(one) -> one.sendBack(1), "remark", (one) -> one.beginReview(1, NOW))
			.forEach((name, decision) -> assertThatThrownBy(() -> decision.accept(report)).as(name)
				.isInstanceOf(RefusedException.class)
				.hasMessageContaining("第 2 版"));
		report.approve(JUDGE, Set.of(), 2, NOW);
		assertThat(report.getStatus()).isEqualTo(Report.Status.APPROVED);
	}

	@Test
	void nothingIsWithdrawnOnceTheReviewBegan() {
		Report report = in(Report.Status.SUBMITTED);
		assertThat(report.isWithdrawableBy(FILER)).isTrue();
		report.beginReview(1, NOW);
		assertThat(report.isWithdrawableBy(FILER)).isFalse();
		assertThatThrownBy(() -> report.withdraw(FILER)).isInstanceOf(RefusedException.class)
			.hasMessageContaining("审核已经开始");
	}

	@Test
	void onlyWhoSubmittedWithdraws() {
		Report report = in(Report.Status.SUBMITTED);
		assertThatThrownBy(() -> report.withdraw(9L)).isInstanceOf(RefusedException.class).hasMessageContaining("本人");
	}

	@Test
	void aNewSubmissionCanBeWithdrawnAgain() {
		Report report = in(Report.Status.SUBMITTED);
		report.beginReview(1, NOW);
		report.sendBack(1);
		report.submit(FILER, DUE, DUE, NOW);
		assertThat(report.isWithdrawableBy(FILER)).isTrue();
	}

	@Test
	void aLateReportIsLateForGood() {
		Report report = in(Report.Status.DRAFT);
		report.submit(FILER, DUE, DUE, NOW);
		assertThat(report.isLate()).isFalse();
		report.sendBack(1);
		report.submit(FILER, DUE.plusDays(1), DUE, NOW);
		assertThat(report.isLate()).isTrue();
		report.sendBack(2);
		report.submit(FILER, DUE, DUE.plusDays(30), NOW);
		assertThat(report.isLate()).isTrue();
	}

	@Test
	void allTextsOfAReportCountAndNoneThatWasDeleted() {
		Report report = new Report(1L, 2L);
		report.lead("一二三", FILER, NOW);
		assertThat(report.characters()).isEqualTo(3);
		report.idea("一二", FILER, NOW);
		assertThat(report.characters()).isEqualTo(5);
		Entry entry = report.addEntry(Entry.Kind.CASE, FILER, NOW);
		report.piece(entry, (one) -> {
			one.heading("标题");
			one.body("正文四字");
		}, FILER, NOW);
		assertThat(report.characters()).isEqualTo(11);
		report.piece(report.addTarget(FILER, NOW), (one) -> one.words("目标"), FILER, NOW);
		assertThat(report.characters()).isEqualTo(13);
		report.value(1L, (value) -> value.note("口径说明"), FILER, NOW);
		assertThat(report.characters()).isEqualTo(17);
		report.explain(1L, "原因", FILER, NOW);
		assertThat(report.characters()).isEqualTo(19);
		report.delete(entry, true, FILER, NOW);
		assertThat(report.characters()).isEqualTo(13);
	}

	@Test
	void whatIsTakenOverIsSignedAndComesBehindWhatStands() {
		Report earlier = new Report(1L, 1L);
		earlier.lead("去年的开头", JUDGE, Instant.EPOCH);
		earlier.idea("去年的思路", JUDGE, Instant.EPOCH);
		Entry entry = earlier.addEntry(Entry.Kind.PROBLEM, JUDGE, Instant.EPOCH);
		PlanTarget target = earlier.addTarget(JUDGE, Instant.EPOCH);
		ReflectionTestUtils.setField(entry, "id", 5L);
		ReflectionTestUtils.setField(target, "id", 6L);
		Report report = new Report(1L, 2L);
		report.addEntry(Entry.Kind.PROBLEM, FILER, Instant.EPOCH);
		report.addEntry(Entry.Kind.CASE, FILER, Instant.EPOCH);
		report.addTarget(FILER, Instant.EPOCH);
		report.carryOver(earlier, new Carrying(Set.of(5L), Set.of(), Set.of(6L), true, true), FILER, NOW);
		for (String field : List.of("lead", "idea")) {
			assertThat(report.lastSave(field)).as(field).hasValueSatisfying((save) -> {
				assertThat(save.savedBy()).isEqualTo(FILER);
				assertThat(save.savedAt()).isEqualTo(NOW);
			});
		}
		assertThat(report.entries(Entry.Kind.PROBLEM)).extracting(Entry::getPosition).containsExactly(1, 2);
		assertThat(report.entries(Entry.Kind.CASE)).extracting(Entry::getPosition).containsExactly(1);
		assertThat(report.targets()).extracting(PlanTarget::getPosition).containsExactly(1, 2);
	}

	@Test
	void anOrderThatMovesNothingSaysSo() {
		Report report = new Report(1L, 2L);
		Long entry = secondCase(report);
		assertThat(report.orderEntries(Entry.Kind.CASE, List.of(entry), FILER, NOW)).isTrue();
		assertThat(report.orderEntries(Entry.Kind.CASE, List.of(entry), FILER, NOW)).isFalse();
		Long target = secondTarget(report);
		assertThat(report.orderTargets(List.of(target), FILER, NOW)).isTrue();
		assertThat(report.orderTargets(List.of(target), FILER, NOW)).isFalse();
	}

	/** One that comes first when it is put there. */
	private static Long secondCase(Report report) {
		return second(report, () -> report.addEntry(Entry.Kind.CASE, JUDGE, Instant.EPOCH));
	}

	private static Long secondTarget(Report report) {
		return second(report, () -> report.addTarget(JUDGE, Instant.EPOCH));
	}

	private static Long second(Report report, Supplier<ListedItem> add) {
		if (report.getStatus().isWritable()) {
			ReflectionTestUtils.setField(add.get(), "id", 1L);
			ReflectionTestUtils.setField(add.get(), "id", 2L);
		}
		return 2L;
	}

	private static Report in(Report.Status status) {
		Report report = new Report(1L, 2L);
		switch (status) {
			case DRAFT -> {
			}
			case SUBMITTED -> report.submit(FILER, DUE, DUE, NOW);
			case RETURNED -> {
				report.submit(FILER, DUE, DUE, NOW);
				report.sendBack(1);
			}
			case APPROVED -> {
				report.submit(FILER, DUE, DUE, NOW);
				report.approve(JUDGE, Set.of(), 1, NOW);
			}
		}
		return report;
	}

}
