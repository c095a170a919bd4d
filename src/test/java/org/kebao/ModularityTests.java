package org.kebao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walls between the rooms.
 */
class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(KebaoApplication.class);

	@Test
	void roomsKnowOnlyWhatTheirNameplatesSay() {
		this.modules.verify();
	}

	/** Who sees two things of one name has to open the files to tell them apart. */
	@Test
	void noRoomSeesTwoThingsOfOneName() {
		this.modules.forEach((room) -> {
			Stream<ApplicationModule> seen = Stream.concat(Stream.of(room),
					room.getDirectDependencies(this.modules).uniqueModules());
			Map<String, List<String>> names = seen.distinct()
				// the first printer is a copy of what was, and frozen
				.filter((one) -> !one.getIdentifier().toString().equals("firstprint"))
				.flatMap((one) -> one.getBasePackage().stream())
				.filter((type) -> type.getEnclosingClass().isEmpty() && !type.getSimpleName().equals("package-info"))
				.collect(Collectors.groupingBy(JavaClass::getSimpleName,
						Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
			names.values().removeIf((rooms) -> rooms.size() == 1);
			assertThat(names).as("seen from " + room.getIdentifier()).isEmpty();
		});
	}

	@Test
	void everyRoomStandsOnTheMap() throws IOException {
		String map = Files.readString(Path.of("docs/architecture.md"));
		assertThat(this.modules.stream().map((room) -> "\n| `" + room.getIdentifier() + "` | "))
			.allSatisfy((row) -> assertThat(map).containsOnlyOnce(row));
	}

	@Test
	void drawsTheRooms() {
		new Documenter(this.modules).writeModulesAsPlantUml();
	}

}
