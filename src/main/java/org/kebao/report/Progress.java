package org.kebao.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.kebao.metric.Metric;
import org.kebao.revision.Aim;

/**
 * How far a report is: which parts are empty, begun, done, and what is missing.
 *
 * @param parts in the order of the paper
 * @param gaps what a reader would miss, in the order of the paper
 */
public record Progress(Map<Part, PartProgress> parts, List<Gap> gaps) {

	/** How far one part is. */
	public enum State {

		EMPTY("空"), BEGUN("已开始"), DONE("已完成");

		private final String label;

		State(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * One line of the outline.
	 *
	 * @param note how much there is, such as "31/77" or "5 项"
	 */
	public record PartProgress(State state, String note) {

		/** The state in a word, for those who do not see its colour. */
		@JsonProperty
		public String word() {
			return this.state.label();
		}

	}

	/**
	 * Something that is missing.
	 *
	 * @param blocking whether the report cannot be submitted with it
	 * @param places where it is missing, in their order on the page of the part
	 */
	public record Gap(Part part, String words, boolean blocking, List<Place> places) {

		static Gap at(Part part, String words, boolean blocking, String anchor) {
			return new Gap(part, words, blocking, List.of(new Place(anchor, "")));
		}

		/** The first of the places. */
		public String anchor() {
			return this.places.isEmpty() ? "" : this.places.get(0).anchor();
		}

	}

	/**
	 * A field, row or entry of a part's page.
	 *
	 * @param anchor its id there
	 * @param name what it is called among its like, "" where it is the only one
	 */
	public record Place(String anchor, String name) {

		/** Those of a list that are meant, called by their number in it. */
		static <T> List<Place> numbered(List<T> list, Predicate<T> meant, Function<T, String> anchor) {
			return IntStream.range(0, list.size())
				.filter((at) -> meant.test(list.get(at)))
				.mapToObj((at) -> new Place(anchor.apply(list.get(at)), "第 " + (at + 1) + " 项"))
				.toList();
		}

	}

	public long partsDone() {
		return this.parts.values().stream().filter((part) -> part.state() == State.DONE).count();
	}

	public boolean isSubmittable() {
		return this.gaps.stream().noneMatch(Gap::blocking);
	}

	/** The same with what else was seen to be missing. */
	Progress with(List<SubmissionGate.Inspection> seen) {
		return new Progress(this.parts,
				Stream.concat(this.gaps.stream(), seen.stream().flatMap((one) -> one.gaps().stream())).toList());
	}

	static Progress of(Report report, Vocabulary vocabulary, CompletionTable completion) {
		Counting counting = new Counting(report);
		counting.metrics(vocabulary.catalogue().typed());
		counting.officialFigures(vocabulary.catalogue().asked());
		counting.completion(completion);
		counting.entries(Part.ACHIEVEMENTS, Entry.Kind.ACHIEVEMENT, true);
		counting.entries(Part.CASES, Entry.Kind.CASE, false);
		counting.entries(Part.PROBLEMS, Entry.Kind.PROBLEM, false);
		counting.plan();
		counting.entries(Part.SUGGESTIONS, Entry.Kind.SUGGESTION, false);
		return new Progress(counting.parts, List.copyOf(counting.gaps));
	}

	private static final class Counting {

		private final Report report;

		private final Map<Part, PartProgress> parts = new EnumMap<>(Part.class);

		private final List<Gap> gaps = new ArrayList<>();

		Counting(Report report) {
			this.report = report;
		}

		void metrics(List<Metric> asked) {
			long answered = asked.stream().filter((metric) -> this.report.isAnswered(metric.getId())).count();
			this.parts.put(Part.METRICS,
					new PartProgress(state(answered, answered == asked.size()), answered + "/" + asked.size()));
			List<Place> blank = asked.stream()
				.filter((metric) -> !this.report.isAnswered(metric.getId()))
				.map((metric) -> new Place("metric." + metric.getCode(), metric.getName()))
				.toList();
			if (answered == 0) {
				this.gaps.add(new Gap(Part.METRICS, "一个指标也没有填", true, blank.stream().limit(1).toList()));
			}
			else if (answered < asked.size()) {
				this.gaps.add(new Gap(Part.METRICS, "还有 " + blank.size() + " 个指标空着；没有此项业务的请填“不适用”，还没到统计时间的请填“未到统计时间”",
						false, blank));
			}
		}

		void completion(CompletionTable completion) {
			int owed = completion.lines().size();
			long settled = completion.settled();
			this.parts.put(Part.COMPLETION, (owed == 0) ? new PartProgress(State.DONE, "无")
					: new PartProgress(state(settled, settled == owed), settled + "/" + owed));
			List<Place> open = Place.numbered(completion.lines(), (line) -> line.state() == null,
					(line) -> line.field() + ".state");
			if (!open.isEmpty()) {
				this.gaps.add(new Gap(Part.COMPLETION, "还有 " + open.size() + " 项没有选完成状态", true, open));
			}
			List<Place> unexplained = Place.numbered(completion.lines(), CompletionTable.Line::lacksReason,
					(line) -> line.field() + ".note");
			if (!unexplained.isEmpty()) {
				this.gaps
					.add(new Gap(Part.COMPLETION, "有 " + unexplained.size() + " 项没有完成，还没有说明原因", true, unexplained));
			}
		}

		/**
		 * An official figure that stands in the place of a computed one says why (C03).
		 */
		void officialFigures(List<Metric> asked) {
			asked.stream()
				.filter(Metric::isComputed)
				.filter((metric) -> this.report.value(metric.getId())
					.filter((value) -> value.getAmount() != null && value.getNote().isBlank())
					.isPresent())
				.forEach((metric) -> this.gaps.add(Gap.at(Part.METRICS, "“" + metric.getName() + "”填了核定数，请写明依据", true,
						"metric." + metric.getCode() + ".note")));
		}

		void entries(Part part, Entry.Kind kind, boolean needed) {
			List<Entry> entries = this.report.entries(kind);
			boolean complete = isComplete(part, kind, entries);
			this.parts.put(part,
					new PartProgress(state(entries.size(), complete), entries.isEmpty() ? "" : entries.size() + " 项"));
			if (entries.isEmpty()) {
				this.gaps.add(Gap.at(part, "还没有写" + part.label(), needed, "list-" + kind));
			}
		}

		void plan() {
			List<Entry> measures = this.report.entries(Entry.Kind.MEASURE);
			List<PlanTarget> targets = this.report.targets();
			boolean measured = isComplete(Part.PLAN, Entry.Kind.MEASURE, measures);
			List<Place> vague = Place.numbered(targets, (target) -> !target.isComplete(), Counting::missing);
			boolean aimed = vague.isEmpty();
			if (!aimed) {
				this.gaps.add(new Gap(Part.PLAN, "有工作目标没有填完整", true, vague));
			}
			if (targets.isEmpty() && measures.isEmpty()) {
				this.gaps.add(Gap.at(Part.PLAN, "计划里还没有目标，也没有措施", true, "list-TARGET"));
			}
			else if (targets.isEmpty() || measures.isEmpty()) {
				this.gaps.add(targets.isEmpty() ? Gap.at(Part.PLAN, "计划里还没有工作目标", false, "list-TARGET")
						: Gap.at(Part.PLAN, "计划里还没有主要措施", false, "list-MEASURE"));
			}
			boolean thought = !this.report.getIdea().isBlank();
			if (!thought) {
				this.gaps.add(Gap.at(Part.PLAN, "总体思路还没有写", false, "idea"));
			}
			boolean done = thought && measured && aimed && !targets.isEmpty() && !measures.isEmpty();
			long begun = targets.size() + measures.size() + (thought ? 1 : 0);
			this.parts.put(Part.PLAN, new PartProgress(state(begun, done), (begun == 0) ? "" : targets.size() + " 目标"));
		}

		private boolean isComplete(Part part, Entry.Kind kind, List<Entry> entries) {
			List<Place> incomplete = Place.numbered(entries, (entry) -> !entry.isComplete(), Counting::missing);
			if (!incomplete.isEmpty()) {
				this.gaps
					.add(new Gap(part, "有 " + incomplete.size() + " 项" + kind.label() + "缺标题或正文", true, incomplete));
			}
			List<Place> carried = Place.numbered(entries, Entry::isCarriedUntouched,
					(entry) -> "entry." + entry.getId() + ".body");
			if (!carried.isEmpty()) {
				this.gaps
					.add(new Gap(part, "有 " + carried.size() + " 项" + kind.label() + "沿用上年，还没有改动", false, carried));
			}
			return incomplete.isEmpty();
		}

		private static String missing(Entry entry) {
			return "entry." + entry.getId() + (entry.getHeading().isBlank() ? ".heading" : ".body");
		}

		private static String missing(PlanTarget target) {
			return "target." + target.getId() + ((target.getAim() == Aim.WORDS) ? ".words"
					: (target.getMetricId() == null) ? ".metric" : ".amount");
		}

		private static State state(long begun, boolean done) {
			return (begun == 0) ? State.EMPTY : done ? State.DONE : State.BEGUN;
		}

	}

}
