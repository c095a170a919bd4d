package org.kebao;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every name by which a module calls another is an address the browser can ask for, once.
 */
@HouseTest
class StaticFilesTests {

	private static final String FOR_GOOD = "max-age=31536000, public, immutable";

	private static final Pattern CALLED = Pattern.compile("^(?:import|export)\\s[^'\"\n;]*?['\"]([^'\"\n]+)['\"]",
			Pattern.MULTILINE);

	private final ModuleNames names = new ModuleNames("/webjars/", ModuleNames.paths());

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"import { Facet, Text as T } from '@codemirror/state'; | import { Facet, Text as T } from '/webjars/codemirror__state/*/dist/index.js';",
			"import elt from \"crelt\"; | import elt from '/webjars/crelt/*/index.js';",
			"import 'style-mod' | import '/webjars/style-mod/*/src/style-mod.js'",
			"export { findClusterBreak } from '@marijn/find-cluster-break'; | export { findClusterBreak } from '/webjars/marijn__find-cluster-break/*/src/index.js';",
			"export * from '@lezer/common' | export * from '/webjars/lezer__common/*/dist/index.js'" })
	void writesTheAddressForTheName(String script, String addressed) {
		assertThat(withoutVersions(this.names.addressed(script))).isEqualTo(addressed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "import { a } from './near.js';", "import { a } from '/js/far.js';",
			"import { a } from 'unknown-module';", "const from = 'crelt';", "  // import elt from 'crelt'",
			"export const name = 'crelt', other = from 'crelt';", "importance('crelt')", "" })
	void leavesEverythingElseAlone(String script) {
		assertThat(this.names.addressed(script)).isEqualTo(script);
	}

	/** As the application serves it, to somebody who has not signed in. */
	@Test
	void everyFileIsCalledByAnAddressThatIsKept() {
		Document page = Jsoup.parse(answer("/sign-in").body);
		List<String> called = page.select("script[src], link[href]")
			.stream()
			.map((one) -> one.attr("src") + one.attr("href"))
			.toList();
		assertThat(called).hasSize(4).allMatch((address) -> address.matches("/(js|css|img)/[0-9a-f]{8}/[\\w.]+"));
		called.forEach((address) -> assertThat(answer(address).kept).as(address).isEqualTo(FOR_GOOD));
		String sheet = called.stream().filter((address) -> address.endsWith(".css")).findFirst().orElseThrow();
		assertThat(answer(sheet).body).doesNotContain("@import").contains("@layer tokens {", "--seal:");
	}

	@Test
	void everyModuleTheEditorReachesIsThereAndCalledByItsAddress() {
		Deque<String> waiting = new ArrayDeque<>(List.of(edition("/js/") + "editor.js"));
		Set<String> reached = new LinkedHashSet<>();
		while (!waiting.isEmpty()) {
			String address = waiting.remove();
			if (reached.add(address)) {
				Answer answer = answer(address);
				assertThat(answer.kept).as(address).isEqualTo(FOR_GOOD);
				CALLED.matcher(answer.body).results().map((found) -> found.group(1)).forEach((called) -> {
					assertThat(called).as("called by " + address).matches("(/|\\./).+\\.js");
					waiting.add(URI.create(address).resolve(called).getPath());
				});
			}
		}
		String edition = edition("/js/").substring("/js".length());
		assertThat(reached)
			.allMatch((address) -> address.startsWith("/js" + edition) || address.startsWith("/webjars" + edition));
		assertThat(reached.stream().map((address) -> withoutVersions(address.replace(edition, "/"))).toList())
			.doesNotHaveDuplicates()
			.contains("/webjars/codemirror__view/*/dist/index.js", "/webjars/codemirror__state/*/dist/index.js",
					"/webjars/style-mod/*/src/style-mod.js");
	}

	/**
	 * A module of another version is called by another address, from files that are kept.
	 */
	@Test
	void filesThatCallOtherModulesAreAnotherEdition() {
		Collection<String> modules = ModuleNames.paths().values();
		Edition edition = Edition.of(modules);
		assertThat(edition("/js/")).isEqualTo("/js/" + edition.name() + "/");
		assertThat(Edition.of(List.copyOf(modules)).name()).isEqualTo(edition.name());
		modules.forEach((module) -> {
			List<String> newer = new ArrayList<>(modules);
			newer.set(newer.indexOf(module), module.replaceFirst("/[0-9.]+/", "/99.0.0/"));
			assertThat(Edition.of(newer).name()).as(module).isNotEqualTo(edition.name());
		});
	}

	/** As error pages and the page for old browsers ask for it. */
	@Test
	void whoNamesNoEditionGetsTheOneOfNow() {
		Answer now = answer(edition("/js/") + "posts.js");
		for (String address : List.of("/js/posts.js", "/js/01234567/posts.js")) {
			assertThat(answer(address)).isEqualTo(new Answer(now.body, "no-cache"));
		}
		assertThat(this.mvc.get().uri("/js/01234567/none.js")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/js/01234567/../../application.properties")).hasStatus4xxClientError();
	}

	@Test
	void whatIsNoModuleIsServedAsItWas() throws IOException {
		assertThat(answer("/webjars/sortablejs/Sortable.min.js").body)
			.isEqualTo(new ClassPathResource("META-INF/resources/webjars/sortablejs/1.15.6/Sortable.min.js")
				.getContentAsString(StandardCharsets.UTF_8));
	}

	private String edition(String folder) {
		String address = Jsoup.parse(answer("/sign-in").body).select("script[src^=" + folder + "]").attr("src");
		return address.substring(0, address.lastIndexOf('/') + 1);
	}

	private static String withoutVersions(String script) {
		return script.replaceAll("(/webjars/[\\w-]+)/[0-9.]+/", "$1/*/");
	}

	private record Answer(String body, String kept) {
	}

	private Answer answer(String address) {
		MvcTestResult answer = this.mvc.get().uri(address).exchange();
		assertThat(answer).as(address).hasStatusOk();
		return new Answer(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8),
				answer.getResponse().getHeader("Cache-Control"));
	}

}
