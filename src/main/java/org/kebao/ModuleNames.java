package org.kebao;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.webjars.WebJarVersionLocator;

import org.springframework.core.io.Resource;

/**
 * Writes addresses for the bare names by which modules import those of WebJars
 * ({@code from '@codemirror/state'}). A browser understands such names by an import map
 * only, which is an inline script, and there is no bundler here.
 */
class ModuleNames extends Rewritten {

	/** The WebJars of the modules, and where in them they lie. */
	private static final Map<String, String> FILES = Map.ofEntries(
			Map.entry("@codemirror/state", "codemirror__state/dist/index.js"),
			Map.entry("@codemirror/view", "codemirror__view/dist/index.js"),
			Map.entry("@codemirror/commands", "codemirror__commands/dist/index.js"),
			Map.entry("@codemirror/language", "codemirror__language/dist/index.js"),
			Map.entry("@lezer/common", "lezer__common/dist/index.js"),
			Map.entry("@lezer/highlight", "lezer__highlight/dist/index.js"),
			Map.entry("@marijn/find-cluster-break", "marijn__find-cluster-break/src/index.js"),
			Map.entry("style-mod", "style-mod/src/style-mod.js"), Map.entry("w3c-keyname", "w3c-keyname/index.js"),
			Map.entry("crelt", "crelt/index.js"));

	private static final Pattern IMPORT = Pattern
		.compile("^((?:import|export)\\s(?:[^'\"\n;]*+(?<=\\bfrom ?))?)(['\"])([^'\"\n]++)\\2", Pattern.MULTILINE);

	private final String folder;

	private final Map<String, String> paths;

	/**
	 * @param folder the address below which the WebJars are served
	 * @param paths by the names of the modules
	 */
	ModuleNames(String folder, Map<String, String> paths) {
		super(".js");
		this.folder = folder;
		this.paths = paths;
	}

	/** All with the version, so that no module is loaded twice. */
	static Map<String, String> paths() {
		WebJarVersionLocator versions = new WebJarVersionLocator();
		Map<String, String> paths = new HashMap<>();
		FILES.forEach((name, file) -> {
			String[] jar = file.split("/", 2);
			paths.put(name, versions.path(jar[0], jar[1]));
		});
		return paths;
	}

	@Override
	String rewrite(String script, Resource file) {
		return addressed(script);
	}

	String addressed(String script) {
		return IMPORT.matcher(script).replaceAll((found) -> {
			String path = this.paths.get(found.group(3));
			return Matcher.quoteReplacement(
					(path != null) ? "%s'%s%s'".formatted(found.group(1), this.folder, path) : found.group());
		});
	}

}
