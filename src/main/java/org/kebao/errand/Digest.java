package org.kebao.errand;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * All that a form sent, in one number: two requests of one form are the same wish only if
 * they say the same. A token may have been renewed in between.
 */
final class Digest {

	private static final Set<String> LEFT_OUT = Set.of("_csrf", FormKeys.PARAMETER);

	private Digest() {
	}

	static String of(HttpServletRequest request) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			try (DataOutputStream out = new DataOutputStream(
					new DigestOutputStream(OutputStream.nullOutputStream(), sha256))) {
				write(request.getRequestURI(), out);
				for (Map.Entry<String, String[]> parameter : new TreeMap<>(request.getParameterMap()).entrySet()) {
					if (!LEFT_OUT.contains(parameter.getKey())) {
						write(parameter.getKey(), out);
						out.writeInt(parameter.getValue().length);
						for (String value : parameter.getValue()) {
							write(value, out);
						}
					}
				}
				MultipartHttpServletRequest files = WebUtils.getNativeRequest(request,
						MultipartHttpServletRequest.class);
				if (files != null) {
					writeFiles(new TreeMap<>(files.getMultiFileMap()), out);
				}
			}
			return HexFormat.of().formatHex(sha256.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void writeFiles(Map<String, List<MultipartFile>> files, DataOutputStream out) throws IOException {
		for (Map.Entry<String, List<MultipartFile>> named : files.entrySet()) {
			for (MultipartFile file : named.getValue()) {
				write(named.getKey(), out);
				out.writeLong(file.getSize());
				try (InputStream content = file.getInputStream()) {
					content.transferTo(out);
				}
			}
		}
	}

	private static void write(String text, DataOutputStream out) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

}
