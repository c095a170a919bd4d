package org.kebao.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.report.Part;
import org.kebao.script.Span;

/**
 * Where in the texts of a report something was found. Offsets are of the text as it was
 * typed.
 *
 * @param field the name of the field, as forms have it
 * @param place the same in words: "成效 2 · 正文"
 * @param was what stands there
 * @param quote the sentence, shortened where it is long
 * @param marked the words in question, in the quote
 * @param mend what to write in place of the stretch, null where only the writer can know
 * @param token the metric to put in place of the stretch, null where none says the same
 * @param edits what mending does, where it is more than the stretch itself
 * @param against what it is held against, null where the text alone is wrong
 * @param fill what to write into the table instead, null where nothing can be
 */
public record Spot(Part part, String field, String place, int offset, int length, String was, String quote, Span marked,
		@Nullable String mend, @Nullable String token, List<Edit> edits, @Nullable Against against,
		@Nullable Fill fill) {

	public Spot {
		edits = List.copyOf(edits);
	}

	/**
	 * The other side.
	 *
	 * @param name in words: "指标表"
	 * @param otherwise what to do where not it, but the text is right
	 * @param place where it is changed, as in the address of a part, "" for the sentence
	 */
	public record Against(String name, String otherwise, String place) {
	}

	/**
	 * What the text says, written into a cell of the table in place of what stands there.
	 *
	 * @param base the version of what stands there
	 * @param then what stands there, with its unit
	 * @param told what is written, with its unit
	 */
	public record Fill(String field, String was, String base, String text, String name, String then, String told) {
	}

	/** One stretch that is written anew, as long as it reads what it read. */
	public record Edit(int offset, int length, String was, String text) {

		boolean fits(String text) {
			return text.startsWith(this.was, this.offset);
		}

	}

	/**
	 * The whole text with this mended, nothing where it reads otherwise by now.
	 * @param bound whether the metric is put there, and not words
	 */
	public Optional<String> mended(String text, boolean bound) {
		List<Edit> wanted = !bound ? this.edits
				: (this.token == null) ? List.of() : List.of(new Edit(this.offset, this.length, this.was, this.token));
		if (wanted.isEmpty() || !wanted.stream().allMatch((edit) -> edit.fits(text))) {
			return Optional.empty();
		}
		StringBuilder mended = new StringBuilder(text);
		wanted.stream()
			.sorted(Comparator.comparingInt(Edit::offset).reversed())
			.forEach((edit) -> mended.replace(edit.offset(), edit.offset() + edit.length(), edit.text()));
		return Optional.of(mended.toString());
	}

	/** What the sentence says, and which of its words are meant. */
	String said() {
		return (before() + "|" + words() + "|" + after()).replaceAll("\\s+", "");
	}

	/** How it can be settled, none of them done by itself. */
	public List<Choice> choices() {
		return Choice.of(this);
	}

	public boolean isMendable() {
		return !this.edits.isEmpty();
	}

	public String before() {
		return this.quote.substring(0, this.marked.offset());
	}

	public String words() {
		return this.marked.of(this.quote);
	}

	public String after() {
		return this.quote.substring(this.marked.end());
	}

}
