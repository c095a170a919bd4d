package org.kebao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.webjars.WebJarVersionLocator;

import org.springframework.core.io.Resource;
import org.springframework.util.FileCopyUtils;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Writes addresses for the bare names by which modules import those of WebJars
 * ({@code from '@codemirror/state'}). A browser understands such names by an import map
 * only, which is an inline script, and there is no bundler here.
 */
class ModuleNames implements ResourceTransformer {

	/** Where the WebJars have the modules. */
	private static final Map<String, List<String>> FILES = Map.ofEntries(
			Map.entry("@codemirror/state", List.of("codemirror__state", "dist/index.js")),
			Map.entry("@codemirror/view", List.of("codemirror__view", "dist/index.js")),
			Map.entry("@codemirror/commands", List.of("codemirror__commands", "dist/index.js")),
			Map.entry("@codemirror/language", List.of("codemirror__language", "dist/index.js")),
			Map.entry("@lezer/common", List.of("lezer__common", "dist/index.js")),
			Map.entry("@lezer/highlight", List.of("lezer__highlight", "dist/index.js")),
			Map.entry("@marijn/find-cluster-break", List.of("marijn__find-cluster-break", "src/index.js")),
			Map.entry("style-mod", List.of("style-mod", "src/style-mod.js")),
			Map.entry("w3c-keyname", List.of("w3c-keyname", "index.js")),
			Map.entry("crelt", List.of("crelt", "index.js")));

	private static final Pattern IMPORT = Pattern
		.compile("^((?:import|export)\\s(?:[^'\"\n;]*+(?<=\\bfrom ?))?)(['\"])([^'\"\n]++)\\2", Pattern.MULTILINE);

	/** All with the version, so that no module is loaded twice. */
	private final Map<String, String> addresses = new HashMap<>();

	ModuleNames(WebJarVersionLocator versions) {
		FILES.forEach((name, file) -> this.addresses.put(name, "/webjars/" + versions.path(file.get(0), file.get(1))));
	}

	@Override
	public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
			throws IOException {
		Resource transformed = chain.transform(request, resource);
		String name = transformed.getFilename();
		if (name == null || !name.endsWith(".js")) {
			return transformed;
		}
		String script = new String(FileCopyUtils.copyToByteArray(transformed.getInputStream()), StandardCharsets.UTF_8);
		String addressed = addressed(script);
		return addressed.equals(script) ? transformed
				: new TransformedResource(transformed, addressed.getBytes(StandardCharsets.UTF_8));
	}

	String addressed(String script) {
		return IMPORT.matcher(script).replaceAll((found) -> {
			String address = this.addresses.get(found.group(3));
			return Matcher
				.quoteReplacement((address != null) ? "%s'%s'".formatted(found.group(1), address) : found.group());
		});
	}

}
