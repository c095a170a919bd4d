package org.kebao.mention;

import java.util.List;

import org.kebao.binding.Printed;
import org.kebao.lint.Flaw;
import org.kebao.prose.Reading;
import org.kebao.report.Part;

/**
 * One text of a report, as it prints and as it was read.
 *
 * @param field its name in forms, as in a save: "lead", "entry.12.body"
 * @param part where it is typed
 * @param place it stands in, in words: "成效 2 · 正文"
 * @param base the version of the typed text
 * @param reading of the printed text
 * @param flaws the printed text betrays by itself
 */
public record Passage(String field, Part part, String place, String base, Printed printed, Reading reading,
		List<Flaw> flaws, List<Mention> mentions) {

	public Passage {
		flaws = List.copyOf(flaws);
		mentions = List.copyOf(mentions);
	}

	/** How many of its figures were typed although the table says them. */
	public long unbound() {
		return this.mentions.stream().filter(Mention::isUnbound).count();
	}

}
