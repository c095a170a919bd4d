package org.kebao.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.binding.Place;
import org.kebao.binding.Printed;
import org.kebao.binding.Trouble;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.glossary.Glossary;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;
import org.kebao.prose.Figure;
import org.kebao.report.Part;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.Saving;
import org.kebao.report.Vocabulary;
import org.kebao.script.Span;

/**
 * The door to what the texts of a report state of its metrics.
 */
@Service
@RequiredArgsConstructor
public class Mentions {

	private final Reports reports;

	private final Periods periods;

	private final Bureaus bureaus;

	private final Readings readings;

	/**
	 * The texts of a report that hold anything, in the order of the paper, with what they
	 * state.
	 * @param report with all that stands in it
	 */
	@Transactional(readOnly = true)
	public List<Passage> read(Report report, Vocabulary vocabulary) {
		return read(report, vocabulary, this.reports.facts(report, vocabulary));
	}

	/** The same where it is known already what the tokens may state. */
	@Transactional(readOnly = true)
	public List<Passage> read(Report report, Vocabulary vocabulary, Facts facts) {
		ReportingPeriod period = this.periods.find(report.getPeriodId()).orElseThrow();
		Bureau bureau = this.bureaus.find(report.getBureauId()).orElseThrow();
		Catalogue catalogue = vocabulary.catalogue();
		Table table = new Table(report, catalogue, Setting.of(period, bureau));
		Glossary glossary = this.readings.glossary(catalogue);
		return Text.of(report, this.reports.completion(report, vocabulary))
			.stream()
			.map((text) -> passage(text, BoundText.of(text.source()).print(facts), glossary, catalogue, table))
			.toList();
	}

	/** 文中数字 of a report, for those who fill it in. */
	@Transactional(readOnly = true)
	Survey survey(Report report) {
		Vocabulary vocabulary = this.reports.vocabulary(report);
		Facts facts = this.reports.facts(report, vocabulary);
		return Surveyor.survey(read(report, vocabulary, facts), report, vocabulary.catalogue(), facts);
	}

	/**
	 * Puts tokens into the places of figures, all of them or none.
	 * @param choice which of the figures that could be bound
	 * @return what takes it back; nothing where a chosen figure is not there any more as
	 * it was seen
	 */
	@Transactional
	Optional<List<Replacement>> bind(Long id, Person person, Function<Survey, Optional<List<Survey.Line>>> choice) {
		Report report = this.reports.writable(id, person);
		return choice.apply(survey(report))
			.flatMap((lines) -> replace(report, person, lines.stream().map(Survey.Line::replacement).toList()));
	}

	/**
	 * Takes a binding back, all of it or nothing.
	 * @return whether the texts were still as the binding had left them
	 */
	@Transactional
	boolean restore(Long id, Person person, List<Replacement> replacements) {
		Report report = this.reports.writable(id, person);
		return !replacements.isEmpty() && replace(report, person, replacements).isPresent();
	}

	private Optional<List<Replacement>> replace(Report report, Person person, List<Replacement> replacements) {
		Map<String, String> texts = Text.of(report, this.reports.completion(report, this.reports.vocabulary(report)))
			.stream()
			.collect(Collectors.toMap(Text::field, Text::source));
		return Replacement.apply(replacements, texts).map((wishes) -> {
			this.reports.saveAll(report.getId(), person, wishes);
			return Replacement.reverse(replacements, texts);
		});
	}

	private Passage passage(Text text, Printed printed, Glossary glossary, Catalogue catalogue, Table table) {
		Figure.Role usual = (text.part() == Part.PLAN) ? Figure.Role.TARGET : Figure.Role.ACTUAL;
		Readings.Read read = this.readings.read(printed.text(), usual, glossary);
		Stating stating = new Stating(text.part(), printed, read, catalogue, table);
		return new Passage(text.field(), text.part(), text.place(), Saving.version(text.source()), printed,
				read.reading(), read.flaws(), stating.mentions());
	}

	/**
	 * Finds what one text states.
	 */
	@RequiredArgsConstructor
	private static final class Stating {

		private final Part part;

		private final Printed printed;

		private final Readings.Read read;

		private final Catalogue catalogue;

		private final Table table;

		private final List<Mention> mentions = new ArrayList<>();

		List<Mention> mentions() {
			this.read.reading().figures().forEach((figure) -> state(figure, null));
			return this.mentions;
		}

		/**
		 * @param of the metric of the figure this one is a part of
		 */
		private void state(Figure figure, @Nullable Metric of) {
			Metric metric = metric(figure).orElse(null);
			if (metric != null) {
				this.mentions.add(mention(figure, metric, metric != of));
			}
			figure.parts().forEach((part) -> state(part, (metric != null) ? metric : of));
		}

		/** A token knows its metric, whatever the words around it. */
		private Optional<Metric> metric(Figure figure) {
			return place(figure).map((place) -> Optional.ofNullable(place.code()))
				.orElseGet(() -> Optional.ofNullable(this.read.codes().get(figure)))
				.flatMap(this.catalogue::find);
		}

		private Optional<Place> place(Figure figure) {
			Span span = figure.span();
			return this.printed.isBound(span) ? this.printed.places()
				.stream()
				.filter((place) -> place.isBound() && place.printed().offset() < span.end()
						&& span.offset() < place.printed().end())
				.findFirst() : Optional.empty();
		}

		private Mention mention(Figure figure, Metric metric, boolean whole) {
			Span source = this.printed.source(figure.span());
			return place(figure)
				.map((place) -> new Mention(figure, source, metric, true,
						(place.trouble() == Trouble.NONE) ? Stance.AGREES : Stance.UNTESTED,
						this.table.expected(figure, metric, this.part), false))
				.orElseGet(() -> new Mention(figure, source, metric, false,
						this.table.stance(this.printed.text(), figure, metric, this.part, whole),
						this.table.expected(figure, metric, this.part),
						this.table.isElsewhere(this.printed.text(), figure, metric)));
		}

	}

}
