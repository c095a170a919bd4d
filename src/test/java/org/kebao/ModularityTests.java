package org.kebao;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/**
 * The walls between the rooms.
 */
class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(KebaoApplication.class);

	@Test
	void roomsKnowOnlyWhatTheirNameplatesSay() {
		this.modules.verify();
	}

	@Test
	void drawsTheRooms() {
		new Documenter(this.modules).writeModulesAsPlantUml();
	}

}
