package org.kebao.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kebao.amount.Amount;
import org.kebao.revision.Revision;
import org.kebao.script.MeasureWords;
import org.kebao.script.Numbers;

/**
 * What a finding rests on: the figures it speaks of. An explanation is written for these;
 * it falls when one of them changes, and stands again when it is as it was.
 *
 * @param about the rule or the sort of thing, and the metric it is about
 * @param former the fingerprint the same figures had before these were kept, "" for none
 */
public record Basis(String about, List<Ground> figures, String former) {

	private static final int DIGEST = 16;

	public Basis {
		figures = List.copyOf(figures);
	}

	/**
	 * One figure.
	 *
	 * @param name it is known by, whatever it is called today
	 * @param value what decides whether it is the same, "" for what follows from others
	 */
	private record Ground(String name, String label, String words, String value) {

		private Ground {
			label = plain(label);
			words = plain(words);
		}

		private static String plain(String text) {
			return text.replaceAll("[\\t\\n]+", " ");
		}

	}

	/**
	 * A figure that is another than it was when an explanation was written for it.
	 */
	public record Change(String label, String then, String now) {
	}

	public static Basis of(String rule, String metric) {
		return new Basis(rule + "." + metric, List.of(), "");
	}

	/** An amount is the same in whatever size of its unit it is told. */
	public Basis amount(String name, String label, BigDecimal amount, String unit) {
		return with(new Ground(name, label, Amount.print(amount) + unit, scaled(amount, unit)));
	}

	/** What is no amount. */
	public Basis value(String name, String label, String words, String value) {
		return with(new Ground(name, label, words, value));
	}

	/** Words of a sentence, of which the numbers decide. */
	Basis numbers(String name, String label, String words) {
		return with(new Ground(name, label, words, read(words)));
	}

	/** What follows from the others, and is only told. */
	public Basis told(String label, String words) {
		return words.isEmpty() ? this : with(new Ground(label, label, words, ""));
	}

	public Basis formerly(String fingerprint) {
		return new Basis(this.about, this.figures, fingerprint);
	}

	private Basis with(Ground ground) {
		List<Ground> figures = new ArrayList<>(this.figures);
		figures.add(ground);
		return new Basis(this.about, figures, this.former);
	}

	/** Another when one of the figures changes. */
	String fingerprint() {
		return digest(Stream.concat(Stream.of(this.about),
				this.figures.stream()
					.filter((figure) -> !figure.value().isEmpty())
					.map((figure) -> figure.name() + "=" + figure.value())));
	}

	/** The figures in words, as they are kept with an explanation. */
	public String print() {
		return this.figures.stream()
			.map((figure) -> String.join("\t", figure.name(), figure.label(), figure.words()))
			.collect(Collectors.joining("\n"));
	}

	/**
	 * What has changed.
	 * @param then what {@link #print} has told of an earlier time
	 */
	public List<Change> since(String then) {
		Map<String, String> before = new HashMap<>();
		then.lines()
			.map((line) -> line.split("\t", 3))
			.filter((line) -> line.length == 3)
			.forEach((line) -> before.put(line[0], line[2]));
		return this.figures.stream()
			.filter((figure) -> before.containsKey(figure.name()) && !before.get(figure.name()).equals(figure.words()))
			.map((figure) -> new Change(figure.label(), before.get(figure.name()), figure.words()))
			.toList();
	}

	static String scaled(BigDecimal amount, String unit) {
		return Amount.print(amount.movePointRight(MeasureWords.power(unit)));
	}

	/** The numbers of a text, however they are written: 1.2万, 12,000 and 一万二千. */
	private static String read(String text) {
		StringBuilder numbers = new StringBuilder();
		int at = 0;
		while (at < text.length()) {
			Numbers.Numeral number = Numbers.at(text, at, text.length());
			if (number == null) {
				at++;
				continue;
			}
			BigDecimal value = number.value();
			BigDecimal upTo = number.upTo();
			numbers
				.append((value != null) ? scaled(value, number.scale()) : text.substring(number.start(), number.end()));
			numbers.append((upTo != null) ? "-" + scaled(upTo, number.scale()) : "").append(' ');
			at = Math.max(number.end(), at + 1);
		}
		return numbers.isEmpty() ? "-" : numbers.toString();
	}

	static String digest(Stream<String> parts) {
		return Revision.checksum(parts.collect(Collectors.joining("\n"))).substring(0, DIGEST);
	}

}
