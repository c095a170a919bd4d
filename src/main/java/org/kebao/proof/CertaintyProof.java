package org.kebao.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.kebao.amount.Certainty;
import org.kebao.amount.Given;
import org.kebao.mention.Mention;
import org.kebao.mention.Stance;
import org.kebao.prose.Figure;
import org.kebao.report.Part;

/**
 * Where what is not final is told as final, or the reverse (domain handbook C16).
 */
final class CertaintyProof {

	/** What stands in a plan because the year before is its base is no slip. */
	private static final List<String> BASES = List.of("基础", "基数", "以来", "巩固", "保持");

	private static final List<String> FORECASTING = List.of("预计", "预期", "预测", "预估", "估计", "有望");

	private final Yardstick yardstick;

	CertaintyProof(Yardstick yardstick) {
		this.yardstick = yardstick;
	}

	List<Finding> findings(ExaminedText sighting, Mention mention) {
		return Stream.of(certainty(sighting, mention), fact(sighting, mention)).flatMap(Optional::stream).toList();
	}

	/** 预计 is said of what is not final, and of nothing else. */
	private Optional<Finding> certainty(ExaminedText sighting, Mention mention) {
		Figure figure = mention.figure();
		BigDecimal expected = mention.expected();
		Given now = this.yardstick.given().get(mention.metric().getCode());
		if (now == null || expected == null || figure.role() == Figure.Role.TARGET
				|| !says(figure, expected, mention)) {
			return Optional.empty();
		}
		boolean sure = now.certainty() == Certainty.ACTUAL || now.certainty() == Certainty.CERTIFIED;
		boolean forecast = figure.role() == Figure.Role.FORECAST;
		if (forecast ? !sure || !isForecast(sighting.text(), figure) : now.certainty() != Certainty.ESTIMATED) {
			return Optional.empty();
		}
		String name = mention.metric().getName();
		String words = figure.span().of(sighting.text());
		String message = forecast ? "文中说%s是预计，指标表里“%s”已是%s数".formatted(words, name, now.certainty().label())
				: "指标表里“%s”%s是预计数，文中当作实际数".formatted(name, words);
		return Optional.of(sighting.finding(ProseCheck.CERTAINTY, figure.span(), message)
			.metric(mention.metric().getCode())
			.instruction(forecast ? "请删去“预计”，或把指标表里的数据性质改成预计" : "请在文中写明“预计”，或把指标表里的数据性质改成实际")
			.on((basis) -> basis.amount("table", name, expected, mention.metric().getUnit())
				.value("certainty", "数据性质", now.certainty().label(), now.certainty().name()))
			.build());
	}

	/** Whether the sentence says so in so many words. */
	private static boolean isForecast(String text, Figure figure) {
		int from = figure.sentence().offset();
		String before = text.substring(from, Math.max(from, figure.span().end()));
		return FORECASTING.stream().anyMatch(before::contains);
	}

	/** A plan holds no facts of the year that is over. */
	private static Optional<Finding> fact(ExaminedText sighting, Mention mention) {
		Figure figure = mention.figure();
		if (sighting.passage().part() != Part.PLAN || figure.role() != Figure.Role.ACTUAL || mention.bound()
				|| mention.stance() != Stance.AGREES || !figure.isAmount()) {
			return Optional.empty();
		}
		String sentence = figure.sentence().of(sighting.text());
		boolean base = BASES.stream().anyMatch(sentence::contains) || sighting.looksAhead(figure.sentence());
		if (base) {
			return Optional.empty();
		}
		return Optional.of(
				sighting
					.finding(ProseCheck.FACT, figure.span(),
							"计划里写了已经完成的数：“%s”%s".formatted(mention.metric().getName(),
									figure.span().of(sighting.text())))
					.metric(mention.metric().getCode())
					.instruction("已经完成的写到“工作成效”里；确要在计划里说的，写明理由")
					.on((basis) -> basis.value("text", mention.metric().getName(), figure.span().of(sighting.text()),
							new Wording(figure).value()))
					.build());
	}

	private static boolean says(Figure figure, BigDecimal expected, Mention mention) {
		if (mention.bound()) {
			return true;
		}
		return figure.isAmount() && figure.upTo() == null && figure.approximation() == Figure.Approximation.EXACT
				&& new Wording(figure).is(expected, mention.metric().getUnit());
	}

}
