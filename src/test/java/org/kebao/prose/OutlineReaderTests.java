package org.kebao.prose;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.script.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** How texts are built, in whatever style they number their headings. */
class OutlineReaderTests {

	private static final String BODY = "今年以来，全县科技工作取得新进展，各项任务有序推进，主要情况如下面所述，不再一一列举。";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"standard|一、工作成效/（一）项目/B/1.申报/B/（1）国家级/B/①种业/B/二、打算/B|1一、工作成效 2（一）项目 31.申报 4（1）国家级 5①种业 1二、打算",
			"skips the second|一、成效/1、项目/B/(1)申报/B/2、平台/B/二、打算/B|1一、成效 21、项目 3(1)申报 22、平台 1二、打算",
			"parts and chapters|第一部分 工作总结/一、成效/B/二、问题/B/第二部分 工作计划/一、目标/B|1第一部分 工作总结 2一、成效 2二、问题 1第二部分 工作计划 2一、目标",
			"chapters|第一章 总则/第一节 目的/B/第二章 组织/B|1第一章 总则 2第一节 目的 1第二章 组织",
			"brackets on top|（一）成效/1.项目/B/2.平台/B/（二）问题/B|1（一）成效 21.项目 22.平台 1（二）问题",
			"Arabic on top|1.成效/（1）项目/B/（2）平台/B/2.问题/B|11.成效 2（1）项目 2（2）平台 12.问题",
			"one rank in three styles|(一)思路/1、主线/B/(二)、计划/1、项目/B/三、建议/B|1(一)思路 21、主线 1(二)、计划 21、项目 1三、建议",
			"one rank in two|一、成效/B/（二）问题/B/三、打算/B|1一、成效 1（二）问题 1三、打算",
			"deeper in one section|一、成效/（一）项目/1.申报/B/二、问题/1.投入/B|1一、成效 2（一）项目 31.申报 1二、问题 21.投入",
			"decimals|1、成效/1.1 项目/B/1.2 平台/B/2、问题/B|11、成效 21.1 项目 21.2 平台 12、问题",
			"a restart|一、成效/B/二、问题/B/下半年工作计划/一、目标/B/二、措施/B|1一、成效 1二、问题 1下半年工作计划 1一、目标 1二、措施",
			"decimals without a blank|一、背景/1.1政策导向/1.1.1国家部署/B/1.1.2改革要求/B/1.2区域现状/B/二、问题/B|1一、背景 21.1政策导向 31.1.1国家部署 31.1.2改革要求 21.2区域现状 1二、问题",
			"enclosed numbers|㈠项目/B/⑴申报/B/㈡平台/B|1㈠项目 2⑴申报 1㈡平台", "eleven|十、党建/B/十一、廉政/B/二十、其他/B|1十、党建 1十一、廉政 1二十、其他" })
	void theLevelIsTheOrderInWhichStylesNest(String name, String text, String expected) {
		assertThat(outline(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "（一）抓项目，促发展。全年申报项目30项。/（二）抓平台。新建平台3个。|1（一）抓项目，促发展。 1（二）抓平台。",
			"1.抓项目。全年申报项目30项。/2.抓平台。新建平台3个。|11.抓项目。 12.抓平台。", "一是抓项目。全年申报项目30项。/二是抓平台。新建平台3个。|1一是抓项目。 1二是抓平台。",
			"（一）抓项目。申报30项。/（二）抓平台。新建3个。/（三）按时完成各项任务。|1（一）抓项目。 1（二）抓平台。 1（三）按时完成各项任务。",
			"1.知识产权：全年申请专利30件。/2.技术市场：合同额3亿元。|11.知识产权： 12.技术市场：",
			"一、工作成效 今年以来，全县科技工作取得新进展，新增高新技术企业3家。/二、存在问题|1一、工作成效 1二、存在问题", "总体思路：坚持创新驱动。/工作目标：申报项目30项。|1总体思路： 1工作目标：",
			"一、上半年工作(一)抓项目，促发展。申报30项。(二)抓平台。新建3个。|1一、上半年工作 2(一)抓项目，促发展。 2(二)抓平台。",
			"现将情况汇报如下：一、项目工作情况(一)申报情况：申报30项；立项3项。(二)实施情况：验收3项。|1一、项目工作情况 2(一)申报情况： 2(二)实施情况：" })
	void aShortSentenceMayOpenItsParagraph(String text, String expected) {
		assertThat(outline(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "一是高新技术企业数量少，近两年认定的只有五家；/二是企业创新能力不强。", "1、建议加大投入。/2、建议引进人才。", "（1）甲公司项目/（2）乙公司项目",
			"抓项目。一是申报国家项目；二是争取资金。", "一是组织培训。培训200人。二是开展考核。考核3次。", "2025年申报项目30项。/12.5万元已经到位。", "三、四季度抓项目。申报3项。",
			"1.2亿元资金到位。另有2亿元。", "第一批企业入库。第二批公示。", "一是推荐项目2个，分别为：“甲”“乙”。/二是立项1个，为“丙”。", "一是抓项目。申报30项。",
			"一是抓项目。申报30项。二是抓平台。新建3个。/三是抓人才。引进3人。四是抓培训。培训9次。", "一是抓项目。申报30项。二是抓平台。新建3个。/一是抓人才。引进3人。二是抓培训。培训9次。",
			"一是继续开展帮扶行动，帮助企业解决难题。/二是争取更多资金。积极组织申报。/三是巩固已有成效，完成平台填报。", "框架分为两部分:(一)现状和问题;(二)思路和目标;全部写完。", "全年申报项目30项",
			"序号/|/重点任务/|/完成情况/|/1/|/申报项目30项。/|",
			"一、抓好项目申报三月在科技大楼举办全县项目申报业务培训会和政策宣讲系列活动，全县各乡镇各部门共有160家企业参加。/二、抓好平台建设四月在开发区召开创新平台建设现场推进会和成果转化对接会，全县各乡镇各部门共有60家企业参加。" })
	void pointsOfAListAreNoHeadings(String text) {
		assertThat(outline(text)).isEmpty();
	}

	@Test
	void aLetterIsTakenApart() {
		String text = lines("某县科技局关于上半年工作的报告/县政府办公室：/" + BODY + "/一、成效/" + BODY + "/某县科学技术局/2025年6月30日");
		Outline outline = OutlineReader.read(text);
		assertThat(words(text, outline.title())).isEqualTo("某县科技局关于上半年工作的报告");
		assertThat(words(text, outline.addressee())).isEqualTo("县政府办公室：");
		assertThat(words(text, outline.signature())).isEqualTo("某县科学技术局");
		assertThat(words(text, outline.date())).isEqualTo("2025年6月30日");
		assertThat(outline.paragraphs()).extracting((span) -> span.of(text)).containsExactly(BODY, BODY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "二〇二五年六月三十日", "二二五年六月三十日", "2025年6月30日", "2025 年 6 月 30 日", "xxxx年x月x日", "二○二五年六月",
			"二零二五年十二月一日" })
	void datesInAnyForm(String date) {
		String text = lines("某县科技局工作总结/" + BODY + "/某县科技局/" + date);
		Outline outline = OutlineReader.read(text);
		assertThat(words(text, outline.date())).isEqualTo(date);
		assertThat(words(text, outline.signature())).isEqualTo("某县科技局");
	}

	@Test
	void bureauAndDateOnOneLine() {
		String text = lines("某县科技局工作总结/" + BODY + "/某县科技局 2025年6月30日");
		Outline outline = OutlineReader.read(text);
		assertThat(words(text, outline.signature())).isEqualTo("某县科技局");
		assertThat(words(text, outline.date())).isEqualTo("2025年6月30日");
	}

	@Test
	void bureauAndDateUnderTheTitle() {
		String text = lines("某县2025年科技工作总结/某县科学技术局/（2025年12月20日）/" + BODY + "/一、成效/" + BODY);
		Outline outline = OutlineReader.read(text);
		assertThat(words(text, outline.title())).isEqualTo("某县2025年科技工作总结");
		assertThat(words(text, outline.signature())).isEqualTo("某县科学技术局");
		assertThat(words(text, outline.date())).isEqualTo("2025年12月20日");
		assertThat(outline.paragraphs()).hasSize(2);
	}

	@Test
	void annexesAndImprintAreNoPart() {
		String text = lines("某县科技局工作总结/——在全县科技大会上的发言/某县科学技术局/" + BODY + "/一、成效/" + BODY
				+ "/附件：1.项目清单/2.资金清单/某县科技局/2025年6月30日/抄送：县委办公室。/某县科技局办公室 2025年6月30日印发");
		Outline outline = OutlineReader.read(text);
		assertThat(words(text, outline.title())).isEqualTo("某县科技局工作总结");
		assertThat(words(text, outline.signature())).isEqualTo("某县科技局");
		assertThat(words(text, outline.date())).isEqualTo("2025年6月30日");
		assertThat(outline.headings()).hasSize(1);
		assertThat(outline.paragraphs()).extracting((span) -> span.of(text)).containsExactly(BODY, BODY);
	}

	@Test
	void aTitleOfTwoLines() {
		String text = lines("某县科技局2025年工作总结/及2026年工作计划/" + BODY + "/" + BODY);
		assertThat(words(text, OutlineReader.read(text).title())).isEqualTo("某县科技局2025年工作总结\n及2026年工作计划");
	}

	@ParameterizedTest
	@ValueSource(strings = { "当前位置：首页 > 总结 > 科技局工作总结/科技局工作总结/发布时间：2022-10-07 08:05:43/T/B/一、成效/B/B/上一篇：农业局工作总结",
			"科技局工作总结范文/本站小编为你整理了科技局工作总结，欢迎阅读。/T/B/一、成效/B/B/精品推荐/农业局工作总结/教育局工作总结",
			"博采众长、见贤思齐/您的位置：网站首页/T/导语：科技局工作总结一文来源于网友上传。/B/一、成效/B/B/来源：网络整理 免责声明：本文仅限学习分享。/本文地址：http://www.example.com/1.html",
			"T/时间：2022-10-07/B/一、成效/T/B/B/T相关关键词：科技局 工作总结/《T》由互联网用户整理提供，转载分享请保留原作者信息，谢谢！" })
	void whatAWebPagePutsAroundIsNoPart(String text) {
		String given = lines(text.replace("T", "科技局工作总结"));
		Outline outline = OutlineReader.read(given);
		assertThat(words(given, outline.title())).isEqualTo("科技局工作总结");
		assertThat(outline.headings()).extracting(Heading::words).containsExactly("成效");
		assertThat(outline.paragraphs()).extracting((span) -> span.of(given)).containsExactly(BODY, BODY, BODY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "全年申报项目30项", "全年申报项目30项。\n资金20万元", "做好科技成果转载转化和资料下载工作。" })
	void aParagraphHasNoTitle(String text) {
		Outline outline = OutlineReader.read(text);
		assertThat(outline.title()).isNull();
		assertThat(outline.signature()).isNull();
		assertThat(outline.paragraphs()).hasSize((int) text.lines().count());
	}

	@Test
	void nothingComesOfNothing() {
		assertThat(OutlineReader.read("").paragraphs()).isEmpty();
		assertThat(OutlineReader.read("\n \n").paragraphs()).isEmpty();
		assertThat(OutlineReader.read("一、").headings()).isEmpty();
	}

	private static String lines(String text) {
		return text.replace("B", BODY)
			.replace('/', '\n')
			.replace("http:\n\nwww.example.com\n", "http://www.example.com/");
	}

	private static String outline(String text) {
		List<Heading> headings = OutlineReader.read(lines(text)).headings();
		String given = lines(text);
		String outline = String.join(" ",
				headings.stream().map((heading) -> heading.level() + heading.span().of(given)).toList());
		return outline;
	}

	private static @Nullable String words(String text, @Nullable Span span) {
		return (span == null) ? null : span.of(text);
	}

}
