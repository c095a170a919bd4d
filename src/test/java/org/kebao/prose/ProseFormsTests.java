package org.kebao.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kebao.glossary.Glossary;
import org.kebao.glossary.ShippedGlossary;
import org.kebao.lint.Flaw;
import org.kebao.lint.Lint;
import org.kebao.script.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms that reports of other bureaus use: each row a sentence of our own and what is
 * read out of it.
 */
class ProseFormsTests {

	private static final Glossary GLOSSARY = ShippedGlossary.glossary();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			农林牧渔业总产值90亿元，同比增长3%，其中农业50亿元，增长2%；牧业20亿元，减少1%。 | 90亿元=50亿元+20亿元
			全区总产值33亿元，增长2%。其中，农业产值7亿元，同比增长5%；林业产值2亿元，同比增长7%。 | 33亿元=7亿元+2亿元
			生猪存栏20万头，其中能繁母猪存栏3万头，增长2%；肉羊存栏9万头，增长4%。 | 20万头=3万头
			肉类产量9万吨。其中，生猪饲养量204万头，禽蛋产量3万吨。 | ''
			夏粮单产292公斤，其中小麦单产296公斤，增加18公斤。 | ''
			申报示范项目1个；组建科研团队2家，其中一家被评为省级团队，扶持企业申请专利12个。 | 2家=1家
			投入资金8万元，其中一个原因是项目多，新增设备6台。 | ''
			研发投入36亿元。技术市场活跃，其中技术合同成交额达到82亿元。 | ''
			立项10项（省级4项；市级6项），其中工业6项。 | 10项=4项+6项
			商标申请量和注册量分别为90件和40件，同比增长8%和5%。其中，集体商标申请量和注册量分别为9件和4件。 | 90件=9件 40件=4件
			商标申请量90件、注册量40件，其中集体商标4件。 | 40件=4件
			40项成果获奖，其中一等奖3项，登记成果120项。 | 40项=3项
			争取项目20项，其中部级项目4项，分别是星火计划1项、火炬计划3项，到位资金60万元。 | 20项=4项 4项=1项+3项
			争取项目20项，其中部级项目4项，分别是甲项目、乙项目；省级项目5项。 | 20项=4项+5项
			我市承担的6个专项中有2个由民营企业牵头。 | 6个=2个
			推荐省级项目6个。其中重点项目4个，即《甲》、《乙》；一般项目2个，即《丙》。 | 6个=4个+2个
			推荐省级项目6个。其中重点项目4个，即《甲》、《乙》；一般项目3个。 | 6个=4个
			新增高企5家，即甲、乙等；其中规上3家。 | 5家=3家
			新增中心2家，使全县中心达30家（其中市级以上9家）。 | 30家=9家
			项目预算60万元，其中：会议费20万元、培训费30万元、其他支出10万元。 | 60万元=20万元+30万元+10万元
			全县机构总数达到90家，其中，研究所40家，同比增加2%；创客空间共计50家，增长3%。 | 90家=40家+50家
			签约项目19个，总投资80亿元，其中外资项目3个，6月8日投资20亿元的电池项目落地。 | 19个=3个
			选派顾问9人，其中院所人员5人，站所人员4人，新增课题3项。 | 9人=5人+4人
			选派顾问9人，其中院所人员5人，站所人员4人，争取到企业专家若干，走访农业大户3人。 | 9人=5人+4人
			评出90个获奖项目，其中自然科学类40项、工程类50项。 | 90个=40项+50项
			建成国家级平台10个，其中企业中心4个、实验室2个；省级平台24个。 | 10个=4个+2个
			""")
	void partsStandInTheStatementOfTheirWhole(String sentence, String parts) {
		assertThat(read(sentence).all()
			.filter((figure) -> !figure.parts().isEmpty())
			.map((figure) -> amount(figure) + "="
					+ figure.parts().stream().map(ProseFormsTests::amount).collect(Collectors.joining("+")))
			.collect(Collectors.joining(" "))).isEqualTo(parts);
		assertThat(contradictions(read(sentence))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			项目进展超预期，完成投资3亿元。 | ACTUAL
			项目好于预期，完成投资3亿元。 | ACTUAL
			预期完成投资3亿元。 | FORECAST
			已争取到位科技资金60余万元。 | ACTUAL
			我局共争取到各类资金60万元。 | ACTUAL
			争取到2027年科技资金达到60万元。 | TARGET
			围绕“奋力推进跨越发展”的要求，上半年完成产值43亿元。 | ACTUAL
			奋力实现产值43亿元。 | TARGET
			单季稻预计75万亩。 | FORECAST
			""")
	void aRoleIsToldByWhatForetellsOrAims(String sentence, Figure.Role role) {
		assertThat(read(sentence).figures()).extracting(Figure::role).containsExactly(role);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			研发投入367亿元，同口径增长17.1%。 | 367亿元 研发投入 17.1
			工业增加值25亿元，按可比价格计算增长6%。 | 25亿元 工业增加值 6
			申报高企420家，相较去年同比增加18%。 | 420家 申报高企 18
			产值占比为30%，同比增速为5%。 | 30% 产值占比 5
			农业增加值114亿元，扣除价格因素，同比增长0.7%。 | 114亿元 农业增加值 0.7
			光缆368万芯千米，增长45.3%。 | 368万芯千米 光缆 45.3
			技工贸收入同比增长12%，达到50亿元。 | 50亿元 技工贸收入 12
			商标注册量增长30%、到达26件。 | 26件 商标注册量 30
			商标拥有量比上年增加3件，达到15件。 | 15件 商标拥有量 3
			研发人员占比提高0.4个百分点，达到5.2%。 | 5.2% 研发人员占比 0.4
			技工贸收入比上年增长9%，突破70亿元。 | 70亿元 技工贸收入 9
			""")
	void aChangeBelongsToTheFigureBeforeIt(String sentence, String figure) {
		assertThat(read(sentence).figures())
			.map((one) -> amount(one) + " " + one.thing() + " "
					+ EvaluationJson.plain(Objects.requireNonNull(Objects.requireNonNull(one.growth()).amount())))
			.containsExactly(figure);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			高新技术企业、科技型中小企业达650家、640家，分别增长26%、44%。 | 高新技术企业650家 科技型中小企业640家
			单季稻预计75万亩。 | 单季稻75万亩
			产值要突破400亿元。 | 产值突破400亿元
			引进2家科技创新公共服务平台。 | 引进科技创新公共服务平台2家
			新建研发中心10家；大力争取上级部门资金支持，确保超过6000万元。 | 新建研发中心10家 上级部门资金支持超过6000万元
			我市成为获批的四家之一。 | ''
			技术交易额目前已完成4亿元。 | 技术交易额4亿元
			商标申报数截止9月底已达51件。 | 商标申报数51件
			推广9项先进适用技术。 | 推广先进适用技术9项
			推广9项农业先进适用技术。 | 推广农业先进适用技术9项
			""")
	void aThingIsWhatItsStatementNames(String sentence, String figures) {
		assertThat(read(sentence).figures()
			.stream()
			.map((figure) -> figure.thing() + figure.span().of(sentence))
			.collect(Collectors.joining(" "))).isEqualTo(figures);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			三个重大项目全部通过初审。 | 三个
			围绕三个重点统筹推进。 | ''
			实现六个突破。 | ''
			省级以上9家，以上3家均已授牌。 | 9家
			发放图书 6000 余份，义诊 400 余人，30 多家单位参加。 | 6000 余份 400 余人 30 多家
			推荐计划项目3项，项入选省级备选库。 | 3项 项
			推荐计划项目3项，项目入选省级备选库。 | 3项
			延续部级项目一个，争取资金80万元。 | 一个 80万元
			这是其中一个原因，也是一个项目。 | ''
			安装路灯200余盏。 | 200余盏
			""")
	void whatIsCountedIsToldFromSlogansAndPointers(String sentence, String figures) {
		assertThat(read(sentence).figures()
			.stream()
			.map((figure) -> figure.span().of(sentence))
			.collect(Collectors.joining(" "))).isEqualTo(figures);
	}

	@Test
	void decimalsThatGotLostAreAHole() {
		Reading reading = read("高企产值、高企利润分别为9亿元、4亿元，分别比去年同期增长31.%和16%。");
		assertThat(reading.figures()).extracting((figure) -> Objects.requireNonNull(figure.growth()).amount())
			.containsExactly(null, new BigDecimal("16"));
		assertThat(Lint.flaws(reading)).filteredOn((flaw) -> flaw.kind() == Flaw.Kind.HOLE)
			.singleElement()
			.satisfies((flaw) -> assertThat(flaw.message()).endsWith("缺数字"));
		assertThat(read("到位资金12.万元。").figures()).extracting(Figure::hole).containsExactly(Figure.Hole.LOST);
		assertThat(read("2.万元以下项目由县局审批。").figures()).isEmpty();
	}

	@Test
	void changesInARowBelongToFiguresInARow() {
		assertThat(read("产值、销售和利税分别达到9亿元、7亿元和2亿元，同比增长56%、6.9%和5%。").figures())
			.map((figure) -> amount(figure) + " " + Objects.requireNonNull(figure.growth()).amount())
			.containsExactly("9亿元 56", "7亿元 6.9", "2亿元 5");
	}

	@Test
	void aChangeOfAllIsGivenToEachHoweverItIsMeasured() {
		assertThat(read("贷款金额达到38亿元，贷款项目达170项，惠及企业150家，同比增长均为12%左右。").figures())
			.map((figure) -> amount(figure) + " " + Objects.requireNonNull(figure.growth()).amount())
			.containsExactly("38亿元 12", "170项 12", "150家 12");
	}

	@Test
	void aChangeOnTheAverageOfYearsIsOfOneFigure() {
		assertThat(read("产值迈上3个台阶，达到8亿元，年均增长6%。").figures()).filteredOn((figure) -> figure.growth() != null)
			.map(ProseFormsTests::amount)
			.containsExactly("8亿元");
	}

	@Test
	void changesInARowBelongToWhatWasNamedBefore() {
		assertThat(read("增长最快的3个行业，分别是家具制造、化工和通信设备，分别同比增长10.3%、3.7%和2.8%。").figures())
			.filteredOn((figure) -> !figure.isAmount())
			.map((figure) -> figure.thing() + " " + Objects.requireNonNull(figure.growth()).amount())
			.containsExactly("家具制造 10.3", "化工 3.7", "通信设备 2.8");
	}

	@Test
	void whatSeveralGrewToIsGivenToNone() {
		assertThat(read("产值、税收分别增长20%、10%，达到30亿元、4亿元。").figures()).filteredOn(Figure::isAmount)
			.extracting(Figure::growth)
			.containsOnlyNulls();
		assertThat(read("产值增长20%，税收达到3亿元。").figures()).filteredOn(Figure::isAmount)
			.extracting(Figure::growth)
			.containsOnlyNulls();
	}

	@Test
	void whatIsToBeReachedIsNoCompletion() {
		assertThat(read("全区18个园区加快建设，确保上半年完成任务的50%。").figures()).extracting(Figure::completion).containsOnlyNulls();
		assertThat(read("全区建设园区18个，完成任务的50%。").figures()).extracting(Figure::completion).doesNotContainNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			全社会R&D占比达到3.21%。 | RDI02
			现有入孵企业60家。 | INC05
			创建创新团队2家。 | ''
			引进高层次科技人才团队2个。 | TAL02
			市级科技项目6项及研发中心1个，已批复立项5项。 | ''
			组织实施市级科技项目6项。 | PRJ03
			我区20家规模以上工业企业纳入产值统计。 | ''
			實施市、縣級科技項目18項，開展農業技術培訓和產學研對接。 | ''
			實施市級科技項目18項，開展農業技術培訓和產學研對接。 | PRJ03
			全社会研究与实验发展(R&D)经费支出9亿元，占GDP的比重为1.9%。 | RDI01 RDI02
			全社会研究与试验发展（R&D）经费支出占地区生产总值比重达到2.1%。 | RDI02
			一般公共预算支出90亿元，占GDP的比重为19%。 | CTX05
			完成国家专利授权量19件。 | IPR02
			实施发明专利产业化项目19个。 | ''
			发明专利受理量为19件。 | ''
			省级创新型企业19家、高新技术企业若干。 | ''
			重新认定高新技术企业19家。 | ''
			本年净增高新技术企业9家，总数达到69家。 | ENT05 ENT01
			新增高新技术企业9家，占全市的12%。 | ENT02
			现有高新技术企业9家，占全市的12%。 | ENT01 ENT11
			高新技术企业培育入库总量达69家。 | ENT04
			筛选出9家具备科技型中小企业评价条件的企业。 | ''
			承担国家级计划项目2项，国家级重点新产品6项，市级以上科技项目18项。 | PRJ01
			承担省级以上科技计划项目39项，其中国家级9项，获得无偿资金180万元。 | PRJ04 PRJ01 PRJ09
			争取市级科技项目9项，市级科技资金80万元，其他专项资金12万元。 | PRJ03 PRJ08
			列入市计划科技项目有9个。 | PRJ03
			完成技术合同登记工作，技术合同金额9亿元。 | TEC02
			全市规模以上工业企业实现高新技术产业产值90亿元。 | IND01
			组织形式多样的科普活动19次。 | PUB01
			建成科技园区2家、科技企业孵化器3家。 | INC01
			获批国家级科技园区2家、科技企业孵化器3家。 | ''
			园区3家科技企业孵化器通过验收。 | ''
			在90个涉农行政村开展科普活动。 | ''
			准备申报的科技项目9个。 | ''
			全市髙新技术产业产值达到90亿元。 | IND01
			全省授予专利权90万件。 | IPR02
			江苏省专利申请合计90件。 | IPR01
			专利授权90件，其中发明专利9件。 | IPR02 IPR03
			专利申请90件，其中发明专利9件。 | IPR01
			技术市场交易额目前已完成4亿元。 | TEC03
			县本级科学技术投入900万元。 | RDI07
			高新技术企业占规模企业比例达到9%。 | ''
			研究与试验发展经费支出90亿元，与国内生产总值之比为1.4%。 | RDI01 RDI02
			""")
	void aLinkIsMadeWhereNothingSpeaksAgainstIt(String sentence, String codes) {
		assertThat(GLOSSARY.links(read(sentence))
			.stream()
			.map((link) -> link.entry().code())
			.collect(Collectors.joining(" "))).isEqualTo(codes);
	}

	@Test
	void whatTheHeadingSaysOfProjectsDoesNotMakeThoseCarriedOutApplications() {
		String text = "全县科技工作总结\n一、推进科技项目的申报和实施\n上半年实施国家、省、市、县各类科技计划项目30项。\n";
		assertThat(GLOSSARY.links(read(text))).extracting((link) -> link.entry().code()).doesNotContain("PRJ05");
	}

	@Test
	void aPrintedPageIsReadAcrossItsLines() {
		String text = """
				某市科技局年度工作总结
				今年以来，在市委、市政府的领导下，全市科技系统围绕
				中心、服务大局，各项工作进展顺利，全社会研发投入达
				36.1 亿元，同口径增长 7.1%。技术合同成交额、登记项
				数均有提高，其中全年技术合同成交额达到 82.57
				亿元，登记 230 项，全市高新技术企业、科技型中小企
				业达到 658 家、640 家。科技服务不断加强，企业创新
				主体地位不断巩固，创新环境持续优化，创新能力在全省
				的位次进一步前移，各项任务圆满完成，群众的满意度明
				显提升，取得了新的成绩。
				""";
		Reading reading = read(text);
		assertThat(reading.figures()).extracting((figure) -> figure.span().of(text))
			.contains("36.1 亿元", "82.57\n亿元", "658 家")
			.noneMatch((words) -> words.endsWith("\n"));
		assertThat(reading.figures().get(0).thing()).isEqualTo("全社会研发投入");
		assertThat(reading.outline().title()).isNotNull();
	}

	@Test
	void linesOfAnOrdinaryTextAreParagraphs() {
		String text = "全县工作总结\n" + "新增高新技术企业5家\n".repeat(10);
		assertThat(Sentences.wraps(text)).isEmpty();
		assertThat(Sentences.wraps(("全年工作扎实推进，成效明显，" + "各项任务圆满完成。".repeat(3) + "\n").repeat(12))).isEmpty();
	}

	@Test
	void pointsBehindABlankBeginUnderTheirHeading() {
		String text = "一、工作成效 （一）聚焦企业主体，推动产业融合 一是开展研发活动。新增研发机构5家。二是培育主体。新增企业6家。";
		assertThat(read("全市工作总结\n" + text).outline().headings()).extracting(Heading::words).contains("聚焦企业主体，推动产业融合");
	}

	@Test
	void aListThatIsIntroducedStandsUnderNoPointBefore() {
		String text = """
				一是企业活力增强。新增企业9家，活力不断增强。
				二是服务范围扩大。服务企业8家，范围不断扩大。
				具体情况是：
				第一，专利方面。申请专利90件，质量不断提高。
				第二，商标方面。注册商标80件，数量稳步增长。
				""";
		assertThat(read(text).outline().headings()).extracting(Heading::level).containsOnly(1);
	}

	@Test
	void notesOfThePageBeforeTheTitleAreNoHeadings() {
		String text = """
				温馨提示：
				1. 部分文件预览时可能显示错乱，请放心使用。
				2. 使用前请仔细核对内容。
				网站客服：0000
				工作总结
				市科技局年度工作总结和工作思路
				一、主要成效
				新增高新技术企业28家，成效明显。
				""";
		Outline outline = read(text).outline();
		assertThat(Objects.requireNonNull(outline.title()).of(text)).isEqualTo("市科技局年度工作总结和工作思路");
		assertThat(outline.headings()).extracting(Heading::words).containsExactly("主要成效");
	}

	private static Reading read(String text) {
		return Prose.read(text);
	}

	private static String amount(Figure figure) {
		return Objects.requireNonNull(EvaluationJson.value(figure)) + figure.unit();
	}

	private static List<Flaw> contradictions(Reading reading) {
		return Lint.flaws(reading)
			.stream()
			.filter((flaw) -> flaw.kind().weight() == Flaw.Weight.CONTRADICTION)
			.toList();
	}

}
