package org.kebao.rollup;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.amount.Amount;
import org.kebao.amount.Given;
import org.kebao.amount.Percent;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Branch;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.metric.MetricGroup;
import org.kebao.metric.Metrics;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.refusal.NotVisibleException;
import org.kebao.register.Register;
import org.kebao.report.Report;

/**
 * Puts the sums of a bureau and all below it into tables.
 */
@Service
@RequiredArgsConstructor
class SumTables {

	private static final int YEARS = 6;

	private final SumReader reader;

	private final Metrics metrics;

	private final Periods periods;

	private final Bureaus bureaus;

	private final Accounts accounts;

	private final Register register;

	private final AuditLog audit;

	private final Clock clock;

	/**
	 * What was asked for.
	 *
	 * @param period null for the newest that is open
	 * @param bureau null for the uppermost the person sees
	 * @param approved whether only approved reports of that period count
	 */
	record Choice(@Nullable Long period, @Nullable Long bureau, boolean approved) {
	}

	/** Every metric bureaus are asked for. */
	@Transactional(readOnly = true)
	public SumTable table(Person person, Choice choice) {
		Ground ground = ground(person, choice);
		if (ground.scope().isEmpty()) {
			return new SumTable(ground.scope(), List.of());
		}
		Optional<ReportingPeriod> lastYear = yearBefore(ground);
		Reading reading = read(ground, ground.catalogue().asked(), lastYear.stream().toList());
		Map<MetricGroup, List<SumTable.Row>> groups = new LinkedHashMap<>();
		reading.asked()
			.forEach((metric) -> groups.computeIfAbsent(metric.getGroup(), (group) -> new ArrayList<>())
				.add(reading.row(metric, lastYear)));
		return new SumTable(reading.scope(), groups.entrySet()
			.stream()
			.map((group) -> new SumTable.Group(group.getKey().getCode(), group.getKey().getName(), group.getValue()))
			.toList());
	}

	/** One metric, bureau by bureau. */
	@Transactional(readOnly = true)
	public MetricSum table(Person person, Choice choice, String code) {
		Ground ground = ground(person, choice);
		Metric metric = ground.catalogue()
			.find(code)
			.filter((any) -> !ground.scope().isEmpty())
			.orElseThrow(() -> new NotVisibleException("Metric " + code));
		List<ReportingPeriod> years = ground.scope()
			.periods()
			.stream()
			.filter((period) -> period.getKind() == ground.period().getKind()
					&& period.getYear() < ground.period().getYear())
			.sorted(Comparator.comparing(ReportingPeriod::getYear).reversed())
			.limit(YEARS)
			.toList();
		Reading reading = read(ground, List.of(metric), years);
		Optional<ReportingPeriod> lastYear = years.stream()
			.filter((period) -> period.getYear() == ground.period().getYear() - 1)
			.findFirst();
		return new MetricSum(reading.scope(), reading.row(metric, lastYear),
				metric.isComputed() ? ground.catalogue().formula(metric) : "", reading.lines(metric, lastYear),
				reading.middles(metric), reading.trend(metric, years));
	}

	/** Every bureau with every metric bureaus are asked for. */
	@Transactional
	public FiguresWorkbook workbook(Person person, Choice choice) {
		Ground ground = ground(person, choice);
		if (ground.scope().isEmpty()) {
			throw new NotVisibleException("Period " + choice.period());
		}
		Reading reading = read(ground, ground.catalogue().asked(), List.of());
		FiguresWorkbook workbook = new FiguresWorkbook(reading.scope(), reading.now, reading.asked(),
				ground.all().stream().collect(Collectors.toMap(Bureau::getId, Function.identity())), reading.periods,
				this.register.ofPeriod(ground.period().getId())
					.stream()
					.collect(Collectors.toMap(Report::getBureauId, Function.identity())),
				this.clock.getZone());
		this.audit.add(Act.EXPORTED, ground.scope().bureau() + " " + ground.period().getTitle(), workbook.name());
		return workbook;
	}

	/**
	 * What stands fixed before anything is summed up.
	 *
	 * @param below the chosen bureau and all below it
	 */
	private record Ground(SumTable.Scope scope, List<Bureau> all, Set<Long> below, Catalogue catalogue) {

