package org.kebao.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bureaus that file for one period, above and below one another.
 *
 * @param below the bureaus right below another, in their order
 * @param filing those that owe or have filed a report for the period
 */
record Tree(Map<Long, List<Long>> below, Set<Long> filing) {

	/**
	 * The filing bureaus below that one that have no other below them: those a sum is
	 * made of. The bureau alone where nothing is below it.
	 */
	List<Long> leaves(Long bureau) {
		List<Long> leaves = new ArrayList<>();
		this.below.getOrDefault(bureau, List.of()).forEach((child) -> leaves.addAll(leaves(child)));
		if (leaves.isEmpty() && this.filing.contains(bureau)) {
			leaves.add(bureau);
		}
		return leaves;
	}

	boolean isLeaf(Long bureau) {
		return leaves(bureau).equals(List.of(bureau));
	}

	/**
	 * The filing bureaus that have others below them, that one too, from the top down.
	 */
	List<Long> middles(Long bureau) {
		List<Long> middles = new ArrayList<>();
		if (this.filing.contains(bureau) && !isLeaf(bureau)) {
			middles.add(bureau);
		}
		this.below.getOrDefault(bureau, List.of()).forEach((child) -> middles.addAll(middles(child)));
		return middles;
	}

}
