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
import org.springframework.transaction.support.TransactionOperations;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.binding.BoundText;
import org.kebao.binding.Printed;
import org.kebao.binding.TokenPlace;
import org.kebao.binding.Trouble;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.glossary.Glossary;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.prose.Figure;
import org.kebao.report.Part;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.Vocabulary;
import org.kebao.script.Span;

/**
 * The door to what the texts of a report state of its metrics.
 */
@Service
@RequiredArgsConstructor
public class Mentions {

	private final Reports reports;

	private final Reckoning reckoning;

	private final Fields fields;

	private final Materials materials;

	private final Readings readings;

	private final TransactionOperations transactions;

	/**
	 * The texts of a report that hold anything, in the order of the paper, with what they
	 * state. What it takes is fetched first: nobody holds the database while he reads,
	 * unless he holds the report's lock and has {@linkplain #prepare read before}.
	 * @param report with all that stands in it
	 */
	public List<Passage> read(Report report, Vocabulary vocabulary) {
		return read(this.materials.of(report, vocabulary));
	}

	private List<Passage> read(Material material) {
		Glossary glossary = this.readings.glossary(material.catalogue());
		return material.texts().stream().map((text) -> passage(text, glossary, material)).toList();
	}

	/**
	 * Reads the texts of a report before its lock is taken. Under the lock they are only
	 * looked up, but for what somebody has changed in the meantime.
	 */
	public void prepare(Long id, Person person) {
		Report report = this.reports.own(id, person);
		read(report, this.reckoning.vocabulary(report));
	}

	/** 文中数字 of a report, for those who fill it in. */
	Survey survey(Report report) {
		Material material = this.materials.of(report, this.reckoning.vocabulary(report));
		return Surveyor.survey(read(material), report, material.catalogue(), material.facts());
	}

	/**
	 * Puts tokens into the places of figures, all of them or none.
	 * @param choice which of the figures that could be bound
	 * @return what takes it back; nothing where a chosen figure is not there any more as
	 * it was seen
	 */
	Optional<List<Replacement>> bind(Long id, Person person, Function<Survey, Optional<List<Survey.Line>>> choice) {
		prepare(id, person);
		return this.transactions.execute((transaction) -> {
			Report report = this.reports.writable(id, person, Right.WORDS);
			return choice.apply(survey(report))
				.flatMap((lines) -> replace(report, person, lines.stream().map(Survey.Line::replacement).toList()));
		});
	}

	/**
	 * Takes a binding back, all of it or nothing.
	 * @return whether the texts were still as the binding had left them
	 */
	@Transactional
	boolean restore(Long id, Person person, List<Replacement> replacements) {
		Report report = this.reports.writable(id, person, Right.WORDS);
		return !replacements.isEmpty() && replace(report, person, replacements).isPresent();
	}

	private Optional<List<Replacement>> replace(Report report, Person person, List<Replacement> replacements) {
		Map<String, String> texts = Text
			.of(report, this.reckoning.completion(report, this.reckoning.vocabulary(report)))
			.stream()
			.collect(Collectors.toMap(Text::field, Text::source));
		return Replacement.apply(replacements, texts).map((wishes) -> {
			this.fields.saveAll(report.getId(), person, wishes);
			return Replacement.reverse(replacements, texts);
		});
	}

	private Passage passage(Text text, Glossary glossary, Material material) {
		Printed printed = BoundText.of(text.source()).print(material.facts());
		Figure.Role usual = (text.part() == Part.PLAN) ? Figure.Role.TARGET : Figure.Role.ACTUAL;
		Readings.Read read = this.readings.read(printed.text(), usual, glossary);
		Stating stating = new Stating(text.part(), printed, read, material.catalogue(), material.table());
		return new Passage(text.field(), text.part(), text.place(), Saving.version(text.source()), printed,
				read.reading(), read.flaws(), stating.mentions(),
				new Reader(material.facts(), (piece) -> this.readings.piece(piece, usual)));
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

		private final ReportTable table;

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

		private Optional<TokenPlace> place(Figure figure) {
			return this.printed.bound(figure.span());
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
