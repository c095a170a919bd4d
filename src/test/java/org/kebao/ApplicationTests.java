package org.kebao;

import org.junit.jupiter.api.Test;

@HouseTest
class ApplicationTests {

	@Test
	void starts() {
	}

}
