package org.kebao.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Completion;
import org.kebao.amount.Pace;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.promise.Promise;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.ReportContent;

/**
 * 计划完成情况表: every promise that falls due, with the figure of this report and what became
 * of it. It is worked out on reading, so nothing can be taken out of it.
 */
public record CompletionTable(List<Line> lines) {

	public boolean isEmpty() {
		return this.lines.isEmpty();
	}

	public Optional<Line> line(Long promiseId) {
		return this.lines.stream().filter((line) -> line.id().equals(promiseId)).findFirst();
	}

	/** How many of them are settled for good. */
	public long due() {
		return this.lines.stream().filter(Line::due).count();
	}

	/** How many are settled. */
	public long settled() {
		return this.lines.stream().filter(Line::isSettled).count();
	}

	/** As it prints, the notes in plain words. */
	List<ReportContent.Promise> content(Facts facts) {
		return this.lines.stream().map((line) -> line.content(BoundText.of(line.note()).print(facts).text())).toList();
	}

	/**
	 * One promise.
	 *
	 * @param metric the code of its metric, null for what was promised in words
	 * @param actual the figure of this report
	 * @param pace how it stands in the middle of the year
	 * @param chosen what the bureau has chosen
	 * @param due whether it is settled for good
	 */
	public record Line(Promise promise, @Nullable String metric, @Nullable BigDecimal actual, Completion completion,
			Pace pace, @Nullable Fulfilment chosen, String note, boolean due) {

		public Long id() {
			return this.promise.getId();
		}

		/** The name of its fields begins with this. */
		public String field() {
			return "settlement." + id();
		}

		/**
		 * What became of it. Where goal and figure are known, 完成 follows from them and
		 * cannot be claimed against them.
		 */
		public @Nullable Fulfilment state() {
			if (this.promise.isDropped()) {
				return Fulfilment.DROPPED;
			}
			if (this.completion.isMet()) {
				return Fulfilment.DONE;
			}
			return takes(this.chosen) ? this.chosen : null;
		}

		/** Whether nothing is to be chosen. */
		public boolean isFixed() {
			return this.promise.isDropped() || this.completion.isMet();
		}

		/** What can be chosen. */
		public List<Fulfilment> choices() {
			return Stream.of(Fulfilment.DONE, Fulfilment.UNDER_WAY, Fulfilment.MISSED).filter(this::takes).toList();
		}

		private boolean takes(@Nullable Fulfilment state) {
			if (isFixed() || state == Fulfilment.DROPPED) {
				return false;
			}
			return state != Fulfilment.DONE || !this.completion.isShort() && !lacksFigure();
		}

		/** Whether 完成 cannot be said because nothing stands against the goal yet. */
		public boolean lacksFigure() {
			return this.completion.isBlank();
		}

		/** Whether what was missed has to be explained and is not. */
		public boolean lacksReason() {
			return needsReason() && this.note.isBlank();
		}

		/** 未完成 needs a reason, of what is due 推进中 too. */
		public boolean needsReason() {
			Fulfilment state = state();
			return state == Fulfilment.MISSED || (this.due && state == Fulfilment.UNDER_WAY);
		}

		public boolean isSettled() {
			return state() != null && !lacksReason();
		}

		/** Whether less was done than the time that has passed asks for. */
		public boolean isBehind() {
			return this.pace.verdict() == Pace.Verdict.BEHIND;
		}

		public boolean isMeasure() {
			return this.promise.getKind() == Promise.Kind.MEASURE;
		}

		/** In the middle of the year it is no matter what the whole year lacks yet. */
		private String inWords() {
			return this.pace.words().isEmpty() ? this.completion.words() : this.completion.reached();
		}

		/** As it prints, the note as it was typed. */
		public ReportContent.Promise content() {
			return content(this.note);
		}

		private ReportContent.Promise content(String note) {
			return new ReportContent.Promise(id(), this.promise.source(), this.promise.getText(), this.metric,
					this.promise.getUnit(), this.promise.getBase(), this.promise.getFormula(), this.promise.getGoal(),
					this.promise.isAbove(), this.actual, inWords(), this.pace.words(), state(), note.strip());
		}

	}

}
