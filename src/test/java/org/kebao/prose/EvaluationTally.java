package org.kebao.prose;

/**
 * How much of what was sought was found.
 *
 * @param right found and in the gold
 * @param wrong found and not in the gold
 * @param missed in the gold and not found
 */
record EvaluationTally(int right, int wrong, int missed) {

	static final EvaluationTally NONE = new EvaluationTally(0, 0, 0);

	EvaluationTally plus(EvaluationTally other) {
		return new EvaluationTally(this.right + other.right, this.wrong + other.wrong, this.missed + other.missed);
	}

	/** Whether there was anything to find, or anything found. */
	boolean isEmpty() {
		return this.right + this.wrong + this.missed == 0;
	}

	double precision() {
		return ratio(this.wrong);
	}

	double recall() {
		return ratio(this.missed);
	}

	double f1() {
		return isEmpty() ? 1 : 2.0 * this.right / (2.0 * this.right + this.wrong + this.missed);
	}

	private double ratio(int others) {
		return (this.right + others == 0) ? 1 : (double) this.right / (this.right + others);
	}

}
