package org.kebao.binding;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.amount.Certainty;
import org.kebao.amount.Given;
import org.kebao.amount.ValueState;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Catalogues;
import org.kebao.metric.Metric;
import org.kebao.script.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class BoundTextTests {

	private static final Metric APPLIED = Catalogues.named(1, "IPR01", "专利申请量", "件", 0, "专利申请数", "申请专利");

	private static final Metric CONTRACTS = Catalogues.named(2, "TEC02", "技术合同成交额", "万元", 2, "技术合同额");

	private static final Metric CENTRES = Catalogues.named(3, "PLT06", "省级以上工程技术研究中心（技术创新中心）数", "家", 0);

	private static final Metric RESEARCH = Catalogues.named(4, "RDI01", "全社会R&D经费内部支出", "亿元", 4, "R&D经费");

	private static final Metric PRODUCT = Catalogues.named(5, "CTX01", "地区生产总值（GDP）", "亿元", 2);

	private static final Metric INTENSITY = Catalogues.ratio(6, "RDI02", RESEARCH, PRODUCT);

	private static final Metric COVERAGE = Catalogues.named(7, "AGR03", "服务覆盖率", "%", 2);

	private static final Metric DENSITY = Catalogues.named(8, "IPR05", "每万人口有效发明专利拥有量", "件/万人", 2);

	private static final Metric BLANK = Catalogues.named(9, "TAL01", "引进人才数", "人", 0);

	private static final Metric NOT_APPLICABLE = Catalogues.named(10, "INC03", "星创天地数", "家", 0);

	private static final Metric NOT_YET = Catalogues.named(11, "TAL03", "人员全时当量", "人年", 0);

	private static final Metric RETIRED = Catalogues.retired(Catalogues.named(12, "PUB03", "演练场次", "场次", 0));

	private static final Metric EXPECTED = Catalogues.named(13, "IND01", "高新技术产业产值", "亿元", 2, "高新产值");

	private static final Metric FIRST_COUNT = Catalogues.named(14, "IND02", "高新技术产业增加值", "亿元", 2);

	private static final Metric NEW = Catalogues.named(15, "COP01", "产学研协议数", "项", 0);

	private static final Metric FALLEN = Catalogues.named(16, "IPR02", "专利授权量", "件", 0);

	private static final Metric CONTRACTS_IN_ALL = Catalogues.named(17, "TEC03", "技术交易额", "元", 0);

	private static final Metric TRAINED = Catalogues.named(18, "AGR05", "培训人次", "人次", 0);

	private static final Metric PEOPLE = Catalogues.named(19, "CTX02", "常住人口", "万人", 2);

	private static final Metric LOSS = Catalogues.named(20, "ENT05", "高企净增数", "家", 0);

	private static final Metric DOTTED = Catalogues.named(21, "ZZZ01", "3.0版平台数", "个", 0);

	private static final Catalogue CATALOGUE = Catalogues.of(APPLIED, CONTRACTS, CENTRES, RESEARCH, PRODUCT, INTENSITY,
			COVERAGE, DENSITY, BLANK, NOT_APPLICABLE, NOT_YET, RETIRED, EXPECTED, FIRST_COUNT, NEW, FALLEN,
			CONTRACTS_IN_ALL, TRAINED, PEOPLE, LOSS, DOTTED);

	private static final Facts FACTS = facts();

	private static Facts facts() {
		Map<Long, Given> now = new HashMap<>();
		Map<Long, Given> lastYear = new HashMap<>();
		put(now, APPLIED, "400", Certainty.ACTUAL);
		put(lastYear, APPLIED, "308", Certainty.CERTIFIED);
		put(now, CONTRACTS, "12345.60", Certainty.ACTUAL);
		put(lastYear, CONTRACTS, "8209.39", Certainty.ACTUAL);
		put(now, CENTRES, "3", Certainty.ACTUAL);
		put(lastYear, CENTRES, "2", Certainty.ACTUAL);
		put(now, RESEARCH, "2.5", Certainty.ACTUAL);
		put(lastYear, RESEARCH, "2", Certainty.ACTUAL);
		put(now, PRODUCT, "100", Certainty.ACTUAL);
		put(lastYear, PRODUCT, "98", Certainty.ACTUAL);
		put(now, COVERAGE, "96.5", Certainty.ACTUAL);
		put(lastYear, COVERAGE, "96.2", Certainty.ACTUAL);
		put(now, DENSITY, "12.30", Certainty.ACTUAL);
		put(now, RETIRED, "12", Certainty.ACTUAL);
		put(now, EXPECTED, "101.9", Certainty.ESTIMATED);
		put(lastYear, EXPECTED, "93.6", Certainty.ACTUAL);
		put(now, FIRST_COUNT, "30", Certainty.PRELIMINARY);
		put(lastYear, FIRST_COUNT, "25", Certainty.ACTUAL);
		put(now, NEW, "0", Certainty.ACTUAL);
		put(lastYear, NEW, "0", Certainty.ACTUAL);
		put(now, FALLEN, "180", Certainty.ACTUAL);
		put(lastYear, FALLEN, "200", Certainty.ACTUAL);
		put(now, CONTRACTS_IN_ALL, "5000000", Certainty.ACTUAL);
		put(now, TRAINED, "77335", Certainty.ACTUAL);
		put(now, PEOPLE, "41.2", Certainty.ACTUAL);
		put(now, LOSS, "-3", Certainty.ACTUAL);
		put(now, DOTTED, "7", Certainty.ACTUAL);
		Map<Long, Goal> goals = new HashMap<>();
		goals.put(APPLIED.getId(), new Goal(new BigDecimal("500"), false));
		goals.put(CONTRACTS.getId(), new Goal(new BigDecimal("12000"), false));
		goals.put(COVERAGE.getId(), new Goal(new BigDecimal("98"), false));
		goals.put(EXPECTED.getId(), new Goal(new BigDecimal("112.32"), false));
		goals.put(NEW.getId(), new Goal(BigDecimal.ZERO, false));
		goals.put(LOSS.getId(), new Goal(BigDecimal.TEN, false));
		goals.put(BLANK.getId(), new Goal(BigDecimal.TEN, false));
		return Facts.of(CATALOGUE, now, lastYear, goals)
			.saying(Map.of(NOT_APPLICABLE.getId(), ValueState.NOT_APPLICABLE, NOT_YET.getId(), ValueState.NOT_YET));
	}

	private static void put(Map<Long, Given> amounts, Metric metric, String amount, Certainty certainty) {
		amounts.put(metric.getId(), new Given(new BigDecimal(amount), certainty));
	}

	private static Printed print(String text) {
		return BoundText.of(text).print(FACTS);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '→', textBlock = """
			{{专利申请量}} → 专利申请量 NOW USUAL
			{{专利申请量.同比}} → 专利申请量 CHANGE USUAL
			{{专利申请量.去年}} → 专利申请量 LAST_YEAR USUAL
			{{专利申请量.上年}} → 专利申请量 LAST_YEAR USUAL
			{{专利申请量.上年同期}} → 专利申请量 LAST_YEAR USUAL
			{{专利申请量.完成率}} → 专利申请量 COMPLETION USUAL
			{{专利申请量.目标}} → 专利申请量 GOAL USUAL
			{{技术合同成交额|亿元}} → 技术合同成交额 NOW HUNDRED_MILLION
			{{技术合同成交额|万元}} → 技术合同成交额 NOW TEN_THOUSAND
			{{技术合同成交额|数}} → 技术合同成交额 NOW NUMBER
			{{技术合同成交额.去年|万元}} → 技术合同成交额 LAST_YEAR TEN_THOUSAND
			{{ 技术合同成交额 . 去年 | 万元 }} → 技术合同成交额 LAST_YEAR TEN_THOUSAND
			｛｛技术合同成交额．去年｜万元｝｝ → 技术合同成交额 LAST_YEAR TEN_THOUSAND
			{｛技术合同成交额。去年｜万元}｝ → 技术合同成交额 LAST_YEAR TEN_THOUSAND
			{{　技术合同成交额　}} → 技术合同成交额 NOW USUAL
			{{IPR01.同比}} → IPR01 CHANGE USUAL
			{{3.0版平台数}} → 3.0版平台数 NOW USUAL
			{{3.0版平台数.去年}} → 3.0版平台数 LAST_YEAR USUAL
			{{专利申请量.环比}} → 专利申请量.环比 NOW USUAL
			{{专利申请量|千元}} → 专利申请量|千元 NOW USUAL
			{{}} → - NOW USUAL
			{{  }} → - NOW USUAL
			{{.同比}} → - CHANGE USUAL
			{{{专利申请量}}} → 专利申请量 NOW USUAL
			{{{{专利申请量}}}} → 专利申请量 NOW USUAL
			{{外{{专利申请量}} → 专利申请量 NOW USUAL
			{{a{b}} → a{b NOW USUAL
			{{a}b}} → a}b NOW USUAL
			""")
	void aTokenIsReadHoweverItsBracesWereTyped(String text, String token) {
		assertThat(BoundText.of("前" + text + "后").tokens())
			.extracting((one) -> (one.name().isEmpty() ? "-" : one.name()) + " " + one.aspect() + " " + one.form())
			.containsExactly(token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "没有指标的一段话。", "{", "}", "{}", "{专利申请量}", "｛专利申请量｝", "{ {专利申请量} }", "{{专利申请量",
			"{{专利\n申请量}}", "专利申请量}}", "{{专利申请量}", "{{{{{", "}}}}", "[[${T(java.lang.Runtime)}]]", "${专利申请量}", "#{1+1}",
			"{%x%}" })
	void whatIsNoTokenStaysAsItWasTyped(String text) {
		assertThat(BoundText.of(text).tokens()).isEmpty();
		assertThat(print(text).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '→', textBlock = """
			{{专利申请量}} → 400件
			{{专利申请数}} → 400件
			{{IPR01}} → 400件
			{{ipr01}} → 400件
			{{ＩＰＲ０１}} → 400件
			{{专利 申请量}} → 400件
			{{专利申请量|数}} → 400
			{{专利申请量.去年}} → 308件
			{{专利申请量.去年|数}} → 308
			{{专利申请量|数.去年}} → 308
			{{专利申请量.同比}} → 增长29.9%
			{{专利申请量.目标}} → 500件
			{{专利申请量.目标|数}} → 500
			{{专利申请量.完成率}} → 80%
			{{专利申请量.完成率|数}} → 80
			{{技术合同成交额}} → 1.23456亿元
			{{技术合同成交额|万元}} → 12345.6万元
			{{技术合同成交额|亿元}} → 1.23456亿元
			{{技术合同成交额|数}} → 12345.6
			{{技术合同成交额.去年}} → 8209.39万元
			{{技术合同成交额.去年|亿元}} → 0.820939亿元
			{{技术合同成交额.同比}} → 增长50.4%
			{{技术合同成交额.目标|亿元}} → 1.2亿元
			{{技术合同成交额.完成率}} → 102.9%
			{{技术合同成交额|数}}万元 → 12345.6万元
			{{技术合同成交额|数}}亿元 → 1.23456亿元
			{{技术合同成交额|数}}余万元 → 12345.6余万元
			{{技术合同成交额|数}}多亿元 → 1.23456多亿元
			{{技术合同成交额|数}}元 → 123456000元
			{{技术合同成交额|数}}（万元） → 12345.6（万元）
			{{技术合同成交额|数}} 亿元 → 1.23456 亿元
			{{技术合同成交额|数}}亿 → 1.23456亿
			{{技术合同成交额|数}}億元 → 1.23456億元
			{{技术合同成交额|数}}萬元 → 12345.6萬元
			{{技术合同成交额|数}}百企创新 → 12345.6百企创新
			{{技术合同成交额|数}}个亿 → 1.23456个亿
			{{技术合同成交额|数}}多个亿 → 1.23456多个亿
			{{技术合同成交额|数}}万 → 12345.6万
			{{技术合同成交额|数}}万亿元 → 0.000123456万亿元
			{{技术合同成交额|数}}万众一心 → 12345.6万众一心
			{{专利申请量|数}}万件 → 0.04万件
			{{专利申请量|数}}万项 → 0.04万项
			{{培训人次|数}}万人次 → 7.7335万人次
			{{培训人次|数}}万 → 7.7335万
			{{常住人口|数}}万名 → 41.2万名
			{{技术交易额|万元}} → 500万元
			{{技术交易额}} → 5000000元
			{{培训人次|数}}人次 → 77335人次
			{{常住人口|数}}人 → 412000人
			{{省级以上工程技术研究中心(技术创新中心)数}} → 3家
			{{省级以上工程技术研究中心（技术创新中心）数.同比}} → 增加1家
			{{R&D经费}} → 2.5亿元
			{{r&d经费|万元}} → 25000万元
			{{地区生产总值(GDP)}} → 100亿元
			{{RDI02}} → 2.5项
			{{服务覆盖率}} → 96.5%
			{{服务覆盖率|数}} → 96.5
			{{服务覆盖率.同比}} → 提高0.3个百分点
			{{服务覆盖率.目标}} → 98%
			{{每万人口有效发明专利拥有量}} → 12.3件/万人
			{{专利授权量.同比}} → 下降10%
			{{产学研协议数}} → 0项
			{{产学研协议数.同比}} → 持平
			{{高企净增数}} → -3家
			{{高新技术产业产值}} → 预计101.9亿元
			{{高新技术产业产值|数}} → 预计101.9
			{{高新技术产业产值.同比}} → 预计增长8.9%
			{{高新技术产业产值.完成率}} → 预计90.7%
			{{高新技术产业产值.目标}} → 112.32亿元
			{{高新技术产业产值.去年}} → 93.6亿元
			预计{{高新产值}} → 预计101.9亿元
			预计全年高新产值达到{{高新产值}} → 预计全年高新产值达到101.9亿元
			有望突破{{高新产值}} → 有望突破101.9亿元
			预期{{高新产值}}，{{高新产值.同比}} → 预期101.9亿元，预计增长8.9%
			预计甲、乙达{{专利申请量}}、{{高新产值}} → 预计甲、乙达400件、101.9亿元
			去年预计好。今年{{高新产值}} → 去年预计好。今年预计101.9亿元
			{{高新产值}}、{{高新产值}} → 预计101.9亿元、预计101.9亿元
			{{高新技术产业增加值}} → 30亿元
			{{高新技术产业增加值.同比}} → 初步统计增长20%
			同比增长{{专利申请量.同比}} → 同比增长29.9%
			同比{{专利申请量.同比}} → 同比增长29.9%
			同比增长{{高新产值.同比}} → 同比增长预计8.9%
			预计同比增长{{高新产值.同比}} → 预计同比增长8.9%
			同比增长{{高新技术产业增加值.同比}} → 同比增长初步统计20%
			增加{{省级以上工程技术研究中心（技术创新中心）数.同比}} → 增加1家
			{{3.0版平台数}} → 7个
			申请{{专利申请量}}（{{专利申请量.同比}}），授权{{专利授权量}}。 → 申请400件（增长29.9%），授权180件。
			{{{专利申请量}}} → {400件}
			""")
	void aTokenPrintsWhatTheTableSays(String text, String printed) {
		Printed print = print(text);
		assertThat(print.text()).isEqualTo(printed);
		assertThat(print.troubles()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '→', textBlock = """
			{{没有的指标}} → 〔没有“没有的指标”这个指标〕 → UNKNOWN
			{{}} → 〔没有写指标名称〕 → UNKNOWN
			{{.同比}} → 〔没有写指标名称〕 → UNKNOWN
			{{专利申请量.环比}} → 〔专利申请量：没有“.环比”这种写法〕 → WRONG_FORM
			{{专利申请量|千元}} → 〔专利申请量：没有“|千元”这种写法〕 → WRONG_FORM
			{{专利申请量.去年.同比}} → 〔专利申请量：没有“.去年”这种写法〕 → WRONG_FORM
			{{专利申请量|万元}} → 〔专利申请量：“件”不能写成“万元”〕 → WRONG_FORM
			{{专利申请量.去年|亿元}} → 〔专利申请量：“件”不能写成“亿元”〕 → WRONG_FORM
			{{专利申请量.同比|万元}} → 〔专利申请量：同比不能写成“万元”〕 → WRONG_FORM
			{{专利申请量.同比|数}} → 〔专利申请量：同比不能写成“数”〕 → WRONG_FORM
			{{专利申请量.完成率|万元}} → 〔专利申请量：完成率不能写成“万元”〕 → WRONG_FORM
			{{技术合同成交额|数}}人 → 〔技术合同成交额：后面写的“人”不是“万元”〕人 → WRONG_FORM
			{{技术合同成交额|数}}十亿元 → 〔技术合同成交额：后面写的“十亿元”不是“万元”〕十亿元 → WRONG_FORM
			{{专利申请量|数}}百件 → 〔专利申请量：后面写的“百件”不是“件”〕百件 → WRONG_FORM
			{{培训人次|数}}人 → 〔培训人次：后面写的“人”不是“人次”〕人 → WRONG_FORM
			{{技术合同成交额|数}}亿美元 → 〔技术合同成交额：后面写的“亿美元”不是“万元”〕亿美元 → WRONG_FORM
			{{常住人口|数}}人次 → 〔常住人口：后面写的“人次”不是“万人”〕人次 → WRONG_FORM
			{{专利申请量|数}}万户 → 〔专利申请量：后面写的“万户”不是“件”〕万户 → WRONG_FORM
			{{服务覆盖率.完成率}} → 〔服务覆盖率：百分比指标不计算完成率〕 → WRONG_FORM
			{{产学研协议数.完成率}} → 〔产学研协议数：目标值为0，不计算完成率〕 → WRONG_FORM
			{{高企净增数.完成率}} → 〔高企净增数：实际数为负数，不计算完成率〕 → WRONG_FORM
			同比增长{{专利授权量.同比}} → 同比增长〔专利授权量：前面写了“增长”，同比是下降10%〕 → WRONG_FORM
			同比增长{{产学研协议数.同比}} → 同比增长〔产学研协议数：前面写了“增长”，同比是持平〕 → WRONG_FORM
			{{引进人才数}} → 〔引进人才数：未填〕 → BLANK
			{{引进人才数.同比}} → 〔引进人才数：未填〕 → BLANK
			{{引进人才数.完成率}} → 〔引进人才数：未填〕 → BLANK
			{{星创天地数}} → 〔星创天地数：不适用〕 → BLANK
			{{人员全时当量}} → 〔人员全时当量：未到统计时间〕 → BLANK
			{{每万人口有效发明专利拥有量.同比}} → 〔每万人口有效发明专利拥有量：上年同期无数据〕 → NO_LAST_YEAR
			{{每万人口有效发明专利拥有量.去年}} → 〔每万人口有效发明专利拥有量：上年同期无数据〕 → NO_LAST_YEAR
			{{每万人口有效发明专利拥有量.目标}} → 〔每万人口有效发明专利拥有量：没有目标值〕 → NO_GOAL
			{{每万人口有效发明专利拥有量.完成率}} → 〔每万人口有效发明专利拥有量：没有目标值〕 → NO_GOAL
			{{演练场次}} → 〔演练场次：本期不填报〕 → NOT_ASKED
			{{专利申请量 → {{专利申请量 → UNPAIRED
			专利申请量}} → 专利申请量}} → UNPAIRED
			{{{{{ → {{{{{ → UNPAIRED
			""")
	void whatCannotBeStatedSaysSoInTheText(String text, String printed, Trouble trouble) {
		Printed print = print(text);
		assertThat(print.text()).isEqualTo(printed);
		assertThat(print.troubles()).extracting(TokenPlace::trouble).containsExactly(trouble);
	}

	@Test
	void aComputedRatioFollowsItsComponents() {
		assertThat(print("强度{{RDI02}}").text()).isEqualTo("强度2.5项");
		Facts none = Facts.of(CATALOGUE, Map.of(), Map.of(), Map.of());
		assertThat(BoundText.of("{{RDI02}}").print(none).text()).isEqualTo("〔RDI02：还算不出〕");
		Facts official = Facts.of(CATALOGUE, Map.of(INTENSITY.getId(), Given.actual(new BigDecimal("2.68"))), Map.of(),
				Map.of());
		assertThat(BoundText.of("{{RDI02}}").print(official).text()).isEqualTo("2.68项");
	}

	@Test
	void eachPlaceTellsWhereItsTokenStoodAndWhereItsWordsStand() {
		String source = "申请{{专利申请量}}，授权{{没有}}，{{未闭合";
		Printed printed = print(source);
		assertThat(printed.text()).isEqualTo("申请400件，授权〔没有“没有”这个指标〕，{{未闭合");
		assertThat(printed.places())
			.extracting((place) -> place.token().span().of(source), (place) -> place.printed().of(printed.text()),
					TokenPlace::code, TokenPlace::trouble)
			.containsExactly(tuple("{{专利申请量}}", "400件", "IPR01", Trouble.NONE),
					tuple("{{没有}}", "〔没有“没有”这个指标〕", null, Trouble.UNKNOWN), tuple("{{", "{{", null, Trouble.UNPAIRED));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '→', textBlock = """
			申请400件 → 申请{{专利申请量}} → true
			400件 → {{专利申请量}} → true
			00 → {{专利申请量}} → true
			申请 → 申请 → false
			，授权 → ，授权 → false
			授权180件共 → 授权{{专利授权量}}共 → true
			共计 → 共计 → false
			申请400件，授权180件共计 → 申请{{专利申请量}}，授权{{专利授权量}}共计 → true
			件，授 → {{专利申请量}}，授 → true
			""")
	void aStretchOfThePrintedTextIsFoundInTheTypedOne(String printed, String typed, boolean bound) {
		String source = "申请{{专利申请量}}，授权{{专利授权量}}共计";
		Printed print = print(source);
		Span span = new Span(print.text().indexOf(printed), printed.length());
		assertThat(print.source(span).of(source)).isEqualTo(typed);
		assertThat(print.isBound(span)).isEqualTo(bound);
	}

	@Test
	void bracesWithoutPartnerAreNotBound() {
		Printed print = print("甲{{乙");
		assertThat(print.isBound(new Span(0, 4))).isFalse();
		assertThat(print.source(new Span(2, 2))).isEqualTo(new Span(2, 2));
	}

	@Test
	void aTokenIsWrittenAsItIsRead() {
		for (Aspect aspect : Aspect.values()) {
			for (Form form : Form.values()) {
				String text = Token.write("技术合同成交额", aspect, form);
				assertThat(BoundText.of(text).tokens())
					.containsExactly(new Token(new Span(0, text.length()), "技术合同成交额", aspect, form));
			}
		}
	}

	@Test
	void hostileTextIsPlainText() {
		assertThat(print("{{<script>alert('x')</script>}}").text()).isEqualTo("〔没有“<script>alert('x')</…”这个指标〕");
		assertThat(print("{{\"'&}}").text()).isEqualTo("〔没有“\"'&”这个指标〕");
		assertThat(print("{{😀😀}}😀").text()).isEqualTo("〔没有“😀😀”这个指标〕😀");
		assertThat(print("{{" + "😀".repeat(30) + "}}").text()).isEqualTo("〔没有“" + "😀".repeat(20) + "…”这个指标〕");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "}", "{{", "{{}}", "{{a", "{{专利申请量}}", "{{专利申请量.同比}}", "{{.", "{{a.|", "{\n", "{{\n",
			"{{a}", "}}{{", "{{专利申请量|数}}" })
	void anyTextIsReadInTheTimeOfItsLength(String piece) {
		String text = piece.repeat(10_000);
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			Printed print = print(text);
			assertThat(print.source(new Span(0, print.text().length()))).isEqualTo(new Span(0, text.length()));
		});
	}

	@Test
	void oneRunOfBracesIsOneTrouble() {
		assertThat(print("{".repeat(10_000)).troubles()).hasSize(1);
		assertThat(print("}".repeat(10_000)).troubles()).hasSize(1);
	}

	@Test
	void aLongNameIsNoReasonToWait() {
		String text = "{{" + "专利.".repeat(100_000) + "}}";
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(print(text).text()).hasSizeLessThan(60));
		assertThatNoException().isThrownBy(() -> BoundText.of("{{" + "|".repeat(100_000)));
	}

	@Test
	void aNewUnitOfTheMetricLeavesTheWordsTrueOrSaysThatTheyAreNot() {
		Metric inHundreds = Catalogues.named(2, "TEC02", "技术合同成交额", "亿元", 6);
		Facts converted = Facts.of(Catalogues.of(inHundreds), Map.of(2L, Given.actual(new BigDecimal("1.234560"))),
				Map.of(), Map.of());
		for (String text : List.of("{{技术合同成交额}}", "{{技术合同成交额|万元}}", "{{技术合同成交额|数}}万元")) {
			assertThat(BoundText.of(text).print(converted).text()).isEqualTo(print(text).text());
		}
		Metric other = Catalogues.named(2, "TEC02", "技术合同成交额", "项", 0);
		Facts changed = Facts.of(Catalogues.of(other), Map.of(2L, Given.actual(BigDecimal.TEN)), Map.of(), Map.of());
		assertThat(BoundText.of("{{技术合同成交额|万元}}").print(changed).troubles()).extracting(TokenPlace::trouble)
			.containsExactly(Trouble.WRONG_FORM);
	}

}
