package org.kebao.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to settle what was found in a text. Where it is not certain which side is right
 * both stand side by side, and neither is done but by the writer.
 *
 * @param kind what it does
 * @param label with what will be written, in its unit
 * @param place where to look, as in the address of a part; "" for the sentence itself
 */
public record Choice(Kind kind, String label, String place) {

	/** What is done. */
	public enum Kind {

		/** The text is right: it is written into the table. */
		FILL,

		/** The text is right: where to change the other side. */
		LOOK,

		/** The other side is right: other words. */
		MEND,

		/** The table is right: a metric in place of the words. */
		BIND;

		public boolean isFill() {
			return this == FILL;
		}

		public boolean isLook() {
			return this == LOOK;
		}

		public boolean isMend() {
			return this == MEND;
		}

		public boolean isBind() {
			return this == BIND;
		}

	}

	static List<Choice> of(Spot spot) {
		List<Choice> choices = new ArrayList<>();
		Spot.Against against = spot.against();
		String right = (against != null) ? against.name() + "对：" : "";
		if (spot.fill() != null) {
			choices.add(new Choice(Kind.FILL, "正文对：把指标表改成" + spot.fill().told(), ""));
		}
		else if (against != null) {
			choices.add(new Choice(Kind.LOOK, against.otherwise(), against.place()));
		}
		if (spot.mend() != null) {
			choices.add(new Choice(Kind.MEND,
					right + (spot.mend().isEmpty() ? "删去“" + spot.was() + "”" : "改成“" + spot.mend() + "”"), ""));
		}
		else if (spot.isMendable()) {
			choices.add(new Choice(Kind.MEND, "全部改正", ""));
		}
		if (spot.token() != null) {
			choices.add(new Choice(Kind.BIND, right + "绑定指标", ""));
		}
		return List.copyOf(choices);
	}

	/** How it is named in forms and scripts. */
	public String name() {
		return this.kind.name().toLowerCase();
	}

}
