package org.kebao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Files of one kind whose text is served otherwise than it was written.
 */
abstract class Rewritten implements ResourceTransformer {

	private final String ending;

	Rewritten(String ending) {
		this.ending = ending;
	}

	@Override
	public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
			throws IOException {
		Resource file = chain.transform(request, resource);
		String name = file.getFilename();
		if (name == null || !name.endsWith(this.ending)) {
			return file;
		}
		String text = file.getContentAsString(StandardCharsets.UTF_8);
		String rewritten = rewrite(text, file);
		return rewritten.equals(text) ? file
				: new TransformedResource(file, rewritten.getBytes(StandardCharsets.UTF_8));
	}

	abstract String rewrite(String text, Resource file);

}
