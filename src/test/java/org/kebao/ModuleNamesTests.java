package org.kebao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every name by which a module calls another is an address the browser can ask for.
 */
@HouseTest
class ModuleNamesTests {

	private static final Pattern CALLED = Pattern.compile("^(?:import|export)\\s[^'\"\n;]*?['\"]([^'\"\n]+)['\"]",
			Pattern.MULTILINE);

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"import { Facet, Text as T } from '@codemirror/state'; | import { Facet, Text as T } from '/webjars/codemirror__state/dist/index.js';",
			"import elt from \"crelt\"; | import elt from '/webjars/crelt/index.js';",
			"import 'style-mod' | import '/webjars/style-mod/src/style-mod.js'",
			"export { findClusterBreak } from '@marijn/find-cluster-break'; | export { findClusterBreak } from '/webjars/marijn__find-cluster-break/src/index.js';",
			"export * from '@lezer/common' | export * from '/webjars/lezer__common/dist/index.js'" })
	void writesTheAddressForTheName(String script, String addressed) {
		assertThat(ModuleNames.addressed(script)).isEqualTo(addressed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "import { a } from './near.js';", "import { a } from '/js/far.js';",
			"import { a } from 'unknown-module';", "const from = 'crelt';", "  // import elt from 'crelt'",
			"export const name = 'crelt', other = from 'crelt';", "importance('crelt')", "" })
	void leavesEverythingElseAlone(String script) {
		assertThat(ModuleNames.addressed(script)).isEqualTo(script);
	}

	/** As the application serves it, to somebody who has not signed in. */
	@Test
	void everyModuleTheEditorReachesIsThereAndCalledByItsAddress() {
		Deque<String> waiting = new ArrayDeque<>(List.of("/js/editor.js"));
		Set<String> reached = new LinkedHashSet<>();
		while (!waiting.isEmpty()) {
			String address = waiting.remove();
			if (reached.add(address)) {
				CALLED.matcher(script(address)).results().map((found) -> found.group(1)).forEach((called) -> {
					assertThat(called).as("called by " + address).matches("(/|\\./).+\\.js");
					waiting.add(called.startsWith("./") ? "/js" + called.substring(1) : called);
				});
			}
		}
		assertThat(reached).contains("/webjars/codemirror__view/dist/index.js",
				"/webjars/codemirror__state/dist/index.js", "/webjars/style-mod/src/style-mod.js");
	}

	@Test
	void whatIsNoModuleIsServedAsItWas() throws IOException {
		assertThat(script("/webjars/sortablejs/Sortable.min.js"))
			.isEqualTo(new ClassPathResource("META-INF/resources/webjars/sortablejs/1.15.6/Sortable.min.js")
				.getContentAsString(StandardCharsets.UTF_8));
	}

	private String script(String address) {
		MvcTestResult answer = this.mvc.get().uri(address).exchange();
		assertThat(answer).as(address).hasStatusOk();
		assertThat(answer).headers().hasValue("Cache-Control", "no-cache");
		assertThat(answer.getResponse().getContentType()).startsWith("text/javascript");
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
