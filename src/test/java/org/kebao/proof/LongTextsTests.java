package org.kebao.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.amount.Given;
import org.kebao.binding.BoundText;
import org.kebao.binding.Facts;
import org.kebao.binding.Printed;
import org.kebao.mention.Mention;
import org.kebao.mention.Passage;
import org.kebao.mention.Passages;
import org.kebao.mention.Stance;
import org.kebao.metric.Catalogues;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKind;
import org.kebao.prose.Figure;
import org.kebao.report.Part;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * To put the figures into a text, to find them again where they were typed and to examine
 * them is work that grows with the text and no faster, whatever it is full of.
 */
class LongTextsTests {

	/** The time of this thread alone, whatever else the machine does. */
	private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

	private static final int SHORT = 1_500;

	private static final int LONG = 6_000;

	/** Four times the text; a quadratic reader would need sixteen times as long. */
	private static final double RATIO = 8;

	/** Below this a ratio says nothing but noise. */
	private static final long NOISE = 8_000_000;

	private final Metric metric = Catalogues.named(1, "IPR01", "专利申请量", "件", 0);

	private final Facts facts = Facts.of(Catalogues.of(this.metric), Map.of(1L, Given.actual(BigDecimal.valueOf(401))),
			Map.of(), Map.of());

	private final Yardstick yardstick = new Yardstick(PeriodKind.FIRST_HALF,
			Map.of("IPR01", Given.actual(BigDecimal.valueOf(401))), Map.of(), Map.of("IPR01", BigDecimal.valueOf(300)),
			List.of(new Behind(this.metric, "只完成三成")));

	@ParameterizedTest
	@ValueSource(strings = { "{{专利申请量}}，", "{{专利申请量}}，办了3件，", "{{没有这个}}，", "{{没有这个}}办了3件，", "{{专利申请量.去年}}，", "{{",
			"}}，", "{{专利", "专利申请量400件，", "专利申请量400件，增长5%，", "专利申请量400件，增长5%。", "举办培训班20期，其中线上8期、线下13期。", "专利申请量401件。",
			"时间过半，任务过半，专利申请量401件。", "项目3个,资金(5)万元,", "“专利申请量400件", "（专利申请量{{专利申请量}}", "《专利申请量400件，" })
	void theWorkGrowsWithTheTextAndNoFaster(String pattern) {
		for (Part part : List.of(Part.ACHIEVEMENTS, Part.PLAN)) {
			String small = pattern.repeat(SHORT / pattern.length());
			String large = pattern.repeat(LONG / pattern.length());
			double ratio = Double.MAX_VALUE;
			for (int attempt = 0; attempt < 5 && ratio > RATIO; attempt++) {
				long brief = Math.max(Math.min(time(small, part), time(small, part)), NOISE);
				ratio = (double) time(large, part) / brief;
			}
			assertThat(ratio).as("time for %,d characters of %s in that for %,d", LONG, pattern, SHORT)
				.isLessThanOrEqualTo(RATIO);
		}
	}

	@Test
	void noMoreIsListedThanAnybodyReadsAndThatThereIsMoreIsAnError() {
		String text = IntStream.range(0, 150)
			.mapToObj((line) -> "专利申请量%d件。".formatted(500 + line))
			.collect(Collectors.joining());
		List<Finding> few = find(text.substring(0, text.length() / 5), Part.ACHIEVEMENTS);
		List<Finding> many = find(text, Part.ACHIEVEMENTS);
		assertThat(few).isNotEmpty().noneMatch(Finding::isError);
		assertThat(many).hasSize(101);
		assertThat(many).last().satisfies((finding) -> {
			assertThat(finding.isError()).isTrue();
			assertThat(finding.message()).contains("100 处以上");
		});
	}

	@Test
	void whereTheReportIsFullOfThemTheTextsThatAreNotReadAreNotPassedOver() {
		// hints are no findings that anybody has to deal with, and use up nothing
		String text = IntStream.range(0, 30)
			.mapToObj((line) -> "专利申请量%d件,".formatted(500 + line))
			.collect(Collectors.joining());
		List<Passage> passages = IntStream.range(0, 40).mapToObj((at) -> passage(text, Part.ACHIEVEMENTS)).toList();
		for (int texts = 1; texts <= passages.size(); texts++) {
			List<Passage> some = passages.subList(0, texts);
			boolean whole = examine(some).stream().noneMatch(Finding::isError);
			long all = some.stream()
				.mapToLong((one) -> examine(List.of(one)).stream().filter((finding) -> !finding.isHint()).count())
				.sum();
			assertThat(whole).as("%d texts with %d findings", texts, all).isEqualTo(all < 300);
		}
	}

	private long time(String text, Part part) {
		long start = THREAD.getCurrentThreadCpuTime();
		find(text, part);
		return THREAD.getCurrentThreadCpuTime() - start;
	}

	private List<Finding> find(String text, Part part) {
		return examine(List.of(passage(text, part)));
	}

	private Passage passage(String text, Part part) {
		Printed printed = BoundText.of(text).print(this.facts);
		return Passages.of(part, text, printed, this.facts, (figure) -> mention(printed, figure));
	}

	private List<Finding> examine(List<Passage> passages) {
		return Proof.findings(passages, this.yardstick);
	}

	private Mention mention(Printed printed, Figure figure) {
		boolean bound = printed.bound(figure.span()).isPresent();
		Stance stance = (figure.value() != null && figure.value().intValue() == 401) ? Stance.AGREES : Stance.DIFFERS;
		return new Mention(figure, printed.source(figure.span()), this.metric, bound, stance, BigDecimal.valueOf(401),
				false);
	}

}
