package org.kebao.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.kebao.metric.Metric;

/**
 * How far a report is: which parts are empty, begun, done, and what is missing.
 *
 * @param parts in the order of the paper
 * @param gaps what a reader would miss, in the order of the paper
 */
public record Progress(Map<Part, PartProgress> parts, List<Gap> gaps) {

	/** How far one part is. */
	public enum State {

		EMPTY, BEGUN, DONE

	}

	/**
	 * One line of the outline.
	 *
	 * @param note how much there is, such as "31/77" or "5 项"
	 */
	public record PartProgress(State state, String note) {
	}

	/**
	 * Something that is missing.
	 *
	 * @param blocking whether the report cannot be submitted with it
	 */
	public record Gap(Part part, String words, boolean blocking) {
	}

	public long partsDone() {
		return this.parts.values().stream().filter((part) -> part.state() == State.DONE).count();
	}

	public boolean isSubmittable() {
		return this.gaps.stream().noneMatch(Gap::blocking);
	}

	/** The same with more that is missing. */
	Progress with(List<Gap> more) {
		return new Progress(this.parts, Stream.concat(this.gaps.stream(), more.stream()).toList());
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
			if (answered == 0) {
				this.gaps.add(new Gap(Part.METRICS, "一个指标也没有填", true));
			}
			else if (answered < asked.size()) {
				this.gaps.add(new Gap(Part.METRICS,
						"还有 " + (asked.size() - answered) + " 个指标空着；没有此项业务的请填“不适用”，还没到统计时间的请填“未到统计时间”", false));
			}
		}

		void completion(CompletionTable completion) {
			int owed = completion.lines().size();
			long settled = completion.settled();
			this.parts.put(Part.COMPLETION, (owed == 0) ? new PartProgress(State.DONE, "无")
					: new PartProgress(state(settled, settled == owed), settled + "/" + owed));
			long open = completion.lines().stream().filter((line) -> line.state() == null).count();
			if (open > 0) {
				this.gaps.add(new Gap(Part.COMPLETION, "还有 " + open + " 项没有选完成状态", true));
			}
			long unexplained = completion.lines().stream().filter(CompletionTable.Line::lacksReason).count();
			if (unexplained > 0) {
				this.gaps.add(new Gap(Part.COMPLETION, "有 " + unexplained + " 项没有完成，还没有说明原因", true));
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
				.forEach((metric) -> this.gaps
					.add(new Gap(Part.METRICS, "“" + metric.getName() + "”填了核定数，请写明依据", true)));
		}

		void entries(Part part, Entry.Kind kind, boolean needed) {
			List<Entry> entries = this.report.entries(kind);
			boolean complete = isComplete(part, kind, entries);
			this.parts.put(part,
					new PartProgress(state(entries.size(), complete), entries.isEmpty() ? "" : entries.size() + " 项"));
			if (entries.isEmpty()) {
				this.gaps.add(new Gap(part, "还没有写" + part.label(), needed));
			}
		}

		void plan() {
			List<Entry> measures = this.report.entries(Entry.Kind.MEASURE);
			List<PlanTarget> targets = this.report.targets();
			boolean measured = isComplete(Part.PLAN, Entry.Kind.MEASURE, measures);
			boolean aimed = targets.stream().allMatch(PlanTarget::isComplete);
			if (!aimed) {
				this.gaps.add(new Gap(Part.PLAN, "有工作目标没有填完整", true));
			}
			if (targets.isEmpty() && measures.isEmpty()) {
				this.gaps.add(new Gap(Part.PLAN, "计划里还没有目标，也没有措施", true));
			}
			else if (targets.isEmpty() || measures.isEmpty()) {
				this.gaps.add(new Gap(Part.PLAN, targets.isEmpty() ? "计划里还没有工作目标" : "计划里还没有主要措施", false));
			}
			boolean thought = !this.report.getIdea().isBlank();
			if (!thought) {
				this.gaps.add(new Gap(Part.PLAN, "总体思路还没有写", false));
			}
			boolean done = thought && measured && aimed && !targets.isEmpty() && !measures.isEmpty();
			long begun = targets.size() + measures.size() + (thought ? 1 : 0);
			this.parts.put(Part.PLAN, new PartProgress(state(begun, done), (begun == 0) ? "" : targets.size() + " 目标"));
		}

		private boolean isComplete(Part part, Entry.Kind kind, List<Entry> entries) {
			long incomplete = entries.stream().filter((entry) -> !entry.isComplete()).count();
			if (incomplete > 0) {
				this.gaps.add(new Gap(part, "有 " + incomplete + " 项" + kind.label() + "缺标题或正文", true));
			}
			long carried = entries.stream().filter(Entry::isCarriedUntouched).count();
			if (carried > 0) {
				this.gaps.add(new Gap(part, "有 " + carried + " 项" + kind.label() + "沿用上年，还没有改动", false));
			}
			return incomplete == 0;
		}

		private static State state(long begun, boolean done) {
			return (begun == 0) ? State.EMPTY : done ? State.DONE : State.BEGUN;
		}

	}

}
