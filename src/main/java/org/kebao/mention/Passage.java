package org.kebao.mention;

import java.util.List;
import java.util.Optional;

import org.kebao.binding.Printed;
import org.kebao.lint.Flaw;
import org.kebao.prose.Figure;
import org.kebao.prose.Reading;
import org.kebao.report.Part;
import org.kebao.script.Span;

/**
 * One text of a report, as it prints and as it was read.
 *
 * @param field its name in forms, as in a save: "lead", "entry.12.body"
 * @param part where it is typed
 * @param place it stands in, in words: "成效 2 · 正文"
 * @param base the version of the typed text
 * @param reading of the printed text
 * @param flaws the printed text betrays by itself
 * @param reader of what it might say
 */
public record Passage(String field, Part part, String place, String base, Printed printed, Reading reading,
		List<Flaw> flaws, List<Mention> mentions, Reader reader) {

	public Passage {
		flaws = List.copyOf(flaws);
		mentions = List.copyOf(mentions);
	}

	/** How many of its figures were typed although the table says them. */
	public long unbound() {
		return this.mentions.stream().filter(Mention::isUnbound).count();
	}

	/** The tokens that do not say in their places what the table says. */
	public List<Misprint> misprints() {
		return Misprint.of(this.printed, this.reading);
	}

	/**
	 * The token to write in the place of a figure, after which the paper says what the
	 * table says; "" where none does.
	 */
	public String token(Mention mention) {
		return Substitute.of(this, mention).map(Substitute::whole).orElse("");
	}

	/** Whether the number of a figure was read to its ends; in doubt it was not. */
	public boolean isWhole(Figure figure) {
		return Neighbours.areApart(this.printed.text(), figure.span());
	}

	/**
	 * What is read where a stretch of the printed text is written anew.
	 * @return nothing where the words cannot stand there
	 */
	public Optional<Rereading> reread(Span stretch, String words) {
		return Rereading.draft(this, stretch, words).flatMap(Rereading.Draft::read);
	}

}
