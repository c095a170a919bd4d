package org.kebao;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Puts the name of this edition of the scripts and style sheets into their addresses, as
 * a folder: {@code /js/3f2a91c0/filing.js}. What they import by a relative address lies
 * in the same folder, so that no page mixes two editions and a browser asks for each file
 * once. A page that was opened before an upgrade still finds what it asks for later, as
 * it is now, where Spring's own resolver of versions has nothing for it.
 */
class Edition extends AbstractResourceResolver {

	/** The files, and what changes them on their way out. */
	private static final List<String> PARTS = List.of("classpath:/static/*/*.*", "classpath:/org/kebao/*.class");

	private final String name;

	private Edition(String name) {
		this.name = name;
	}

	/**
	 * Named by all that makes the files what a browser gets.
	 * @param modules where the modules lie which the files call, with their versions
	 */
	static Edition of(Collection<String> modules) {
		try {
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			for (String part : PARTS) {
				Resource[] files = new PathMatchingResourcePatternResolver().getResources(part);
				Arrays.sort(files, Comparator.comparing(Resource::getFilename));
				for (Resource file : files) {
					all.writeBytes(file.getContentAsByteArray());
				}
			}
			modules.stream().sorted().forEach((module) -> all.writeBytes(module.getBytes(StandardCharsets.UTF_8)));
			return new Edition(DigestUtils.md5DigestAsHex(all.toByteArray()).substring(0, 8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String name() {
		return this.name;
	}

	@Override
	protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
			List<? extends Resource> locations, ResourceResolverChain chain) {
		Resource found = chain.resolveResource(request, path, locations);
		int folder = path.indexOf('/');
		return (found != null || folder < 0) ? found
				: chain.resolveResource(request, path.substring(folder + 1), locations);
	}

	@Override
	protected @Nullable String resolveUrlPathInternal(String path, List<? extends Resource> locations,
			ResourceResolverChain chain) {
		String found = chain.resolveUrlPath(path, locations);
		return (found != null) ? this.name + "/" + found : null;
	}

}
