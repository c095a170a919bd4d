package org.kebao.mention;

import java.util.function.Function;

import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.binding.Printed;
import org.kebao.prose.Reading;

/**
 * How a text is printed and read, should something else stand in it.
 *
 * @param facts what its tokens may state
 * @param reading of a piece of the printed text
 */
record Reader(Facts facts, Function<String, Reading> reading) {

	Printed print(String source) {
		return BoundText.of(source).print(this.facts);
	}

	Reading read(String printed) {
		return this.reading.apply(printed);
	}

}
