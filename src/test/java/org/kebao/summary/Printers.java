package org.kebao.summary;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A printer as the application has it, without the application. */
final class Printers {

	private Printers() {
	}

	static PaperPrinter printer() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		engine.addDialect(new PaperDialect());
		return new PaperPrinter(engine);
	}

}
