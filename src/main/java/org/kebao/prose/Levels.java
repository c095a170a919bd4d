package org.kebao.prose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.kebao.script.Mark;

/**
 * The levels of the headings of one text, in their order. A style that is met for the
 * first time nests in the one before; a sloppy text may go on counting a rank in another
 * style: (一), (二)、, 三、.
 */
final class Levels {

	private final List<Rank> open = new ArrayList<>();

	/**
	 * The level of the next heading.
	 * @param opensAnew whether a style that by custom is lower counts from 1 under it
	 */
	int of(Mark mark, BooleanSupplier opensAnew) {
		int depth = depth(mark, opensAnew);
		if (depth < 0) {
			this.open.add(new Rank());
			depth = this.open.size() - 1;
		}
		this.open.subList(depth + 1, this.open.size()).clear();
		Rank rank = this.open.get(depth);
		rank.styles.add(mark.style());
		rank.last = mark.number();
		return depth + 1;
	}

	/** The level of a heading without a number under the one before. */
	int below() {
		return this.open.size() + 1;
	}

	/** Points that were led by 一是 and the like have come to their end. */
	void leave() {
		while (!this.open.isEmpty() && this.open.get(this.open.size() - 1).isLead()) {
			this.open.remove(this.open.size() - 1);
		}
	}

	/** A part begins in which everything is counted anew. */
	void restart() {
		this.open.clear();
	}

	private int depth(Mark mark, BooleanSupplier opensAnew) {
		for (int i = this.open.size() - 1; i >= 0; i--) {
			if (this.open.get(i).styles.contains(mark.style())) {
				return i;
			}
		}
		if (mark.number() > 1) {
			for (int i = this.open.size() - 1; i >= 0; i--) {
				Rank rank = this.open.get(i);
				if (rank.last == mark.number() - 1
						&& rank.styles.iterator().next().isChinese() == mark.style().isChinese()
						&& !mark.style().isLead()) {
					return i;
				}
			}
		}
		if (!this.open.isEmpty() && this.open.stream().allMatch((rank) -> rank.isBelow(mark.style()))
				&& (mark.number() > 1 || opensAnew.getAsBoolean())) {
			return 0;
		}
		return -1;
	}

	/** Headings of one level. */
	private static final class Rank {

		private final Set<Mark.Style> styles = EnumSet.noneOf(Mark.Style.class);

		private int last;

		private boolean isLead() {
			return this.styles.stream().allMatch(Mark.Style::isLead);
		}

		private boolean isBelow(Mark.Style style) {
			return this.styles.stream().allMatch((own) -> own.compareTo(style) > 0);
		}

	}

}
