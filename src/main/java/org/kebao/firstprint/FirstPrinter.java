package org.kebao.firstprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * Makes the HTML file of a paper from what was frozen, byte for byte as the first builds
 * did.
 */
final class FirstPrinter {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final ITemplateEngine engine = engine();

	private final String css = css();

	/**
	 * @param content of the revision, as JSON
	 * @param template the text of the pinned version
	 * @param annex the explanations that were accepted, empty for a paper without them
	 */
	String print(String content, String template, Numbering numbering, LocalDate date,
			List<Document.CheckTable.Row> annex) {
		Document document = TemplateText.of(template).fill(json.readValue(content, Content.class), numbering, date);
		if (!annex.isEmpty()) {
			document = document.with(new Document.CheckTable(annex));
		}
		return this.engine.process("export",
				new Context(Locale.SIMPLIFIED_CHINESE, Map.of("document", document, "draft", false, "css", this.css)));
	}

	private static ITemplateEngine engine() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("firstprint/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		return engine;
	}

	private static String css() {
		try {
			return new ClassPathResource("firstprint/paper.css").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
