package org.kebao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.util.FileCopyUtils;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Writes addresses for the bare names by which the modules of WebJars import each other
 * ({@code from '@codemirror/state'}). A browser understands such names by an import map
 * only, which is an inline script, and there is no bundler here.
 */
class ModuleNames implements ResourceTransformer {

	/** All without the version, so that no module is loaded twice. */
	private static final Map<String, String> ADDRESSES = Map.ofEntries(
			Map.entry("@codemirror/state", "/webjars/codemirror__state/dist/index.js"),
			Map.entry("@codemirror/view", "/webjars/codemirror__view/dist/index.js"),
			Map.entry("@codemirror/commands", "/webjars/codemirror__commands/dist/index.js"),
			Map.entry("@codemirror/language", "/webjars/codemirror__language/dist/index.js"),
			Map.entry("@lezer/common", "/webjars/lezer__common/dist/index.js"),
			Map.entry("@lezer/highlight", "/webjars/lezer__highlight/dist/index.js"),
			Map.entry("@marijn/find-cluster-break", "/webjars/marijn__find-cluster-break/src/index.js"),
			Map.entry("style-mod", "/webjars/style-mod/src/style-mod.js"),
			Map.entry("w3c-keyname", "/webjars/w3c-keyname/index.js"), Map.entry("crelt", "/webjars/crelt/index.js"));

	private static final Pattern IMPORT = Pattern
		.compile("^((?:import|export)\\s(?:[^'\"\n;]*+(?<=\\bfrom ?))?)(['\"])([^'\"\n]++)\\2", Pattern.MULTILINE);

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

	static String addressed(String script) {
		return IMPORT.matcher(script).replaceAll((found) -> {
			String address = address(found.group(3));
			return Matcher
				.quoteReplacement((address != null) ? "%s'%s'".formatted(found.group(1), address) : found.group());
		});
	}

	private static @Nullable String address(String name) {
		return ADDRESSES.get(name);
	}

}
