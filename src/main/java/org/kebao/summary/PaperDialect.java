package org.kebao.summary;

import java.util.List;
import java.util.Set;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

import org.springframework.stereotype.Component;

/**
 * What papers are written with: {@code paper:words} sets a text, escaped, and keeps
 * together what never parts; {@code paper:rows} sets a line of a title in its rows. A
 * paper has hundreds of texts, and as fragments of the template they took most of the
 * time of a print.
 */
@Component
class PaperDialect extends AbstractProcessorDialect {

	/** As th:text. */
	private static final int PRECEDENCE = 1300;

	PaperDialect() {
		super("Paper", "paper", StandardDialect.PROCESSOR_PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new Setting(prefix, "words") {

			@Override
			void set(String text, IModel body, IModelFactory factory) {
				setPieces(Unbroken.pieces(text), body, factory);
			}

		}, new Setting(prefix, "rows") {

			@Override
			void set(String text, IModel body, IModelFactory factory) {
				for (List<Unbroken.Piece> row : TitleRows.of(text)) {
					body.add(factory.createOpenElementTag("span", "class", "row"));
					setPieces(row, body, factory);
					body.add(factory.createCloseElementTag("span"));
				}
			}

		});
	}

	private abstract static class Setting extends AbstractStandardExpressionAttributeTagProcessor {

		Setting(String prefix, String name) {
			super(TemplateMode.HTML, prefix, name, PRECEDENCE, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
				Object text, IElementTagStructureHandler handler) {
			IModelFactory factory = context.getModelFactory();
			IModel body = factory.createModel();
			set((String) text, body, factory);
			handler.setBody(body, false);
		}

		abstract void set(String text, IModel body, IModelFactory factory);

		static void setPieces(List<Unbroken.Piece> pieces, IModel body, IModelFactory factory) {
			for (Unbroken.Piece piece : pieces) {
				if (piece.whole()) {
					body.add(factory.createOpenElementTag("span", "class", "n"));
				}
				body.add(factory.createText(HtmlEscape.escapeHtml4Xml(piece.text())));
				if (piece.whole()) {
					body.add(factory.createCloseElementTag("span"));
				}
			}
		}

	}

}
