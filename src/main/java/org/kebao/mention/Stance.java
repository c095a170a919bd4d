package org.kebao.mention;

/**
 * How a figure in a text stands to the figure of the table.
 */
public enum Stance {

	/** 一致: the same as far as the text shows it, or about so and meant about so. */
	AGREES,

	/** 不一致. */
	DIFFERS,

	/**
	 * Speaks of another time or place, is masked, or the table has nothing to hold it
	 * against.
	 */
	UNTESTED

}
