package org.kebao.summary;

import java.math.BigDecimal;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.period.PeriodKind;
import org.kebao.revision.ReportContent;

/**
 * The words a template may use for the content of a report. Maps and lists of texts only:
 * a template reaches no object.
 */
final class TemplateWords {

	private static final Set<String> ENTRY = Set.of("theme", "heading", "body");

	private static final Set<String> TARGET = Set.of("text");

	/** Lists, and the words known inside each. */
	private static final Map<String, Set<String>> LISTS = Map.of("achievements", ENTRY, "cases", ENTRY, "problems",
			ENTRY, "measures", ENTRY, "suggestions", ENTRY, "targets", TARGET);

	private static final Set<String> TEXTS = Set.of("bureau", "superior", "year", "nextYear", "period", "planPeriod",
			"lead", "idea");

	private static final Set<String> FLAGS = Set.of("hasFigures", "hasCompletion", "hasAchievements", "hasCases",
			"hasProblems", "hasPlan", "hasIdea", "hasTargets", "hasMeasures", "hasSuggestions");

	/** Where in a list one is. */
	private static final Set<String> PLACES = Set.of("-first", "-last", "-index");

	private static final String FIGURE = "figure.";

	private TemplateWords() {
	}

	/** Whether a value of this name can be printed inside these open sections. */
	static boolean prints(String name, Deque<String> sections) {
		return TEXTS.contains(name) || isFigure(name) || name.equals("-index") && insideList(sections)
				|| sections.stream().anyMatch((section) -> LISTS.getOrDefault(section, Set.of()).contains(name));
	}

	/** Whether a section can be opened on this name inside these open sections. */
	static boolean opens(String name, Deque<String> sections) {
		return LISTS.containsKey(name) || FLAGS.contains(name) || PLACES.contains(name) && insideList(sections)
				|| prints(name, sections);
	}

	/**
	 * The list around a list: what is repeated within what is repeated grows beyond all
	 * bounds, and no paper needs it.
	 */
	static Optional<String> listAround(String name, Deque<String> sections) {
		return LISTS.containsKey(name) ? sections.stream().filter(LISTS::containsKey).findFirst() : Optional.empty();
	}

	private static boolean insideList(Deque<String> sections) {
		return sections.stream().anyMatch(LISTS::containsKey);
	}

	private static boolean isFigure(String name) {
		return name.startsWith(FIGURE) && name.substring(FIGURE.length()).matches("[A-Za-z0-9_]{1,20}");
	}

	static Map<String, Object> of(ReportContent content) {
		int year = content.period().year();
		PeriodKind kind = content.period().kind();
		String superior = content.bureau().superior();
		Map<String, Object> words = new HashMap<>();
		words.put("bureau", content.bureau().name());
		words.put("superior", (superior != null) ? superior : "");
		words.put("year", Integer.toString(year));
		words.put("nextYear", Integer.toString(year + 1));
		words.put("period", kind.titleOf(year));
		words.put("planPeriod", kind.aheadOf(year));
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

	private static List<Map<String, String>> entries(List<ReportContent.Item> items) {
		return items.stream()
			.map((item) -> Map.of("theme", item.theme(), "heading", item.heading(), "body", item.body()))
			.toList();
	}

	/** Amounts with their units by the code of the metric; "" for what was not given. */
	private static final class Figures extends HashMap<String, String> {

		Figures(ReportContent content) {
			for (ReportContent.Group group : content.groups()) {
				for (ReportContent.Row row : group.rows()) {
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
