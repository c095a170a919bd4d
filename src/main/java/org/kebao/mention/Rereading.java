package org.kebao.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.kebao.binding.TokenPlace;
import org.kebao.binding.Printed;
import org.kebao.binding.Stated;
import org.kebao.prose.Figure;
import org.kebao.prose.Growth;
import org.kebao.script.MeasureWords;
import org.kebao.script.Span;

/**
 * What is read where a stretch of a text is written anew. The one guard of all that is
 * put into a text in the place of a figure: it is there only where nothing runs into its
 * neighbours and all else states what it stated.
 *
 * @param text around the stretch, as it prints then
 * @param now what prints in the place of the stretch
 * @param figure that stands there, null where none is read
 * @param growths the figures whose change stands there
 */
public record Rereading(String text, Span now, @Nullable Figure figure, List<Figure> growths) {

	/** So much before and behind is read again; no figure looks further for its words. */
	private static final int AROUND = 300;

	public Rereading {
		growths = List.copyOf(growths);
	}

	/**
	 * A stretch that is written anew, before it is read.
	 *
	 * @param was the stretch, in the text before
	 * @param now what prints in its place, in the text after
	 */
	record Draft(Passage passage, Printed before, Span was, Printed after, Span now) {

		/** What prints in the place of the stretch. */
		String words() {
			return this.now.of(this.after.text());
		}

		/** Reads it, nothing where other figures state other things then. */
		Optional<Rereading> read() {
			List<Figure> read = this.passage.reader().read(this.before.text()).all().toList();
			List<Figure> reread = this.passage.reader().read(this.after.text()).all().toList();
			Comparison comparison = new Comparison(this.was, this.now);
			boolean same = read.size() == reread.size()
					&& IntStream.range(0, read.size()).allMatch((i) -> comparison.isSame(read.get(i), reread.get(i)));
			List<Figure> there = reread.stream().filter((figure) -> meets(figure.span(), this.now)).toList();
			return (!same || there.size() > 1) ? Optional.empty()
					: Optional.of(new Rereading(this.after.text(), this.now, there.isEmpty() ? null : there.get(0),
							reread.stream().filter(this::isOfChange).toList()));
		}

		private boolean isOfChange(Figure figure) {
			return figure.growth() != null && meets(figure.growth().span(), this.now);
		}

	}

	/**
	 * Writes a stretch anew.
	 * @param stretch of the printed text, without a token in it
	 * @param words as they are typed, a token or plain
	 * @return nothing where they cannot stand there
	 */
	static Optional<Draft> draft(Passage passage, Span stretch, String words) {
		Printed whole = passage.printed();
		if (whole.isBound(stretch) || stretch.of(whole.text()).indexOf('\n') >= 0) {
			return Optional.empty();
		}
		Span window = window(whole, stretch);
		Span typed = whole.source(window);
		Span edit = whole.source(stretch);
		int at = edit.offset() - typed.offset();
		String source = typed.of(whole.source());
		Printed before = passage.reader().print(source);
		if (!before.text().equals(window.of(whole.text()))) {
			return Optional.empty();
		}
		Printed after = passage.reader().print(source.substring(0, at) + words + source.substring(at + edit.length()));
		Span was = new Span(stretch.offset() - window.offset(), stretch.length());
		String head = before.text().substring(0, was.offset());
		String tail = before.text().substring(was.end());
		boolean alone = after.text().length() >= head.length() + tail.length() && after.text().startsWith(head)
				&& after.text().endsWith(tail) && after.troubles().size() == before.troubles().size();
		if (!alone) {
			return Optional.empty();
		}
		Span now = Span.between(was.offset(), after.text().length() - tail.length());
		return Neighbours.areApart(after.text(), now) ? Optional.of(new Draft(passage, before, was, after, now))
				: Optional.empty();
	}

