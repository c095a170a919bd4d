package org.kebao.prose;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.glossary.Glossary;
import org.kebao.glossary.ShippedGlossary;
import org.kebao.lint.Flaw;
import org.kebao.lint.Lint;
import org.kebao.script.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every text, however hostile: it is read, everything found lies in it in
 * order, and the work grows with its length and no faster.
 */
class ProseFuzzTests {

	/** Of what reports, and those who would break their readers, are made. */
	private static final List<String> PIECES = List.of("一、", "（一）", "(二)", "1.", "2、", "①", "一是", "五是", "七是", "第一章",
			"其中", "其中：", "分别为", "包括", "（", "）", "(", ")", "“", "”", "《", "》", "【", "[", "〔", "，", "。", "；", "：", "、",
			"\n", "\r\n", "　", " ", "\t", "-", "—", "－", "~", "至", ".", "．", "%", "％", "‰", "个百分点", "万", "亿", "元", "万元",
			"亿元", "项", "家", "人次", "场次", "余", "多", "近", "约", "左右", "以上", "不少于", "超", "xx", "x.x", "×", "**", "0", "1",
			"12", "400", "8209.39", "1,234", "１２", "一", "二十", "三百六十五", "〇", "两", "零", "2025年", "上半年", "6月底", "比上年",
			"同比", "环比", "增长", "增加", "下降", "翻番", "倍", "完成", "目标", "任务", "预计", "力争", "达到", "国家级", "省级", "市级", "专利",
			"专利申请量", "授权量", "高新技术企业", "科技特派员", "技术合同成交额", "資金", "項(xiàng)", "服務(wù)", "{{", "}}", "<b>", "\u0000",
			"\u200B", "\uFEFF", "\uD83D\uDE00", "\uD840\uDC00", "\uD800", "\uDC00", "\uFFFF", "e\u0301", "年");

	/** The time of this thread alone, whatever else the machine does. */
	private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

	/** Longer than any one report, so that what is quadratic shows. */
	private static final int SHORT = 10_000;

	private static final int LONG = 40_000;

	/** Four times the text; a quadratic reader would need sixteen times as long. */
	private static final double RATIO = 8;

	/** Below this a ratio says nothing but noise. */
	private static final long NOISE = 4_000_000;

	/** In nanoseconds: fifty times what an ordinary text needs. */
	private static final long PER_CHARACTER = 50_000;

	private final Glossary glossary = ShippedGlossary.glossary();

	@Property
	void everyStringIsRead(@ForAll String text) {
		assertRead(text);
	}

	@Property(tries = 2000)
	void everyHeapOfPiecesIsRead(@ForAll("heaps") String text) {
		assertRead(text);
	}

	@Property(tries = 500)
	void aReportCutAndMixedIsRead(@ForAll("heaps") String piece, @ForAll int at, @ForAll int to) {
		String report = SampleReport.of(3000);
		int start = Math.floorMod(at, report.length());
		int end = Math.max(start, Math.floorMod(to, report.length()));
		assertRead(report.substring(0, start) + piece + report.substring(end));
	}

	@Provide
	Arbitrary<String> heaps() {
		return Arbitraries.of(PIECES).list().ofMaxSize(60).map((pieces) -> String.join("", pieces));
	}

	static Stream<String> patterns() {
		return Stream.concat(PIECES.stream(),
				Stream.of("9", "一是", "一是加强，", "其中：一项，", "((((", "））））", "（（", "“‘", "《《", "“《（", "一、\n", "（一）\n",
						"1.1.1.", "1.5万", "1-2-3-", "12,345,", "三千", "百万亿", "十", "xx家、", "家、家、", "万元、", "3项，",
						"申请量400件、", "比上年增长5%，", "62项（其中：国家级14项；省级49项）", "增长", "增长增长到", "同比环比", "2025年6月30日", "〔2025〕3号",
						"http://a.b/", "五个作用：", "科技", "服務(wù)", "高新技术企业3家，", "专利专利", "国家级省级市级", "约3家左右", "，", "。",
						"\n\n", "a", "aA1", " 1", "%%", "年年", "到2", "\uD83D\uDE001"));
	}

	@ParameterizedTest
	@MethodSource("patterns")
	void theWorkGrowsWithTheTextAndNoFaster(String pattern) {
		String small = repeat(pattern, SHORT);
		String large = repeat(pattern, LONG);
		assertRead(small);
		double ratio = Double.MAX_VALUE;
		for (int attempt = 0; attempt < 5 && ratio > RATIO; attempt++) {
			long brief = Math.max(best(small, 2), NOISE);
			long longer = best(large, 1);
			assertThat(longer).as("time for %s × n", pattern).isLessThan(PER_CHARACTER * LONG);
			ratio = (double) longer / brief;
		}
		assertThat(ratio).as("time for 40,000 characters of %s in that for 10,000", pattern).isLessThanOrEqualTo(RATIO);
	}

