package org.kebao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;

/**
 * Writes into a style sheet those it imports into its layers: a page waits for one sheet
 * and not for twenty, one behind the other.
 */
class OneSheet extends Rewritten {

	private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([\\w-]+\\.css)\"\\) layer\\((\\w+)\\);");

	OneSheet() {
		super(".css");
	}

	@Override
	String rewrite(String sheet, Resource file) {
		return IMPORT.matcher(sheet)
			.replaceAll((found) -> Matcher
				.quoteReplacement("@layer %s {%n%s}".formatted(found.group(2), imported(file, found.group(1)))));
	}

	private static String imported(Resource sheet, String name) {
		try {
			return sheet.createRelative(name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
