package org.kebao.glossary;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.prose.Prose;
import org.kebao.prose.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which metric of the shipped catalogue a figure states.
 */
class GlossaryTests {

	private static final Glossary SHIPPED = ShippedGlossary.glossary();

	/** The codes of all figures in order, parts behind their whole; - for none. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			全市专利申请量320件、授权量210件。 | IPR01 IPR02
			全年授权专利88件，其中发明专利授权12件。 | IPR02 IPR03
			有效发明专利拥有量达到431件，每万人口有效发明专利拥有量8.6件。 | IPR04 IPR05
			全县现有有效期内高新技术企业96家。 | ENT01
			国家高新技术企业总数达到96家，占全市高新技术企业总数的7.5%。 | ENT01 ENT11
			新认定高新技术企业18家，总数达96家。 | ENT02 ENT01
			组织申报高新技术企业25家。 | ENT03
			高新技术企业培育库在库企业60家。 | ENT04
			取消高新技术企业资格3家。 | ENT06
			科技型中小企业评价入库152家，同比增长12%。 | ENT07
			争取国家、省级科技计划项目15项，获得资金860万元（其中：国家级3项，资金320万元；省级12项，资金540万元）。 | PRJ04 PRJ01 PRJ02 PRJ09 PRJ06 PRJ07
			组织实施市级科技计划项目30项，安排资金410万元。 | PRJ03 PRJ08
			组织申报科技计划项目40项。 | PRJ05
			争取上级科技资金1200万元，到位资金900万元。 | PRJ09 PRJ10
			招商引资项目6个，注册资本2.5亿元，到位资金1.1亿元。 | IND05 IND06 IND07
			全社会R&D经费支出5.2亿元，研发投入强度达到2.1%。 | RDI01 RDI02
			规上工业企业研发费用3.3亿元，同比增长9%。 | RDI03
			技术合同成交额2.4亿元，其中吸纳技术合同成交额1.5亿元。 | TEC02 TEC05
			登记技术合同62项，成交额1.8亿元。 | TEC01 TEC02
			登记科技成果17项，转化科技成果9项。 | TEC06 TEC08
			获省科技进步奖2项。 | TEC09
			现有院士工作站4家、新型研发机构3家。 | PLT08 PLT07
			全市众创空间达到8家，星创天地5家。 | INC02 INC03
			选派科技特派员120名，服务行政村86个。 | AGR01 AGR02
			选派160名科技特派员深入92个行政村开展服务。 | AGR01 AGR02
			培训农民2600余人次，直接带动农户1300户。 | AGR05 AGR07
			征集企业技术需求45项，签订产学研合作协议12项。 | COP02 COP01
			征集了30家企业52项技术需求。 | - COP02
			引进高层次人才9人、团队2个。 | TAL01 TAL02
			发放科技贷款3000万元，担保费补贴26万元。 | FIN01 FIN03
			科普活动25场次，受众8000人次。 | PUB01 PUB02
			专利申请量增长10%。 | IPR01
			专利申请和授权均增长10%。 | IPR01 IPR02
			力争专利授权量达到300件。 | IPR02
			预计专利授权量达到300件。 | IPR02
			""")
	void theMetricAFigureNames(String text, String codes) {
		assertThat(codes(text)).isEqualTo(codes);
	}

	/** What is like a metric and is none. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			申报不是立项 | 组织申报省级科技计划项目12项。 | -
			拟认定的还不是 | 拟认定高新技术企业9家。 | -
			培育的还不是 | 重点培育高新技术企业12家。 | -
			资金不是项目 | 兑现高新技术企业奖补资金80万元。 | -
			园区不是全县 | 园区内16家企业申请专利25件，新认定高新技术企业3家。 | - - -
			一家企业不是全县 | 新源科技有限公司专利授权量15件。 | -
			一个镇不是全县 | 石桥镇现有高新技术企业3家。 | -
			列出来的不是全部 | 通过恒通、新源等3家高新技术企业的示范带动发展。 | -
			一所大学的不是全部 | 与东江大学签订产学研合作协议3项。 | -
			某项目的不是全部 | “智能温室番茄种植示范”项目获专利授权4件。 | -
			去年的不是今年的 | 去年全县高新技术企业80家。 | -
			新增的不是存量 | 新增市级众创空间2家。 | -
			同一串里也是新增的 | 新增星创天地2家、众创空间3家。 | - -
			新建的不是存量 | 新建院士工作站1家。 | -
			省级的不是全部 | 省级众创空间4家。 | -
			同一串里也是省级的 | 拥有省级科技企业孵化器1家、众创空间4家。 | - -
			亿元以上的不是全部 | 亿元以上高新技术企业12家。 | -
			农业的不是全部 | 农业高新技术企业7家。 | -
			优秀的不是全部 | 表彰优秀科技特派员10名。 | -
			人次不是人 | 科技特派员下乡服务630人次。 | -
			人不是户 | 带动农户3200人。 | -
			一串里的动词管到底 | 共推荐国家级火炬计划项目3个、省级科技项目5个。 | - -
			其中的也是申报的 | 组织申报科技计划项目40项，其中国家级2项、省级9项。 | PRJ05 - -
			惠及的不是全部 | 惠及高新技术企业45家。 | -
			参加的不是全部 | 组织高新技术企业12家参加交易会。 | -
			数个一般词不成指标 | 全年争取资金200万元，实施项目12项。 | - -
			占比不是数量 | 高新技术企业占规上工业企业的30%。 | -
			农民工不是农民 | 培训农民工3000人次。 | -
			研发经费不是研发费用 | 规上工业企业R&D经费支出3.3亿元。 | -
			没有这个指标 | 新建高标准农田3.2万亩，农业机械化水平达到82%。 | - -
			""")
	void whatIsNoneOfTheMetrics(String why, String text, String codes) {
		assertThat(codes(text)).as(why).isEqualTo(codes);
	}

	@Test
	void everyNameOfAMetricIsItsOwnOrNobodys() {
		List<String> wrong = ShippedGlossary.entries()
			.stream()
			.flatMap((entry) -> entry.names()
				.stream()
				.filter((name) -> !List.of("-", entry.code()).contains(codes(sentence(name, entry))))
				.map((name) -> entry.code() + " " + name + " " + codes(sentence(name, entry))))
			.toList();
		assertThat(wrong).isEmpty();
	}

	@Test
	void aMetricCalledByItsNameIsFoundAndCertain() {
		List<Glossary.Entry> plain = ShippedGlossary.entries()
			.stream()
			.filter((entry) -> !entry.name().contains("（"))
			.toList();
		assertThat(plain).hasSizeGreaterThan(60).allSatisfy((entry) -> {
			List<Link> links = SHIPPED.links(Prose.read(sentence(entry.name(), entry)));
			assertThat(links).as(entry.name()).hasSize(1);
			assertThat(links.get(0).entry().code()).isEqualTo(entry.code());
			assertThat(links.get(0).confidence()).isGreaterThanOrEqualTo(90);
		});
	}

	@Test
	void aMetricOfTheirOwnIsKnownByItsWords() {
		Glossary glossary = Glossary
			.of(List.of(new Glossary.Entry("OWN01", "海洋牧场示范区数", List.of("国家级海洋牧场"), "个", "海洋科技"),
					new Glossary.Entry("OWN02", "海洋牧场投苗量", List.of(), "万尾", "海洋科技")));
		Reading reading = Prose.read("全市海洋牧场示范区达到12个，海洋牧场投苗量260万尾，海洋馆3个。");
		assertThat(glossary.links(reading)).extracting((link) -> link.entry().code()).containsExactly("OWN01", "OWN02");
	}

	@Test
	void theHeadingSaysWhatTheSentenceLeavesOut() {
		assertThat(codes("一、农村科技工作\n全年举办培训班36期。")).isEqualTo("AGR04");
		assertThat(codes("一、机关党建工作\n全年举办培训班36期。")).isEqualTo("-");
	}

	@Test
	void aGlossaryOfNothingLinksNothing() {
		assertThat(Glossary.of(List.of()).links(Prose.read("专利申请量320件。"))).isEmpty();
	}

	private static String sentence(String name, Glossary.Entry entry) {
		String unit = entry.unit().replace("/万人", "");
		return "全市" + name + "达到12" + unit + "。";
	}

	private static String codes(String text) {
		Reading reading = Prose.read(text);
		List<Link> links = SHIPPED.links(reading);
		return reading.all()
			.map((figure) -> links.stream()
				.filter((link) -> link.figure() == figure)
				.map((link) -> link.entry().code())
				.collect(Collectors.joining("+")))
			.flatMap((code) -> Stream.of(code.isEmpty() ? "-" : code))
			.collect(Collectors.joining(" "));
	}

}