	@ParameterizedTest
	@MethodSource("patterns")
	void theSameOpenedAndNeverClosedIsNoWorse(String pattern) {
		String text = "其中：（“" + repeat(pattern, LONG / 2) + "一是" + repeat(pattern, LONG / 2);
		long time = best(text, 1);
		assertThat(time).as("time for %s × n, opened", pattern).isLessThan(PER_CHARACTER * LONG);
	}

	static Stream<Arguments> openings() {
		return Stream.of("（", "(", "“", "‘", "\"", "《", "〈", "【", "[", "〔", "『", "「", "｛", "{", "{{")
			.flatMap((mark) -> Stream.of(mark, mark + "申请量400件，", "全县" + mark + "3项", mark + "其中：3家；", mark + "\n")
				.map((pattern) -> Arguments.of(mark, pattern)));
	}

	/** A mark that is never closed may close anywhere behind it. */
	@ParameterizedTest
	@MethodSource("openings")
	void whatIsNeverClosedMakesNoMoreWork(String mark, String pattern) {
		String opening = "其中：" + mark;
		double ratio = Double.MAX_VALUE;
		for (int attempt = 0; attempt < 5 && ratio > RATIO; attempt++) {
			long brief = Math.max(best(opening + repeat(pattern, SHORT), 2), NOISE);
			ratio = (double) best(opening + repeat(pattern, LONG), 1) / brief;
		}
		assertThat(ratio).as("time for 40,000 characters behind %s in that for 10,000", mark)
			.isLessThanOrEqualTo(RATIO);
	}

	/**
	 * Nor does what is taken apart again and again go deeper than a thread can follow.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "\"其中：3家；", "其中：3家；", "其中3家，", "（其中：3家", "其中：（3家，", "3家（其中：", "3家，分别为", "其中有3家，中有" })
	void partsOfPartsHaveAnEnd(String pattern) throws InterruptedException {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		Thread thread = new Thread(null, () -> assertRead("其中：" + repeat(pattern, 100_000)), "reader", 256 * 1024);
		thread.setUncaughtExceptionHandler((any, ex) -> thrown.set(ex));
		thread.start();
		thread.join();
		assertThat(thrown.get()).isNull();
	}

	private static String repeat(String pattern, int characters) {
		return pattern.repeat(characters / pattern.length());
	}

	private long best(String text, int attempts) {
		long best = Long.MAX_VALUE;
		for (int i = 0; i < attempts; i++) {
			long start = THREAD.getCurrentThreadCpuTime();
			Reading reading = Prose.read(text);
			this.glossary.links(reading);
			Lint.flaws(reading);
			best = Math.min(best, THREAD.getCurrentThreadCpuTime() - start);
		}
		return best;
	}

	private void assertRead(String text) {
		Reading reading = Prose.read(text);
		assertThat(reading.text()).isEqualTo(text);
		assertInOrder(reading.figures().stream().map(Figure::span).toList(), text);
		reading.all().forEach((figure) -> assertSound(figure, text));
		assertInOrder(reading.outline().headings().stream().map(Heading::span).toList(), text);
		assertInOrder(reading.outline().paragraphs(), text);
		assertThat(reading.outline().headings()).allSatisfy((heading) -> assertThat(heading.level()).isPositive());
		List<Flaw> flaws = Lint.flaws(reading);
		flaws.forEach((flaw) -> assertInside(flaw.span(), text));
		assertThat(flaws).isSortedAccordingTo((a, b) -> a.span().offset() - b.span().offset());
		assertThat(this.glossary.links(reading)).allSatisfy((link) -> {
			assertThat(link.confidence()).isBetween(1, 100);
			assertThat(reading.all()).contains(link.figure());
		});
		assertThat(Prose.read(text)).isEqualTo(reading);
	}

	private static void assertSound(Figure figure, String text) {
		assertInside(figure.span(), text);
		assertInside(figure.sentence(), text);
		assertThat(figure.sentence().covers(figure.span())).isTrue();
		if (figure.growth() != null) {
			assertInside(figure.growth().span(), text);
		}
		if (figure.upTo() != null) {
			assertThat(figure.value()).isNotNull();
		}
		assertThat(figure.unit() != null || figure.growth() != null).isTrue();
		assertThat(figure.value() != null && figure.hole() != Figure.Hole.NONE).isFalse();
	}

	/** One after the other; none within another. */
	private static void assertInOrder(List<Span> spans, String text) {
		int end = 0;
		for (Span span : spans) {
			assertInside(span, text);
			assertThat(span.offset()).isGreaterThanOrEqualTo(end);
			end = span.end();
		}
	}

	private static void assertInside(Span span, String text) {
		assertThat(span.offset()).isNotNegative();
		assertThat(span.length()).isNotNegative();
		assertThat(span.end()).isLessThanOrEqualTo(text.length());
	}

}
