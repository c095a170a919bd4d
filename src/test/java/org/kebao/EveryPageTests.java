package org.kebao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No page is missing among those the rooms open.
 */
class EveryPageTests {

	@Test
	void everyAddressIsOpened() throws IOException {
		List<String> opened = rooms().flatMap((room) -> room.looks().stream())
			.map((look) -> look.path().replaceAll("[?#].*", ""))
			.toList();
		List<String> missing = new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("GET "))
			.map((line) -> line.split("\\s+")[1])
			// told to scripts only
			.filter((route) -> !route.equals("/session"))
			// a file, and no page
			.filter((route) -> !route.endsWith(".xlsx") && !route.endsWith("/words"))
			.filter((route) -> {
				Pattern pattern = Pattern
					.compile(route.replaceAll("\\{part:(.*)}", "($1)").replaceAll("\\{\\w+}", "[^/]+"));
				return opened.stream().noneMatch((path) -> pattern.matcher(path).matches());
			})
			.toList();
		assertThat(missing).isEmpty();
	}

	private static Stream<RoomPages> rooms() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(RoomPages.class));
		return scanner.findCandidateComponents(RoomPages.class.getPackageName())
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map((name) -> ClassUtils.resolveClassName(name, null))
			.map((type) -> (RoomPages) BeanUtils.instantiateClass(type));
	}

}
