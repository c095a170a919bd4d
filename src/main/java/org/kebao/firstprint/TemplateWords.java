package org.kebao.firstprint;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The words a template may use for the content of a report. Maps and lists of texts only:
 * a template reaches no object.
 */
final class TemplateWords {

	private TemplateWords() {
	}

	static Map<String, Object> of(Content content) {
		int year = content.period().year();
		Content.PeriodKind kind = content.period().kind();
		String superior = content.bureau().superior();
		Map<String, Object> words = new HashMap<>();
		words.put("bureau", content.bureau().name());
		words.put("superior", (superior != null) ? superior : "");
		words.put("year", Integer.toString(year));
		words.put("nextYear", Integer.toString(year + 1));
		words.put("period", kind.titleOf(year));
		words.put("planPeriod", (kind == Content.PeriodKind.ANNUAL) ? (year + 1) + "年" : "下半年");
		words.put("lead", content.lead());
		words.put("idea", content.idea());
		words.put("achievements", entries(content.achievements()));
		words.put("cases", entries(content.cases()));
		words.put("problems", entries(content.problems()));
		words.put("measures", entries(content.measures()));
		words.put("suggestions", entries(content.suggestions()));
		words.put("targets", content.targets().stream().map((target) -> Map.of("text", target.text())).toList());
		words.put("figure", new Figures(content));
		words.put("hasFigures", !Document.FigureTable.of(content).groups().isEmpty());
		words.put("hasCompletion", !content.completion().isEmpty());
		words.put("hasAchievements", !content.achievements().isEmpty());
		words.put("hasCases", !content.cases().isEmpty());
		words.put("hasProblems", !content.problems().isEmpty());
		words.put("hasIdea", !content.idea().isBlank());
		words.put("hasTargets", !content.targets().isEmpty());
		words.put("hasMeasures", !content.measures().isEmpty());
		words.put("hasPlan",
				!content.idea().isBlank() || !content.targets().isEmpty() || !content.measures().isEmpty());
		words.put("hasSuggestions", !content.suggestions().isEmpty());
		return words;
	}

	private static List<Map<String, String>> entries(List<Content.Item> items) {
		return items.stream()
			.map((item) -> Map.of("theme", item.theme(), "heading", item.heading(), "body", item.body()))
			.toList();
	}

	/** Amounts with their units by the code of the metric; "" for what was not given. */
	private static final class Figures extends HashMap<String, String> {

		Figures(Content content) {
			for (Content.Group group : content.groups()) {
				for (Content.Row row : group.rows()) {
					BigDecimal amount = row.amount();
					if (amount != null) {
						put(row.code(), Amount.spell(amount, row.unit()));
					}
				}
			}
		}

		@Override
		public boolean containsKey(@Nullable Object code) {
			return true;
		}

		@Override
		public String get(@Nullable Object code) {
			return getOrDefault(code, "");
		}

		@Override
		public String getOrDefault(@Nullable Object code, String other) {
			String figure = super.get(code);
			return (figure != null) ? figure : other;
		}

	}

}
