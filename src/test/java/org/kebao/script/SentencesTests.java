package org.kebao.script;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where sentences end, and where they do not. */
class SentencesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "甲完成。乙开始。|甲完成。/乙开始。", "一是甲;二是乙；三是丙|一是甲;/二是乙；/三是丙",
			"共62项(其中：甲14项；乙48项)。又有3项。|共62项(其中：甲14项；乙48项)。/又有3项。", "提出“先干。再看！”的办法。很好|提出“先干。再看！”的办法。/很好",
			"他说：“好。”大家都同意。|他说：“好。”/大家都同意。", "真的吗？！是的|真的吗？！/是的", "缺半个括号(甲。乙。|缺半个括号(甲。/乙。", "多半个括号）甲。”乙。|多半个括号）甲。”/乙。",
			"见http://a.cn/b?c=1;d=2。完|见http://a.cn/b?c=1;d=2。/完", "混用括号（甲。乙)不断。丙|混用括号（甲。乙)不断。/丙",
			"\"甲。乙\"一句。丙|\"甲。乙\"一句。/丙", "“甲。乙（丙”丁。戊|“甲。乙（丙”丁。/戊", "《甲。乙》一书。丙|《甲。乙》一书。/丙" })
	void sentences(String text, String expected) {
		assertThat(words(text, Sentences.sentences(text, new Span(0, text.length())))).hasToString(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "专利400件，授权180件，均增长30%。|专利400件，/授权180件，/均增长30%。",
			"资金1,242万元,增长(甲,乙)8%|资金1,242万元,/增长(甲,乙)8%", "于10:30开会:甲|于10:30开会:/甲" })
	void clauses(String text, String expected) {
		assertThat(words(text, Sentences.clauses(text, new Span(0, text.length())))).hasToString(expected);
	}

	@Test
	void paragraphsAreLinesWithoutTheSpaceAroundThem() {
		String text = "\ufeff　　甲。 \r\n\r\n\t乙\n　\n丙";
		assertThat(words(text, Sentences.paragraphs(text))).isEqualTo("甲。/乙/丙");
	}

	@Test
	void aLineThatBreaksOffGoesOn() {
		String text = "统一思想、\n提高认识，\r\n再进一步。\n完，\n\n新段";
		assertThat(Sentences.paragraphs(text).stream().map((span) -> span.of(text)))
			.containsExactly("统一思想、\n提高认识，\r\n再进一步。", "完，", "新段");
	}

	@Test
	void nothingComesOfNothing() {
		assertThat(Sentences.paragraphs("")).isEmpty();
		assertThat(Sentences.paragraphs(" \n　")).isEmpty();
		assertThat(Sentences.sentences("", new Span(0, 0))).isEmpty();
	}

	private static String words(String text, List<Span> spans) {
		return String.join("/", spans.stream().map((span) -> span.of(text)).toList());
	}

}