		ReportingPeriod period() {
			return this.scope.period();
		}

	}

	private Ground ground(Person person, Choice choice) {
		List<ReportingPeriod> periods = this.periods.all().stream().filter((period) -> !period.isPlanned()).toList();
		Optional<ReportingPeriod> period = (choice.period() != null)
				? Optional.of(Rollup.chosen(periods, choice.period())) : Rollup.newest(periods);
		Set<Long> seen = this.accounts.bureausSeenBy(person);
		List<Branch> tree = this.bureaus.tree()
			.stream()
			.filter((branch) -> seen.contains(branch.bureau().getId()))
			.toList();
		Map<Long, String> choices = choices(tree);
		Optional<Long> bureau = (choice.bureau() != null) ? Optional.of(choice.bureau())
				: choices.keySet().stream().findFirst();
		bureau.filter((id) -> !seen.contains(id)).ifPresent((id) -> {
			throw new NotVisibleException("Bureau " + id);
		});
		List<Bureau> all = tree.stream().map(Branch::bureau).toList();
		Catalogue catalogue = this.metrics.catalogue();
		if (period.isEmpty() || bureau.isEmpty()) {
			return new Ground(SumTable.Scope.empty(periods, choices, choice.approved()), all, Set.of(), catalogue);
		}
		String name = all.stream()
			.filter((one) -> one.getId().equals(bureau.get()))
			.map(Bureau::getName)
			.findFirst()
			.orElseThrow();
		choices.putIfAbsent(bureau.get(), name);
		return new Ground(new SumTable.Scope(period.get(), periods, choices, bureau.get(), name, choice.approved(), 0,
				List.of(), false, ""), all, below(all, bureau.get()), catalogue);
	}

	/** Those with others below them; all of them where there are none such. */
	private static Map<Long, String> choices(List<Branch> tree) {
		Set<Long> above = tree.stream()
			.map((branch) -> branch.bureau().getParentId())
			.collect(Collectors.toCollection(HashSet::new));
		Map<Long, String> choices = new LinkedHashMap<>();
		tree.stream()
			.filter((branch) -> above.contains(branch.bureau().getId()))
			.forEach((branch) -> choices.put(branch.bureau().getId(), branch.indented()));
		if (choices.isEmpty()) {
			tree.forEach((branch) -> choices.put(branch.bureau().getId(), branch.bureau().getName()));
		}
		return choices;
	}

	/** In the order of the tree nobody stands before the one above him. */
	private static Set<Long> below(List<Bureau> tree, Long top) {
		Set<Long> below = new HashSet<>(Set.of(top));
		tree.stream()
			.filter((bureau) -> below.contains(bureau.getParentId()))
			.forEach((bureau) -> below.add(bureau.getId()));
		return below;
	}

	private Optional<ReportingPeriod> yearBefore(Ground ground) {
		return ground.scope()
			.periods()
			.stream()
			.filter((period) -> period.getKind() == ground.period().getKind()
					&& period.getYear() == ground.period().getYear() - 1)
			.findFirst();
	}

	/** Of the past only what was approved counts (domain handbook §2.2). */
	private Reading read(Ground ground, Collection<Metric> metrics, List<ReportingPeriod> past) {
		Set<Long> approvedOnly = past.stream()
			.map(ReportingPeriod::getId)
			.collect(Collectors.toCollection(HashSet::new));
		if (ground.scope().approvedOnly()) {
			approvedOnly.add(ground.period().getId());
		}
		Map<Long, Sums> sums = this.reader.read(new SumReader.Wish(ground.all(), ground.below(), ground.catalogue(),
				metrics, Stream.concat(Stream.of(ground.period()), past.stream()).toList(), approvedOnly));
		return new Reading(ground, sums);
	}

	/** The sums of a period and of those before it. */
	private static final class Reading {

		private final Ground ground;

		private final Map<Long, Sums> sums;

		private final Sums now;

		private final Long bureau;

		private final Map<Long, String> names;

		private final Map<Long, ReportingPeriod> periods;

