package org.kebao.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes one HTML file of a paper that needs nothing outside itself: it opens offline,
 * looks the same on screen and on paper, and holds no script.
 */
@Component
class PaperPrinter {

	private final ITemplateEngine engine;

	private final String css = style("paper.css");

	private final String draftCss = style("paper-draft.css");

	PaperPrinter(ITemplateEngine engine) {
		this.engine = engine;
	}

	private static String style(String name) {
		try {
			return new ClassPathResource("static/css/" + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String print(Document document, boolean draft) {
		return this.engine.process("summary/export", new Context(Locale.SIMPLIFIED_CHINESE,
				Map.of("document", document, "draft", draft, "css", draft ? this.css + this.draftCss : this.css)));
	}

}
