package org.kebao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Writes into a style sheet those it imports into its layers: a page waits for one sheet
 * and not for twenty, one behind the other.
 */
class OneSheet implements ResourceTransformer {

	private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([\\w-]+\\.css)\"\\) layer\\((\\w+)\\);");

	@Override
	public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
			throws IOException {
		Resource transformed = chain.transform(request, resource);
		String name = transformed.getFilename();
		if (name == null || !name.endsWith(".css")) {
			return transformed;
		}
		String sheet = transformed.getContentAsString(StandardCharsets.UTF_8);
		String whole = IMPORT.matcher(sheet).replaceAll((found) -> {
			String layer = "@layer %s {%n%s}".formatted(found.group(2), imported(resource, found.group(1)));
			return Matcher.quoteReplacement(layer);
		});
		return whole.equals(sheet) ? transformed
				: new TransformedResource(transformed, whole.getBytes(StandardCharsets.UTF_8));
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
