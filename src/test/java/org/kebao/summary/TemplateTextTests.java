package org.kebao.summary;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.revision.ReportContent;
import org.kebao.script.Mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class TemplateTextTests {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 8);

	private static final String ENTRIES = """
			# {{period}}工作总结
			## 主要工作成效
			{{#achievements}}
			### {{heading}}
			{{body}}
			{{/achievements}}
			""";

	static Document fill(String text, ReportContent content) {
		return TemplateText.of(text).fill(content, Numbering.FULL, DAY);
	}

	/** One line a block: "2（一）text" for a heading, "text" for a paragraph. */
	static List<String> lines(Document document) {
		return document.blocks().stream().map((block) -> {
			if (block instanceof Document.Heading heading) {
				return heading.level() + heading.number() + heading.text();
			}
			if (block instanceof Document.Paragraph paragraph) {
				return paragraph.number() + paragraph.text();
			}
			if (block instanceof Document.Signature signature) {
				return signature.name() + "/" + signature.written();
			}
			return block.kind();
		}).toList();
	}

	@Test
	void makesTitleAddresseeHeadingsAndParagraphs() {
		Document document = fill("""
				# {{bureau}}
				# 关于报送{{period}}工作总结的报告

				> {{superior}}:

				现将有关情况报告如下：
				## 第一部分。
				### 第一节
				#### 第一点
				##### 第一小点
				正文
				### 第二节
				## 第二部分
				!落款
				""", Contents.empty());
		assertThat(document.title()).containsExactly("望川县科技局", "关于报送2026年度工作总结的报告");
		assertThat(document.name()).isEqualTo("望川县科技局关于报送2026年度工作总结的报告");
		assertThat(document.addressee()).isEqualTo("云岭市科技局：");
		assertThat(lines(document)).containsExactly("现将有关情况报告如下：", "1一、第一部分", "2（一）第一节", "31.第一点", "4（1）第一小点", "正文",
				"2（二）第二节", "1二、第二部分", "望川县科技局/2026年1月8日");
	}

	@Test
	void breaksTheParagraphsOfATextAndDropsItsIndents() {
		assertThat(lines(fill(ENTRIES, Contents.saying("标题。", "　　第一段。\r\n\n  第二段。\u2028第三段。"))))
			.containsExactly("1一、主要工作成效", "2（一）标题", "第一段。", "第二段。", "第三段。");
	}

	@Test
	void printsOnlyTheParagraphsOfAnEntryWithoutHeading() {
		assertThat(lines(fill(ENTRIES, Contents.saying(" ", "只有正文。")))).containsExactly("1一、主要工作成效", "只有正文。");
	}

	@Test
	void saysNothingOfWhatThereIsNot() {
		assertThat(lines(ShippedTemplates.text(ShippedTemplates.ANNUAL).fill(Contents.empty(), Numbering.FULL, DAY)))
			.hasSize(2)
			.first()
			.asString()
			.startsWith("2026年，望川县科技局坚持");
	}

	@Test
	void numbersAListBelowItsHeadingAndEndsItsSentences() {
		assertThat(lines(fill("""
				# 计划
				## 目标
				{{#targets}}
				- {{text}}
				{{/targets}}
				""", Contents.rich()))).containsExactly("1一、目标", "（一）有效期内高新技术企业达到33家。", "（二）技术合同成交额增长15%以上。",
				"（三）争取省级以上科技计划项目65项。", "（四）建成县级科技成果转化中心，实现规上工业企业研发活动“清零”。");
	}

	@Test
	void keepsANumberApartFromADigitThatFollows() {
		assertThat(lines(fill("# 题\n#### 5G应用\n#### 其他", Contents.empty()))).containsExactly("31. 5G应用", "32.其他");
	}

	/** Neither in a report nor in a template does a typed number stand beside ours. */
	@Test
	void printsNoTypedNumberBesideItsOwn() {
		String text = """
				# 题
				## 二、主要工作成效
				{{#achievements}}
				### {{heading}}
				- {{body}}
				正文：{{body}}
				{{/achievements}}
				""";
		assertThat(lines(fill(text, Contents.saying("（三）创新氛围不浓", "1. 抓项目。\n二是抓人才。\n一是抓平台；二是抓企业。\n3.5万人受训。"))))
			.containsExactly("1一、主要工作成效", "2（一）创新氛围不浓", "1.抓项目。", "2.抓人才。", "3.一是抓平台；二是抓企业。", "4. 3.5万人受训。",
					"正文：1. 抓项目。", "二是抓人才。", "一是抓平台；二是抓企业。", "3.5万人受训。");
		assertThat(lines(fill(text, Contents.saying("（三）" + Mark.KEPT + "班制改革", "")))).containsExactly("1一、主要工作成效",
				"2（一）（三）班制改革", "正文：");
	}

	@Test
	void statesFiguresByTheirCodeAndNothingForThoseNotGiven() {
		assertThat(lines(fill("""
				# 题
				技术合同成交额{{figure.TEC01}}，立项{{figure.PRJ01}}{{#figure.PRJ10}}，到位{{figure.PRJ10}}{{/figure.PRJ10}}。
				""", Contents.rich()))).containsExactly("技术合同成交额8209.39万元，立项14项。");
	}

	static Stream<String> hostile() {
		return Stream.of("<script>alert(1)</script>", "{{7*7}}", "{{bureau}}", "{{{bureau}}}", "{{#problems}}",
				"{{/achievements}}", "${7*7}", "[[${T(java.lang.Runtime)}]]", "[(${7*7})]", "__${7*7}__", "# heading",
				"## heading", "> 主送", "- 一项", "!落款", "!指标表", "😀", "𠮷野家", "&lt;b&gt;", "]]>", "</style></svg>");
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void printsWhatWasTypedAsItWasTyped(String typed) {
		assertThat(lines(fill(ENTRIES, Contents.saying(typed, typed + "\n" + typed)))).containsExactly("1一、主要工作成效",
				"2（一）" + typed, typed, typed);
	}

	@Test
	void takesNoMarksFromNoncharactersThatWereTyped() {
		assertThat(lines(fill(ENTRIES, Contents.saying("\uFDD1\n# 假标题", "\uFDD1\uFDD2# 假\uFDD0标题\u0000\uFFFE\uD800"))))
			.containsExactly("1一、主要工作成效", "2（一）# 假标题", "# 假标题");
	}

	@ParameterizedTest
	@ValueSource(strings = { "科", "1", " ", "。", "\n", "。 ", "# ", "{{", "😀" })
	void takesAHundredThousandCharacters(String character) {
		String typed = ("起" + character.repeat(100_000 / character.length()) + "止").substring(0, 100_000);
		assertTimeout(Duration.ofSeconds(3),
				() -> assertThat(fill(ENTRIES, Contents.saying(typed, typed)).blocks()).isNotEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# 题⏎{{nobody}}                          | 2 | 没有“nobody”这个标签
			# 题⏎⏎{{heading}}                        | 3 | 没有“heading”这个标签
			# 题⏎{{#nobody}}⏎{{/nobody}}             | 2 | 没有“nobody”这个标签
			# 题⏎{{#lead}}⏎文                        | 2 | “{{#lead}}”没有对应的结束标签
			# 题⏎{{/lead}}                           | 2 | “{{/lead}}”没有对应的开始标签
			# 题⏎{{bureau                            | 2 | 标签没有写完整：每个标签要在同一行内，以“{{”开始，以“}}”结束
			# 题⏎{{{bureau}}}                        | 2 | 标签没有写完整
			# 题⏎{{&bureau}}                         | 2 | 不能使用“{{&”这种标签
			# 题⏎{{>other}}                          | 2 | 不能使用“{{>”这种标签
			# 题⏎{{=<% %>=}}                         | 2 | 不能使用“{{=”这种标签
			# 题⏎{{bureau.class}}                    | 2 | 没有“bureau.class”这个标签
			# 题⏎{{figure.A'B}}                      | 2 | 没有“figure.A'B”这个标签
			# 题⏎{{.}}                               | 2 | 没有“.”这个标签
			# 题⏎{{entrySet}}                        | 2 | 没有“entrySet”这个标签
			# 题⏎##二级                              | 2 | “#”之后要空一格再写标题
			# 题⏎###### 六                           | 2 | 标题最多到四级，即“##### ”
			# 题⏎>主送                               | 2 | “>”之后要空一格再写主送机关
			# 题⏎!签名                               | 2 | 没有“!签名”这个标记
			# 题⏎{{#lead}}!签名{{/lead}}             | 2 | 没有“!签名”这个标记
			# 题⏎{{#cases}}{{#cases}}{{/cases}}{{/cases}} | 2 | “{{#cases}}”不能放在它自己里面
			# 题⏎{{#cases}}{{#hasPlan}}⏎{{#cases}}⏎{{/cases}}{{/hasPlan}}{{/cases}} | 3 | “{{#cases}}”不能放在它自己里面
			# 题⏎{{#cases}}{{#targets}}{{/targets}}{{/cases}} | 2 | “{{#targets}}”不能放在“{{#cases}}”里面，列表里不能再放列表
			没有标题                                 | 1 | 缺少标题：标题行以“# ”开头
			# 题⏎!对比图⏎!对比图                     | 1 | “!对比图”只能出现一次
			""")
	void tellsWhatIsWrongWithItsLine(String text, int line, String message) {
		String template = text.replace("⏎", "\n");
		assertThat(TemplateText.check(template)).isNotEmpty()
			.first()
			.satisfies((problem) -> assertThat(problem.line()).isEqualTo(line))
			.satisfies((problem) -> assertThat(problem.message()).startsWith(message.strip()));
		assertThatExceptionOfType(TemplateText.BrokenTemplateException.class)
			.isThrownBy(() -> TemplateText.of(template));
	}

	@Test
	void tellsAllThatIsWrong() {
		assertThat(TemplateText.check("# 题\n{{a}}\n{{b}}\n!c")).extracting(TemplateText.Problem::line)
			.containsExactly(2, 3, 4);
	}

	@Test
	void refusesATextThatIsTooLong() {
		assertThat(TemplateText.check("# 题\n" + "文".repeat(TemplateText.LENGTH)))
			.extracting(TemplateText.Problem::line, TemplateText.Problem::message)
			.containsExactly(tuple(1, "模板不能超过20000字"));
	}

	@Test
	void whatIsFilledHasAnEnd() {
		ReportContent content = Contents.with(Contents.rich(),
				IntStream.range(0, 100).mapToObj((i) -> Contents.item(i, "", "标题", "字".repeat(2_000))).toList());
		String template = "# 题\n{{#achievements}}\n" + "{{body}}\n".repeat(10) + "{{/achievements}}\n";
		assertThatExceptionOfType(TemplateText.BrokenTemplateException.class).isThrownBy(() -> fill(template, content))
			.withMessageContaining("超过 1,000,000 字");
		assertThat(fill(template.replace("{{body}}\n".repeat(10), "{{body}}\n{{body}}\n"), content).blocks())
			.hasSize(200);
	}

	@Test
	void shipsFiveTemplatesThatFillForEveryContent() {
		assertThat(ShippedTemplates.all()).hasSize(5).allSatisfy((name, text) -> {
			assertThat(TemplateText.check(text)).isEmpty();
			for (Numbering style : Numbering.values()) {
				assertThatNoException().isThrownBy(() -> TemplateText.of(text).fill(Contents.empty(), style, DAY));
				assertThat(TemplateText.of(text).fill(Contents.rich(), style, DAY).blocks()).isNotEmpty();
			}
		});
	}

}
