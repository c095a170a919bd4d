package org.kebao.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.kebao.proof.Finding;

/**
 * Which explanation belongs to which finding. The figures decide: an explanation stands
 * where the same is found of the same figures, also where the words around them were
 * written anew. Where only the words are the same it has fallen, and is shown there.
 */
final class Attribution {

	/** No more of what was written elsewhere is shown. */
	private static final int MOST = 3;

	private final List<Finding> findings;

	private final List<Explanation> said;

	private final Map<Finding, Explanation> given = new IdentityHashMap<>();

	private final Set<Explanation> taken = Collections.newSetFromMap(new IdentityHashMap<>());

	private Attribution(List<Finding> findings, List<Explanation> said) {
		this.findings = findings;
		this.said = said.stream()
			.sorted(Comparator.comparing((Explanation one) -> one.getWords().isBlank())
				.thenComparing(Explanation::getWrittenAt, Comparator.reverseOrder()))
			.toList();
	}

	/**
	 * @param said all that was ever said in the report
	 * @param accepted what the supervisor accepted in the paper of the period before
	 */
	static List<Explained> of(List<Finding> findings, List<Explanation> said, List<FrozenFinding> accepted) {
		Attribution attribution = new Attribution(findings, said);
		attribution.give(Finding::mark, Explanation::marks);
		attribution.give((finding) -> finding.key() + "/" + finding.basis().former(), Explanation::marks);
		attribution.give((finding) -> (finding.spot() != null) ? finding.rule() + "/" + finding.fingerprint() : "",
				Explanation::claims);
		attribution.give(Finding::key, (one) -> Stream.of(one.getFindingKey()));
		return findings.stream().map((finding) -> attribution.explained(finding, accepted)).toList();
	}

	/** Gives each finding what offers the name it asks for, if nobody has it. */
	private void give(Function<Finding, String> asked, Function<Explanation, Stream<String>> offered) {
		Map<String, Deque<Explanation>> byName = new HashMap<>();
		this.said.stream()
			.filter((one) -> !this.taken.contains(one))
			.forEach((one) -> offered.apply(one)
				.forEach((name) -> byName.computeIfAbsent(name, (any) -> new ArrayDeque<>()).add(one)));
		for (Finding finding : this.findings) {
			Deque<Explanation> there = byName.get(asked.apply(finding));
			while (there != null && !there.isEmpty() && !this.given.containsKey(finding)) {
				Explanation one = there.poll();
				if (this.taken.add(one)) {
					this.given.put(finding, one);
				}
			}
		}
	}

	private Explained explained(Finding finding, List<FrozenFinding> accepted) {
		Explanation own = this.given.get(finding);
		Explained explained = new Explained(finding, own, List.of());
		if (!finding.isWarning() || explained.isExplained()) {
			return explained;
		}
		Stream<Explained.Earlier> before = accepted.stream()
			.filter((one) -> one.isLike(finding))
			.map((one) -> new Explained.Earlier(true, one.getWords()));
		Stream<Explained.Earlier> elsewhere = explained.isWritten() ? Stream.empty()
				: this.said.stream()
					.filter((one) -> !this.taken.contains(one) && !one.getWords().isBlank() && one.isLike(finding))
					.limit(MOST)
					.map((one) -> new Explained.Earlier(false, one.getWords()));
		return new Explained(finding, own,
				Stream.concat(before, elsewhere)
					.filter((one) -> !Objects.equals(one.words(), explained.words()))
					.distinct()
					.toList());
	}

}
