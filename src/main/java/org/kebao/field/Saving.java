package org.kebao.field;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.kebao.revision.Revision;
import org.kebao.script.Legible;

/**
 * What became of one typed text. A later save of another's text is never silent: it is a
 * conflict, and both texts are told.
 *
 * @param field the name of the field
 * @param text what stands in the report now
 * @param version of that text, to be sent along with the next save
 * @param message why it was refused, or how it was understood; "" where nothing is to be
 * said
 * @param savedBy the account that wrote what stands in the report, where known
 */
public record Saving(String field, Outcome outcome, String text, String version, String message, @Nullable Long savedBy,
		@Nullable Instant savedAt) {

	/** Said beside a field that the writer's rights are not for. */
	public static final String FOR_OTHERS = "这一处不由您的账号填写，请本单位的其他填报人员填写";

	/** How a save ended. */
	public enum Outcome {

		SAVED, REFUSED, CONFLICT,

		/** The report has no such place any more: deleted, or not asked. */
		GONE

	}

	/**
	 * One text to be saved, whatever way it came: it holds nothing that cannot be seen.
	 *
	 * @param base the version of the text the writer had before him
	 * @param save what his page calls this save, "" for nothing
	 * @param unanswered earlier saves of the field by the same hand whose answer was lost
	 * on the way: what one of them wrote, the writer has seen
	 */
	public record Wish(String field, String text, String base, String save, List<String> unanswered) {

		private static final int LONGEST_SAVE = 40;

		public Wish {
			Objects.requireNonNull(field);
			Objects.requireNonNull(text);
			Objects.requireNonNull(base);
			text = Legible.text(text);
			save = Objects.requireNonNullElse(save, "");
			unanswered = List.copyOf(Objects.requireNonNullElse(unanswered, List.of()));
			if (save.length() > LONGEST_SAVE) {
				throw new IllegalArgumentException("No save is called " + save);
			}
		}

		public Wish(String field, String text, String base) {
			this(field, text, base, "", List.of());
		}

		/** Why no field of that length takes the text, "" where one would. */
		public String refusal(int longest) {
			int length = this.text.codePointCount(0, this.text.length());
			return (length <= longest) ? "" : "最多 %d 字，现在 %d 字".formatted(longest, length);
		}

	}

	/**
	 * What a text would do to its field, told before it is saved.
	 *
	 * @param before what stands in the report now
	 * @param base the version of that text, for the save that may follow
	 * @param after what would stand there
	 * @param refusal why the text would be refused, "" if not
	 * @param told how the text was understood, "" where that is plain
	 */
	public record Prospect(String field, String before, String base, String after, String refusal, String told) {

		public boolean isChange() {
			return this.refusal.isEmpty() && !this.after.equals(this.before);
		}

	}

	public static boolean isConflict(List<Saving> savings) {
		return savings.stream().anyMatch((saving) -> saving.outcome == Outcome.CONFLICT);
	}

	/** Whether one of them was not saved, and nothing is to be decided about it. */
	public static boolean isRefused(List<Saving> savings) {
		return savings.stream()
			.anyMatch((saving) -> saving.outcome == Outcome.REFUSED || saving.outcome == Outcome.GONE);
	}

	/**
	 * The version of a text: the same text has the same version, wherever it was typed.
	 */
	public static String version(String text) {
		return Revision.checksum(text).substring(0, 12);
	}

}
