package org.kebao.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.kebao.amount.Given;
import org.kebao.binding.Aspect;
import org.kebao.binding.Facts;
import org.kebao.binding.Form;
import org.kebao.binding.TokenPlace;
import org.kebao.binding.Token;
import org.kebao.binding.Trouble;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.report.Report;

/**
 * Sorts what the texts of a report state.
 */
final class Surveyor {

	/** What only serves to work out shares. */
	private static final String BASES = "CTX";

	private Surveyor() {
	}

	static Survey survey(List<Passage> passages, Report report, Catalogue catalogue, Facts facts) {
		return new Survey(unbound(passages), silent(passages, report, catalogue, facts), bound(passages));
	}

	private static List<Survey.Line> unbound(List<Passage> passages) {
		List<Survey.Line> lines = new ArrayList<>();
		passages.forEach((passage) -> passage.mentions()
			.stream()
			.filter(Mention::isUnbound)
			.forEach((mention) -> lines.add(new Survey.Line(passage, mention,
					Quote.of(passage.printed().text(), mention.figure().span(), mention.figure().sentence()),
					mention.isBindable() ? Substitute.of(passage, mention).orElse(null) : null))));
		lines.sort(Comparator.comparing(Survey.Line::isAgreeing));
		return List.copyOf(lines);
	}

	private static List<Survey.Silent> silent(List<Passage> passages, Report report, Catalogue catalogue, Facts facts) {
		Set<String> told = new HashSet<>();
		passages.forEach((passage) -> {
			passage.mentions().forEach((mention) -> told.add(mention.metric().getCode()));
			passage.printed().places().stream().map(TokenPlace::code).filter(Objects::nonNull).forEach(told::add);
		});
		Set<String> denominators = catalogue.all()
			.stream()
			.map(Metric::getDenominator)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		List<Survey.Silent> silent = new ArrayList<>();
		for (Metric metric : catalogue.asked()) {
			Optional<Given> given = catalogue.given(metric, report.given())
				.filter((one) -> one.amount().signum() != 0 && !told.contains(metric.getCode())
						&& !denominators.contains(metric.getCode()) && !metric.getGroup().getCode().equals(BASES));
			given.ifPresent((one) -> silent.add(new Survey.Silent(metric, one,
					Token.write(Substitute.name(metric, facts), Aspect.NOW, Form.USUAL))));
		}
		return List.copyOf(silent);
	}

	private static List<Survey.Bound> bound(List<Passage> passages) {
		return passages.stream()
			.flatMap((passage) -> passage.printed()
				.places()
				.stream()
				.filter((place) -> place.trouble() != Trouble.UNPAIRED)
				.map((place) -> new Survey.Bound(passage, place, Quote.of(passage.printed().text(), place.printed()),
						place.token().span().of(passage.printed().source()))))
			.toList();
	}

}
