package org.kebao.mention;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Given;
import org.kebao.binding.TokenPlace;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;

/**
 * 文中数字: what a report's texts state of its table, what they state by hand, and what they
 * leave out.
 *
 * @param unbound those that contradict the table first
 * @param silent metrics of the table no text speaks of, in print order
 * @param bound in the order of the paper
 */
record Survey(List<Line> unbound, List<Silent> silent, List<Bound> bound) {

	/** How many contradict the table. */
	public long differing() {
		return this.unbound.stream().filter((line) -> !line.isAgreeing()).count();
	}

	/** How many can be bound and nobody would notice. */
	public long safe() {
		return this.unbound.stream().filter(Line::isSafe).count();
	}

	public boolean isBindable() {
		return this.unbound.stream().anyMatch((line) -> line.mention().isBindable());
	}

	/** Those a token could stand for, by their keys. */
	Map<String, Line> bindable() {
		return this.unbound.stream()
			.filter((line) -> line.mention().isBindable())
			.collect(Collectors.toMap(Line::key, Function.identity(), (first, second) -> first));
	}

	/**
	 * A figure that was typed although a table says it.
	 *
	 * @param substitute the token for it, null where none fits
	 */
	record Line(Passage passage, Mention mention, Quote quote, @Nullable Substitute substitute) {

		/** Names the figure, the text it was read in and what the table said then. */
		public String key() {
			return String.join(":", this.passage.field(), this.passage.base(),
					Integer.toString(this.mention.source().offset()), Integer.toString(this.mention.source().length()),
					this.mention.metric().getCode(), Amount.print(this.mention.expected()));
		}

		public String place() {
			return this.passage.place();
		}

		public String field() {
			return this.passage.field();
		}

		public String slug() {
			return this.passage.part().slug();
		}

		public String metric() {
			return this.mention.metric().getName();
		}

		public String code() {
			return this.mention.metric().getCode();
		}

		/** As it stands in the table. */
		public String expected() {
			return Amount.print(this.mention.expected()) + this.mention.metric().getUnit();
		}

		public boolean isAgreeing() {
			return this.mention.stance() == Stance.AGREES;
		}

		public boolean isTarget() {
			return this.mention.figure().role() == Figure.Role.TARGET;
		}

		public boolean isBindable() {
			return this.mention.isBindable() && this.substitute != null;
		}

		/** Whether the paper says the same afterwards. */
		public boolean isSafe() {
			return isBindable() && isAgreeing() && this.mention.expected() != null
					&& Claim.isExact(this.mention.figure(), this.mention.expected(), this.mention.metric().getUnit());
		}

		/** What the paper says afterwards, "" for the same. */
		public String after() {
			return (this.substitute == null || this.substitute.isSame()) ? "" : this.substitute.printed();
		}

		Replacement replacement() {
			return new Replacement(this.passage.field(), this.passage.base(), this.substitute.source(),
					this.substitute.token());
		}

	}

	/**
	 * A metric no text speaks of.
	 *
	 * @param token that states it
	 */
	record Silent(Metric metric, Given given, String token) {

		public String name() {
			return this.metric.getName();
		}

		public String value() {
			return Amount.spell(this.given.amount(), this.metric.getUnit());
		}

	}

	/**
	 * A token of a text.
	 *
	 * @param token as it was typed
	 */
	record Bound(Passage passage, TokenPlace place, Quote quote, String token) {
	}

}
