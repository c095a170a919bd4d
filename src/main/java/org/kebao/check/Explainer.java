package org.kebao.check;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.field.Saving;
import org.kebao.proof.Finding;
import org.kebao.report.Report;

/**
 * Writes what a bureau says to what was found, each for itself and never over words the
 * writer has not seen. Whoever holds the report's lock asks it.
 */
@Component
@RequiredArgsConstructor
class Explainer {

	/** More than anybody reads; of one report. */
	static final int MOST = 1_000;

	private static final Pattern KEY = Pattern.compile("[A-Z0-9-]{1,20}\\.[A-Z]{3}\\d{2}");

	private static final Pattern TEXT_KEY = Pattern.compile("TEXT-[A-Z]{3,9}\\.[0-9a-f]{16}");

	private final RuleRepository rules;

	private final ExplanationRepository explanations;

	private final Clock clock;

	/**
	 * @param found in the report as it stands
	 */
	List<Saving> explain(Report report, Person person, List<Saving.Wish> wishes, List<Explained> found) {
		Map<String, Explained> known = found.stream()
			.collect(Collectors.toMap((one) -> one.finding().key(), Function.identity()));
		return wishes.stream().map((wish) -> {
			if (!person.may(right(key(wish)))) {
				return new Saving(wish.field(), Saving.Outcome.REFUSED, "", Saving.version(""), Saving.FOR_OTHERS, null,
						null);
			}
			return wish.field().startsWith(Explained.HOLDS) ? hold(wish, known) : explain(report, person, wish, known);
		}).toList();
	}

	/**
	 * Whoever gives a figure says why it is right, whoever writes a sentence that of it.
	 */
	private static Right right(String key) {
		return TEXT_KEY.matcher(key).matches() ? Right.WORDS : Right.FIGURES;
	}

	/** The first key that names nothing there is or may be. */
	Optional<String> unknown(Long report, List<Saving.Wish> wishes) {
		return wishes.stream()
			.map(Explainer::key)
			// typed while the figure was mended: kept, should the figure come back
			.filter((key) -> !isKey(key)
					&& this.explanations.findFirstByReportIdAndFindingKeyOrderByIdDesc(report, key).isEmpty())
			.findFirst();
	}

	private static String key(Saving.Wish wish) {
		return wish.field().substring(wish.field().indexOf('.') + 1);
	}

	private Saving explain(Report report, Person person, Saving.Wish wish, Map<String, Explained> found) {
		String key = key(wish);
		Finding finding = Optional.ofNullable(found.get(key)).map(Explained::finding).orElse(null);
		Optional<Explanation> said = (finding != null) ? Optional.ofNullable(found.get(key).explanation())
				: this.explanations.findFirstByReportIdAndFindingKeyOrderByIdDesc(report.getId(), key);
		String before = said.map(Explanation::getWords).orElse("");
		String words = wish.text().strip();
		String refusal = wish.refusal(Explanation.LONGEST);
		if (refusal.isEmpty()) {
			refusal = Explanation.refusal(words);
		}
		if (refusal.isEmpty() && said.isEmpty() && this.explanations.countByReportId(report.getId()) >= MOST) {
			refusal = "这份报告已有 %d 条说明，满了，没有保存；请先改正能改正的".formatted(MOST);
		}
		if (!refusal.isEmpty()) {
			return answer(wish, Saving.Outcome.REFUSED, before, refusal, said);
		}
		boolean seen = Saving.version(before).equals(wish.base())
				|| said.filter((one) -> one.isOf(wish.unanswered(), person.id())).isPresent();
		if (!words.equals(before) && !seen) {
			return answer(wish, Saving.Outcome.CONFLICT, before, "", said);
		}
		if (!words.equals(before) || said.isEmpty()) {
			Explanation explanation = said.orElseGet(() -> new Explanation(report.getId(), key));
			explanation.write(words, finding, person.id(), this.clock.instant());
			said = Optional.of(this.explanations.save(explanation));
			if (finding != null) {
				found.put(key, new Explained(finding, explanation, List.of()));
			}
		}
		if (!words.equals(before)) {
			said.get().savedAs(wish.save());
		}
		return answer(wish, Saving.Outcome.SAVED, words, "", said);
	}

	/** 仍适用: said of the words that were seen, for the figures that were seen. */
	private static Saving hold(Saving.Wish wish, Map<String, Explained> found) {
		if (wish.text().isEmpty()) {
			return new Saving(wish.field(), Saving.Outcome.SAVED, "", wish.base(), "", null, null);
		}
		Optional<Explained> one = Optional.ofNullable(found.get(key(wish)))
			.filter((explained) -> explained.finding().mark().equals(wish.text()))
			.filter((explained) -> explained.isWritten() && explained.version().equals(wish.base()));
		if (one.isEmpty() || one.get().isRejected()) {
			return new Saving(wish.field(), Saving.Outcome.REFUSED, "", Saving.version(""), "数字或说明刚刚又变了，请再看一下", null,
					null);
		}
		Optional.ofNullable(one.get().explanation()).orElseThrow().hold(one.get().finding());
		return new Saving(wish.field(), Saving.Outcome.SAVED, wish.text(), wish.base(), "", null, null);
	}

	private boolean isKey(String key) {
		if (TEXT_KEY.matcher(key).matches()) {
			return true;
		}
		int dot = key.indexOf('.');
		return KEY.matcher(key).matches() && this.rules.existsByCode(key.substring(0, dot));
	}

	private static Saving answer(Saving.Wish wish, Saving.Outcome outcome, String words, String message,
			Optional<Explanation> said) {
		return new Saving(wish.field(), outcome, words, Saving.version(words), message,
				said.map(Explanation::getWrittenBy).orElse(null), said.map(Explanation::getWrittenAt).orElse(null));
	}

}
