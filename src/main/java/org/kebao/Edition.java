package org.kebao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Puts the name of this edition of the scripts and style sheets into their addresses, as
 * a folder: {@code /js/3f2a91c0/filing.js}. What they import by a relative address lies
 * in the same folder, so that no page mixes two editions and a browser asks for each file
 * once. A page that was opened before an upgrade still finds what it asks for later, as
 * it is now.
 */
class Edition extends AbstractResourceResolver {

	private final String name;

	Edition(String name) {
		this.name = name;
	}

	/** Named by what the files say. */
	static Edition ofFiles(String pattern) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			Resource[] files = new PathMatchingResourcePatternResolver().getResources(pattern);
			Arrays.sort(files, Comparator.comparing(Resource::getFilename));
			for (Resource file : files) {
				digest.update(file.getContentAsByteArray());
			}
			return new Edition(HexFormat.of().formatHex(digest.digest(), 0, 4));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
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
