package org.kebao.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.kebao.lint.Flaw;
import org.kebao.mention.Mention;
import org.kebao.mention.Passage;
import org.kebao.report.Part;
import org.kebao.script.Span;

/**
 * The door to what is found in the texts of one report, held against its figures and
 * against themselves (domain handbook C09, C10, C16). It knows nothing but these two.
 */
public final class Proof {

	private static final int MOST_OF_A_TEXT = 100;

	private static final int MOST_OF_A_REPORT = 300;

	private final Yardstick yardstick;

	private final TableProof table;

	private final GrowthProof growth;

	private final CertaintyProof certainty;

	private Proof(Yardstick yardstick) {
		this.yardstick = yardstick;
		this.table = new TableProof(yardstick);
		this.growth = new GrowthProof(yardstick);
		this.certainty = new CertaintyProof(yardstick);
	}

	/**
	 * What is found in the texts, in their order; the same sentence twice is one finding,
	 * the like of it with other figures is another.
	 */
	public static List<Finding> findings(List<Passage> passages, Yardstick yardstick) {
		Proof proof = new Proof(yardstick);
		Map<String, Finding> findings = new LinkedHashMap<>();
		Map<String, Finding> last = new HashMap<>();
		int left = MOST_OF_A_REPORT;
		for (Passage passage : passages) {
			// where nothing is left the last text has said that there is more
			List<Finding> found = (left > 0) ? proof.of(passage, Math.min(left, MOST_OF_A_TEXT)) : List.of();
			left -= (int) found.stream().filter((finding) -> !finding.isHint()).count();
			found.forEach((finding) -> {
				String words = finding.mark() + spot(finding).said();
				if (!findings.containsKey(words)) {
					findings.put(words, last.merge(finding.key(), finding, (before, one) -> one.under(before.next())));
				}
			});
		}
		return List.copyOf(findings.values());
	}

	/**
	 * @param most how many are listed; that there are more is an error of its own
	 */
	private List<Finding> of(Passage passage, int most) {
		ExaminedText sighting = new ExaminedText(passage);
		List<Finding> found = new ArrayList<>(TokenProof.findings(sighting));
		for (Mention mention : passage.mentions()) {
			if (found.size() >= most) {
				break;
			}
			this.table.finding(sighting, mention).ifPresent(found::add);
			this.growth.finding(sighting, mention).ifPresent(found::add);
			found.addAll(this.certainty.findings(sighting, mention));
		}
		if (this.yardstick.kind().isHalfYear() && passage.part() != Part.PLAN) {
			found.addAll(Pacing.findings(sighting, this.yardstick.behind()));
		}
		List<Flaw> flaws = flaws(passage);
		found.addAll(FlawProof.findings(sighting, flaws, Math.max(most + 1 - found.size(), 0)));
		found.sort(Comparator.comparingInt((finding) -> spot(finding).offset()));
		if (found.size() >= most) {
			found.subList(most, found.size()).clear();
			found.add(many(sighting, most));
		}
		found.addAll(FlawProof.style(sighting, flaws));
		return found;
	}

	/** Those that are not told already. */
	private static List<Flaw> flaws(Passage passage) {
		Set<Span> mended = passage.mentions()
			.stream()
			.filter(TableProof::isMended)
			.map((mention) -> mention.figure().span())
			.collect(Collectors.toSet());
		// the words that say why a token states nothing have flaws of their own
		return passage.flaws()
			.stream()
			.filter((flaw) -> flaw.kind() != Flaw.Kind.SUM || !mended.contains(flaw.span()))
			.filter((flaw) -> !passage.printed().isTroubled(flaw.span()))
			.toList();
	}

	private static Finding many(ExaminedText sighting, int most) {
		return sighting.finding(ProseCheck.MANY, new Span(0, 0), "这段文字里的问题有 %d 处以上，只列出前面的".formatted(most))
			.instruction(ProseCheck.MANY.instruction())
			.build();
	}

	private static Spot spot(Finding finding) {
		return Optional.ofNullable(finding.spot()).orElseThrow();
	}

}
