package org.kebao.prose;

import java.util.Arrays;
import java.util.List;

/**
 * As many pairs as can be made, each one used once; who comes first chooses first among
 * what suits.
 */
final class EvaluationPairing {

	static final int NOBODY = -1;

	private final List<List<Integer>> suiting;

	private final int[] ofRight;

	private EvaluationPairing(List<List<Integer>> suiting, int rights) {
		this.suiting = suiting;
		this.ofRight = new int[rights];
		Arrays.fill(this.ofRight, NOBODY);
	}

	/**
	 * Pairs.
	 * @param suiting for each on the left those on the right it may have, best first
	 * @return for each on the left the one on the right, or {@link #NOBODY}
	 */
	static int[] pair(List<List<Integer>> suiting, int rights) {
		EvaluationPairing pairing = new EvaluationPairing(suiting, rights);
		for (int left = 0; left < suiting.size(); left++) {
			pairing.find(left, new boolean[rights]);
		}
		int[] ofLeft = new int[suiting.size()];
		Arrays.fill(ofLeft, NOBODY);
		for (int right = 0; right < rights; right++) {
			if (pairing.ofRight[right] != NOBODY) {
				ofLeft[pairing.ofRight[right]] = right;
			}
		}
		return ofLeft;
	}

	private boolean find(int left, boolean[] asked) {
		for (int right : this.suiting.get(left)) {
			if (this.ofRight[right] == NOBODY) {
				this.ofRight[right] = left;
				return true;
			}
		}
		for (int right : this.suiting.get(left)) {
			if (!asked[right]) {
				asked[right] = true;
				if (find(this.ofRight[right], asked)) {
					this.ofRight[right] = left;
					return true;
				}
			}
		}
		return false;
	}

}
