package org.kebao.review;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kebao.report.Part;
import org.kebao.revision.ReportContent;

/**
 * What a remark speaks of: the whole report, a part, an entry, a target, a promise or a
 * figure.
 *
 * @param key {@code report}, {@code part:achievements}, {@code entry:12},
 * {@code target:5}, {@code promise:3} or {@code metric:PRJ01}
 * @param name as it stood in the version that was read
 * @param part the part it lies in, null for the whole report
 */
record RemarkPlace(String key, String name, @Nullable Part part) {

	static final RemarkPlace WHOLE = new RemarkPlace("report", "整份报告", null);

	private static final int LONGEST_NAME = 200;

	RemarkPlace {
		name = cut(name.isBlank() ? "（无标题）" : name);
	}

	/** Finds the place a key means, nothing where that version has no such place. */
	static Optional<RemarkPlace> of(String key, ReportContent content) {
		String[] words = key.split(":", 2);
		if (words.length == 1) {
			return key.equals(WHOLE.key) ? Optional.of(WHOLE) : Optional.empty();
		}
		return switch (words[0]) {
			case "part" -> Part.of(words[1]).map((part) -> new RemarkPlace(key, part.label(), part));
			case "metric" -> metric(key, words[1], content);
			case "promise" -> content.completion()
				.stream()
				.filter((promise) -> words[1].equals(String.valueOf(promise.id())))
				.findFirst()
				.map((promise) -> new RemarkPlace(key, promise.text(), Part.COMPLETION));
			case "target" -> content.targets()
				.stream()
				.filter((target) -> words[1].equals(String.valueOf(target.id())))
				.findFirst()
				.map((target) -> new RemarkPlace(key, target.text(), Part.PLAN));
			case "entry" -> entry(key, words[1], content);
			default -> Optional.empty();
		};
	}

	/** The id of the element that shows a place. */
	static String anchor(String key) {
		return key.replace(':', '-');
	}

	private static Optional<RemarkPlace> metric(String key, String code, ReportContent content) {
		return content.groups()
			.stream()
			.flatMap((group) -> group.rows().stream())
			.filter((row) -> row.code().equals(code))
			.findFirst()
			.map((row) -> new RemarkPlace(key, row.name(), Part.METRICS));
	}

	private static Optional<RemarkPlace> entry(String key, String id, ReportContent content) {
		return item(key, id, content.achievements(), Part.ACHIEVEMENTS)
			.or(() -> item(key, id, content.cases(), Part.CASES))
			.or(() -> item(key, id, content.problems(), Part.PROBLEMS))
			.or(() -> item(key, id, content.measures(), Part.PLAN))
			.or(() -> item(key, id, content.suggestions(), Part.SUGGESTIONS));
	}

	private static Optional<RemarkPlace> item(String key, String id, List<ReportContent.Item> items, Part part) {
		return items.stream()
			.filter((item) -> id.equals(String.valueOf(item.id())))
			.findFirst()
			.map((item) -> new RemarkPlace(key, item.heading(), part));
	}

	private static String cut(String name) {
		int length = name.codePointCount(0, name.length());
		return (length <= LONGEST_NAME) ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
	}

}