		Reading(Ground ground, Map<Long, Sums> sums) {
			this.ground = ground;
			this.sums = sums;
			this.now = sums.get(ground.period().getId());
			this.bureau = ground.scope().bureauId();
			this.names = ground.all().stream().collect(Collectors.toMap(Bureau::getId, Bureau::getName));
			this.periods = ground.scope()
				.periods()
				.stream()
				.collect(Collectors.toMap(ReportingPeriod::getId, Function.identity()));
		}

		SumTable.Scope scope() {
			SumTable.Scope scope = this.ground.scope();
			List<Long> leaves = this.now.tree().leaves(this.bureau);
			boolean own = this.now.tree().middles(this.bureau).contains(this.bureau);
			return new SumTable.Scope(scope.period(), scope.periods(), scope.bureaus(), this.bureau, scope.bureau(),
					scope.approvedOnly(), leaves.size(),
					leaves.stream()
						.filter(this.now.standing()::containsKey)
						.map((leaf) -> new SumTable.Missing(this.names.get(leaf),
								this.now.standing().get(leaf).label()))
						.toList(),
					own, own ? words(this.now.standing().get(this.bureau)) : "");
		}

		/** Those that any of the bureaus is asked for, in print order. */
		List<Metric> asked() {
			List<Long> bureaus = this.ground.below().stream().filter(this.now.tree().filing()::contains).toList();
			return this.ground.catalogue()
				.asked()
				.stream()
				.filter((metric) -> bureaus.isEmpty()
						|| bureaus.stream().anyMatch((bureau) -> this.now.isAsked(bureau, metric)))
				.toList();
		}

		SumTable.Row row(Metric metric, Optional<ReportingPeriod> lastYear) {
			Sum sum = this.now.of(this.bureau, metric);
			Answer own = this.now.own(this.bureau, metric);
			SumTable.LastYear held = held(metric, sum, lastYear.map(ReportingPeriod::getId).map(this.sums::get));
			boolean middle = this.now.tree().middles(this.bureau).contains(this.bureau);
			return new SumTable.Row(metric.getCode(), metric.getName(), metric.getUnit(), print(sum), sum.isSummed(),
					sum.carried().size(), open(sum.given()), middle ? print(own) : "",
					middle ? difference(sum, own) : SumTable.Difference.NONE,
					sum.lacking()
						.stream()
						.map((leaf) -> new SumTable.Missing(this.names.get(leaf),
								words(sum.answers().get(leaf).lack())))
						.toList(),
					held);
		}

		List<MetricSum.Line> lines(Metric metric, Optional<ReportingPeriod> lastYear) {
			Sum sum = this.now.of(this.bureau, metric);
			Optional<Sums> before = lastYear.map(ReportingPeriod::getId).map(this.sums::get);
			BigDecimal whole = whole(sum);
			return sum.answers()
				.entrySet()
				.stream()
				.sorted(Comparator.comparing(Map.Entry::getValue, largestFirst()))
				.map((entry) -> {
					Answer answer = entry.getValue();
					SumTable.LastYear held = held(metric, answer,
							before.map((sums) -> sums.answer(entry.getKey(), metric)));
					return new MetricSum.Line(this.names.get(entry.getKey()), Amount.print(answer.amount()),
							metric.isComputed() ? amount(answer.part()) : "", amount(answer.denominator()),
							share(answer, whole), held, why(answer), since(answer), open(answer.given()),
							answer.note().strip());
				})
				.toList();
		}

		List<MetricSum.Middle> middles(Metric metric) {
			return this.now.tree().middles(this.bureau).stream().map((middle) -> {
				Sum sum = this.now.of(middle, metric);
				Answer own = this.now.own(middle, metric);
				return new MetricSum.Middle(this.names.get(middle), Amount.print(own.amount()), why(own), print(sum),
						difference(sum, own));
			}).toList();
		}

		List<MetricSum.Year> trend(Metric metric, List<ReportingPeriod> years) {
			return Stream.concat(Stream.of(this.ground.period()), years.stream()).map((period) -> {
				Sum sum = this.sums.get(period.getId()).of(this.bureau, metric);
				SumTable.LastYear held = held(metric, sum,
						years.stream()
							.filter((before) -> before.getYear() == period.getYear() - 1)
							.map((before) -> this.sums.get(before.getId()))
							.findFirst());
				return new MetricSum.Year(period.getTitle(), print(sum), sum.parts().size(), sum.lacking().size(),
						sum.carried().size(), held);
			}).toList();
		}

