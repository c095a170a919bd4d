package org.kebao.bureau;

/**
 * A bureau where it stands in the tree.
 *
 * @param depth how many bureaus are above it
 */
public record Branch(Bureau bureau, int depth) {

	/** The name, moved in by its depth, as a list of choices can show it. */
	public String indented() {
		return "　".repeat(this.depth) + this.bureau.getName();
	}

}