	/** The line it stands in, as far as it is near; a token is in it or not. */
	private static Span window(Printed printed, Span stretch) {
		String text = printed.text();
		int start = Math.max(text.lastIndexOf('\n', Math.max(stretch.offset() - 1, 0)) + 1, stretch.offset() - AROUND);
		start = Math.min(start, stretch.offset());
		int end = text.indexOf('\n', stretch.end());
		end = Math.min((end < 0) ? text.length() : end, stretch.end() + AROUND);
		for (TokenPlace place : printed.places()) {
			if (place.printed().offset() < start && start < place.printed().end()) {
				start = place.printed().end();
			}
			if (place.printed().offset() < end && end < place.printed().end()) {
				end = place.printed().offset();
			}
		}
		return Span.between(start, end);
	}

	private static boolean meets(Span one, Span other) {
		return one.offset() < other.end() && other.offset() < one.end();
	}

	/** Whether the figure that stands there states that amount, and nothing about it. */
	boolean states(Stated stated) {
		return this.figure != null && this.figure.upTo() == null && this.figure.hole() == Figure.Hole.NONE
				&& this.figure.approximation() == Figure.Approximation.EXACT && isOf(this.figure, stated.unit())
				&& Claim.isExact(this.figure, stated.amount(), stated.unit());
	}

	/** Whether the figure that stands there is that amount as far as it shows it. */
	public boolean agrees(BigDecimal amount, String unit) {
		return this.figure != null && this.figure.value() != null
				&& Claim.stance(this.figure, this.figure.span().of(this.text), amount, unit) == Stance.AGREES
				&& (this.figure.value().signum() != 0 || amount.signum() == 0);
	}

	/** A bare 万 or 亿 is one of 元. */
	private static boolean isOf(Figure figure, String unit) {
		String told = Optional.ofNullable(figure.unit()).orElse("");
		return !MeasureWords.unscaled(told).isEmpty() || !told.isEmpty() && MeasureWords.base(unit).equals("元");
	}

	/**
	 * Whether a figure that is read where a token stands is what the token states; what
	 * cannot be held against it is.
	 */
	static boolean isOf(Figure figure, Stated stated) {
		String unit = Optional.ofNullable(figure.unit()).orElse("");
		OptionalInt power = MeasureWords.power(unit, stated.unit());
		if (figure.value() == null || power.isEmpty()) {
			return figure.value() == null || MeasureWords.power(unit) == MeasureWords.power(stated.unit());
		}
		// the reader takes a sign for a word before the number
		BigDecimal told = stated.amount().abs().movePointLeft(power.getAsInt());
		return told.compareTo(figure.value()) == 0 || figure.upTo() != null && told.compareTo(figure.upTo()) == 0;
	}

	/**
	 * Two readings, side by side.
	 */
	private record Comparison(Span was, Span now) {

		boolean isSame(Figure one, Figure other) {
			boolean written = meets(one.span(), this.was);
			if (written != meets(other.span(), this.now) || !written && !isSamePlace(one.span(), other.span())) {
				return false;
			}
			boolean alike = one.thing().equals(other.thing()) && one.level().equals(other.level())
					&& isSame(one.completion(), other.completion()) && isSameGrowth(one.growth(), other.growth())
					&& one.parts().size() == other.parts().size();
			return alike && (written || isSame(one.value(), other.value()) && isSame(one.upTo(), other.upTo())
					&& Objects.equals(one.unit(), other.unit()) && one.hole() == other.hole()
					&& one.approximation() == other.approximation() && one.role() == other.role());
		}

		private boolean isSamePlace(Span one, Span other) {
			return one.offset() + ((one.offset() >= this.was.end()) ? this.now.end() - this.was.end() : 0) == other
				.offset();
		}

		private boolean isSameGrowth(@Nullable Growth one, @Nullable Growth other) {
			if (one != null && meets(one.span(), this.was)) {
				// its change is what was written
				return other == null || meets(other.span(), this.now);
			}
			return (one == null || other == null) ? one == other
					: one.kind() == other.kind() && one.base() == other.base() && isSame(one.amount(), other.amount());
		}

		private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
			return (one == null || other == null) ? one == other : one.compareTo(other) == 0;
		}

	}

}