		/**
		 * Like is held against like: the same bureaus, each with the figure of its
		 * period. The rest is growth of nothing but the number of bureaus.
		 */
		private SumTable.LastYear held(Metric metric, Sum now, Optional<Sums> lastYear) {
			if (lastYear.isEmpty() || now.amount() == null) {
				return SumTable.LastYear.NONE;
			}
			Sum before = sameBureaus(metric, now.parts(), lastYear.get());
			if (!now.carried().isEmpty() || !before.carried().isEmpty()) {
				return SumTable.LastYear.incomparable("含往期数，不比较");
			}
			if (!before.isComplete()) {
				return SumTable.LastYear.incomparable("上年同期有 %d 个单位无数".formatted(before.lacking().size()));
			}
			return new SumTable.LastYear(print(before), metric.measure().change(now.given(), before.given()));
		}

		private static SumTable.LastYear held(Metric metric, Answer now, Optional<Answer> lastYear) {
			if (now.given() == null || lastYear.isEmpty()) {
				return SumTable.LastYear.NONE;
			}
			if (now.isCarried() || lastYear.get().isCarried()) {
				return SumTable.LastYear.incomparable("含往期数，不比较");
			}
			Given before = lastYear.get().given();
			return new SumTable.LastYear((before != null) ? Amount.print(before.amount()) : "",
					metric.measure().change(now.given(), before));
		}

		private static Sum sameBureaus(Metric metric, List<Long> bureaus, Sums lastYear) {
			Map<Long, Answer> answers = new LinkedHashMap<>();
			bureaus.forEach((bureau) -> answers.put(bureau, lastYear.answer(bureau, metric)));
			return new Sum(metric, answers);
		}

		private static SumTable.Difference difference(Sum sum, Answer own) {
			BigDecimal amount = sum.amount();
			if (sum.metric().isComputed() || amount == null || own.part() == null) {
				return SumTable.Difference.NONE;
			}
			BigDecimal difference = own.part().amount().subtract(amount);
			return new SumTable.Difference(Amount.print(difference), difference.signum() < 0, own.note().strip(),
					sum.isComplete() ? (sum.carried().isEmpty() ? "" : "含往期数") : "含缺报");
		}

		/** What shares are of; null where they have no sense. */
		private static @Nullable BigDecimal whole(Sum sum) {
			BigDecimal whole = sum.amount();
			boolean shared = !sum.metric().isComputed() && whole != null && whole.signum() > 0
					&& sum.answers()
						.values()
						.stream()
						.noneMatch((answer) -> answer.isPart() && answer.part().amount().signum() < 0);
			return shared ? whole : null;
		}

		private static @Nullable BigDecimal share(Answer answer, @Nullable BigDecimal whole) {
			return (whole != null && answer.isPart()) ? Percent.of(answer.part().amount(), whole) : null;
		}

		private static Comparator<Answer> largestFirst() {
			return Comparator.comparing(Answer::amount, Comparator.nullsLast(Comparator.reverseOrder()))
				.thenComparing(Answer::isLacking);
		}

		private static String amount(@Nullable Given given) {
			return (given != null) ? Amount.print(given.amount()) : "";
		}

		private static String open(@Nullable Given given) {
			return (given != null && given.certainty().isOpen()) ? given.certainty().label() : "";
		}

		private static String print(Sum sum) {
			return sum.isNotApplicable() ? Amount.NOT_APPLICABLE : Amount.print(sum.amount());
		}

		private static String print(Answer own) {
			return (own.amount() != null) ? Amount.print(own.amount()) : why(own);
		}

		private static String why(Answer answer) {
			if (answer.given() != null || answer.isPart()) {
				return "";
			}
			return answer.isLacking() ? words(answer.lack()) : Amount.NOT_APPLICABLE;
		}

		private static String words(Answer.@Nullable Lack lack) {
			return (lack != null) ? lack.label() : "";
		}

		private String since(Answer answer) {
			return Optional.ofNullable(answer.since()).map(this.periods::get).map(ReportingPeriod::getTitle).orElse("");
		}

	}

}
