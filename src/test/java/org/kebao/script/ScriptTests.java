package org.kebao.script;

import org.junit.jupiter.api.Test;

import org.kebao.prose.Figure;
import org.kebao.prose.Prose;
import org.kebao.prose.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read in place of what was given, and the way back. */
class ScriptTests {

	private static final String NOTED = "縣科技局組(zǔ)織實(shí)施項(xiàng)目。開(kāi)展服務(wù),進(jìn)一步發(fā)揮作用,完(wán)成(chéng)任務(wù)";

	@Test
	void anOrdinaryTextIsReadAsItStands() {
		String text = "全县申报(a)项目3项，其中：甲(b)公司1项；";
		Script script = Script.read(text);
		assertThat(script.text()).isSameAs(text);
		assertThat(script.isAsGiven()).isTrue();
		assertThat(script.given(new Span(2, 3))).isEqualTo(new Span(2, 3));
	}

	@Test
	void traditionalCharactersAreReadAsSimplifiedOnes() {
		Script script = Script.read("組織企業申報項目，成效顯著，為全縣發展助力");
		assertThat(script.text()).isEqualTo("组织企业申报项目，成效显著，为全县发展助力");
		assertThat(script.isAsGiven()).isFalse();
	}

	@Test
	void aForeignNameMakesNoTraditionalText() {
		String text = "邀请國立臺灣大學专家到我县开展技术服务，推广新品种、新技术，组织企业申报各类科技计划项目，帮助企业解决技术难题，"
				+ "同时做好科技特派员选派、科技成果登记、技术合同认定和科学技术普及等各项工作，进一步优化全县创新创业环境，"
				+ "为推动全县经济高质量发展提供有力支撑，并圆满完成上级交办的其他任务，受到广大企业和群众的一致好评，多次在全市会议上作经验交流";
		assertThat(Script.read(text).text()).isSameAs(text);
	}

	@Test
	void pinyinNotesAreNotRead() {
		Script script = Script.read(NOTED);
		assertThat(script.text()).isEqualTo("县科技局组织实施项目。开展服务,进一步发挥作用,完成任务");
	}

	@Test
	void theWayBackCoversTheNotesOfItsCharacters() {
		Script script = Script.read(NOTED);
		int at = script.text().indexOf("服务");
		Span given = script.given(new Span(at, 2));
		assertThat(given.of(NOTED)).isEqualTo("服務(wù)");
		assertThat(script.given(new Span(0, script.text().length()))).isEqualTo(new Span(0, NOTED.length()));
	}

	@Test
	void marksOfPagesAreNotRead() {
		String page = "全县科技工作围绕中心、服务大局，各项任务有序推进，".repeat(6);
		String text = "1、" + page + "实现新的突\n\n2、破。" + page + "共申报项目9项，其中国家\n3、级项目4项，省级项目5项。";
		assertThat(Script.read(text).text()).isEqualTo(page + "实现新的突破。" + page + "共申报项目9项，其中国家级项目4项，省级项目5项。");
		assertThat(Prose.read(text).figures()).singleElement()
			.satisfies((figure) -> assertThat(figure.span().of(text)).isEqualTo("9项"))
			.satisfies((figure) -> assertThat(figure.parts()).extracting((part) -> part.span().of(text))
				.containsExactly("4项", "5项"));
		for (String list : new String[] { "1、" + page + "完成。\n2、" + page + "完成。", "1、申报\n2、实施\n3、验收",
				"1、" + page + "突\n" + page + "\n2、破" }) {
			assertThat(Script.read(list).text()).isSameAs(list);
		}
	}

	@Test
	void variantsOfCharactersAreReadAsTheUsualOnes() {
		assertThat(Script.read("新增髙新技术企业3家").text()).isEqualTo("新增高新技术企业3家");
		assertThat(Prose.read("新增髙新技术企业3家").figures()).extracting(Figure::thing).containsExactly("新增高新技术企业");
	}

	@Test
	void fewNotesOrNotesThatAreNoSyllablesStay() {
		String few = "進(jìn)一步發(fā)展";
		assertThat(Script.read(few).text()).isEqualTo("进(jìn)一步发(fā)展");
		String brackets = "甲(x)乙(xx)丙(unv)丁(iso)戊(wto)己(cim)庚(ddn)辛(ldc)壬(git)癸(dsp)";
		assertThat(Script.read(brackets).text()).isSameAs(brackets);
		String mixed = "甲(ma)乙(men)丙(unv)丁(iso)戊(wo)己(cim)庚(fan)辛(lan)壬(pin)癸(di)子(ta)丑(ke)";
		assertThat(Script.read(mixed).text()).isSameAs(mixed);
	}

	@Test
	void whatIsReadIsFoundInTheGivenText() {
		String text = "一、開(kāi)展服務(wù)\n" + NOTED + "。";
		Reading reading = Prose.read(text);
		assertThat(reading.outline().headings()).singleElement()
			.satisfies((heading) -> assertThat(heading.span().of(text)).isEqualTo("一、開(kāi)展服務(wù)"))
			.satisfies((heading) -> assertThat(heading.words()).isEqualTo("开展服务"));
		assertThat(reading.outline().paragraphs()).singleElement()
			.satisfies((paragraph) -> assertThat(paragraph.of(text)).isEqualTo(NOTED + "。"));
	}

}
