package org.kebao;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.messages.TextMessageEmitter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.source.SourceCode;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Tells whether a page is valid HTML5, by the checker of the W3C.
 */
public final class ValidHtml {

	private static @Nullable SimpleDocumentValidator validator;

	private ValidHtml() {
	}

	/** Reading the schema takes longer than checking a page. */
	private static SimpleDocumentValidator validator() throws Exception {
		SimpleDocumentValidator known = validator;
		if (known == null) {
			known = new SimpleDocumentValidator(true, false, false);
			known.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new DefaultHandler());
			validator = known;
		}
		return known;
	}

	/** What is wrong with a page, one line each; empty for a valid one. */
	public static synchronized List<String> errors(String html) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			SimpleDocumentValidator validator = validator();
			SourceCode source = validator.getSourceCode();
			MessageEmitterAdapter messages = new MessageEmitterAdapter(null, source, false, new ImageCollector(source),
					0, false, new TextMessageEmitter(out, false));
			messages.setErrorsOnly(true);
			validator.setUpValidatorAndParsers(messages, false, false);
			messages.start(null);
			validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
			messages.end("", "", "");
		}
		catch (Exception ex) {
			throw new IllegalStateException("The validator does not run", ex);
		}
		return out.toString(StandardCharsets.UTF_8).lines().filter((line) -> !line.isBlank()).toList();
	}

}
