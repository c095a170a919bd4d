package org.kebao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kebao.amount.Certainty;
import org.kebao.amount.ValueState;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.revision.Aim;
import org.kebao.revision.Fulfilment;
import org.kebao.revision.ReportContent;

/**
 * Contents of reports, as the report room would hand them over.
 */
final class Contents {

	private Contents() {
	}

	static ReportContent empty() {
		return new ReportContent(ReportContent.FORMAT, new ReportContent.Filer("WC", "望川县科技局", "COUNTY", "云岭市科技局"),
				new PeriodKey(2026, PeriodKind.ANNUAL), List.of(), "", List.of(), List.of(), List.of(), "", List.of(),
				List.of(), List.of(), List.of());
	}

	/** A year's work of a county bureau. */
	static ReportContent rich() {
		return new ReportContent(ReportContent.FORMAT, new ReportContent.Filer("WC", "望川县科技局", "COUNTY", "云岭市科技局"),
				new PeriodKey(2026, PeriodKind.ANNUAL), groups(), """
						2026年，望川县科技局坚持以科技创新引领产业创新，紧扣县委、县政府中心工作，聚焦企业主体培育、平台载体建设、科技成果转化等重点任务，较好完成了年初确定的各项目标。现将有关情况报告如下。
						全年争取省级以上科技计划项目63项，到位资金1642万元，技术合同成交额8209.39万元。""", achievements(),
				List.of(item(21, "", "“院士小站”扎根企业车间",
						"望川精工机械有限公司与江州大学共建院士协同创新中心，驻厂攻关14个月，突破薄壁轴承套圈热处理变形难题，产品合格率由82%提高到97%，新增产值3200万元。")),
				List.of(item(31, "", "企业研发投入不均衡。", "规模以上工业企业中有研发活动的占比仅为41.2%，部分传统企业仍存在“不会研、不敢研”的现象。"),
						item(32, "", "高层次人才引留困难", "县域平台承载能力有限，柔性引才多、全职引才少。\n青年科技人才流动性较大。")),
				"以习近平新时代中国特色社会主义思想为指导，围绕“工业强县”战略，以培育新质生产力为主线，推动科技创新和产业创新深度融合。",
				List.of(target(41, "ENT01", "有效期内高新技术企业达到33家"), target(42, "TEC01", "技术合同成交额增长15%以上"),
						target(43, "PRJ04", "争取省级以上科技计划项目65项。"), target(44, null, "建成县级科技成果转化中心，实现规上工业企业研发活动“清零”")),
				List.of(item(51, "", "实施创新主体倍增行动", "建立“科技型中小企业—高新技术企业—科技领军企业”梯次培育库，逐户制定培育方案。"),
						item(52, "", "提升平台载体能级", "推动轴承产业研究院实体化运行，新建市级以上研发平台5个。"),
						item(53, "", "打通成果转化堵点", "举办“望川论技”对接活动6场，征集技术需求100项以上，促成签约20项以上。"),
						item(54, "", "优化科技服务", "选派科技特派员80名，实现涉农乡镇全覆盖。")),
				List.of(item(61, "", "建议加大对县域创新平台的支持力度", "在省级研发平台布局中，对山区县给予适当倾斜。")), List.of());
	}

	static ReportContent with(ReportContent content, List<ReportContent.Item> achievements) {
		return new ReportContent(content.format(), content.bureau(), content.period(), content.groups(), content.lead(),
				achievements, content.cases(), content.problems(), content.idea(), content.targets(),
				content.measures(), content.suggestions(), content.completion());
	}

	/** Nothing but promises. */
	static ReportContent promising(List<ReportContent.Promise> promises) {
		ReportContent empty = empty();
		return new ReportContent(empty.format(), empty.bureau(), empty.period(), List.of(), "", List.of(), List.of(),
				List.of(), "", List.of(), List.of(), List.of(), promises);
	}

	static ReportContent.Promise promise(long id, String source, String text, @Nullable String goal,
			@Nullable String actual, String completion, Fulfilment state, String note) {
		return new ReportContent.Promise(id, source, text, (goal != null) ? "TEC02" : null, "万元", null, "",
				(goal != null) ? new BigDecimal(goal) : null, false, (actual != null) ? new BigDecimal(actual) : null,
				completion, "", state, note);
	}

	/** Nothing but figures. */
	static ReportContent measuring(List<ReportContent.Group> groups) {
		ReportContent empty = empty();
		return new ReportContent(empty.format(), empty.bureau(), empty.period(), groups, "", List.of(), List.of(),
				List.of(), "", List.of(), List.of(), List.of(), List.of());
	}

	/** Nothing but one achievement. */
	static ReportContent saying(String heading, String body) {
		return with(empty(), List.of(item(1, "", heading, body)));
	}

	private static List<ReportContent.Item> achievements() {
		List<ReportContent.Item> items = new ArrayList<>();
		items.add(item(1, "高新技术发展", "突出培育创新主体，高新技术产业提质增效",
				"""
						坚持把高新技术企业培育作为“一号工程”，建立县领导联系、部门帮扶、专员服务机制，全年组织高新技术企业申报培训4期，培训企业财务和技术人员326人次。截至年底，有效期内高新技术企业达到28家，比上年增加5家，国家科技型中小企业入库71家。
						兑现高新技术企业认定奖励、研发费用后补助等惠企资金560万元，惠及企业43家，企业研发积极性明显提高。"""));
		items.add(item(2, "科技项目", "突出项目争取，科技资金支撑更加有力",
				"组织申报国家和省级科技计划项目92项，获批63项，其中国家级14项、省级49项；争取资金1642万元，其中国家级755万元、省级887万元。组织实施市级科技计划项目68项，安排资金560万元。"));
		items.add(item(3, "平台载体", "突出平台建设，创新承载能力稳步提升",
				"新获批省级工程技术研究中心1家、市级重点实验室2家，望川轴承产业研究院挂牌运行，引进研究团队3个。县科技企业孵化器在孵企业达到26家，毕业企业4家。"));
		items.add(item(4, "产学研合作", "突出开放合作，产学研对接走深走实", """
				先后赴江州大学、省农业科学院等12所高校院所开展对接，征集企业技术需求113项，促成校企合作项目41项。
				全年技术合同成交额8209.39万元，比上年增长18.6%。"""));
		items.add(item(5, "科技惠农", "突出科技惠农，乡村振兴科技支撑不断增强",
				"选派科技特派员76名，建设科技示范基地18个，推广新品种、新技术53项，开展农村实用技术培训77335人次，带动农户增收约1300万元。"));
		items.add(item(6, "知识产权", "突出创造保护，知识产权工作成效明显", "全年专利申请量400件、授权量180件，分别比上年增长29.9%和29.5%。"));
		items.add(item(7, "自身建设", "突出党建引领，机关自身建设全面加强", "扎实开展学习教育，落实中央八项规定精神，办理建议提案11件，办复率100%。"));
		return items;
	}

	private static List<ReportContent.Group> groups() {
		return List.of(
				new ReportContent.Group("PRJ", "科技计划与资金",
						List.of(row("PRJ01", "国家级科技计划项目立项数", "项", 0, "14", "11", "增长27.3%"),
								row("PRJ02", "省级科技计划项目立项数", "项", 0, "49", "37", "增长32.4%"),
								row("PRJ04", "省级以上科技计划项目立项数（合计）", "项", 0, "63", "48", "增长31.3%"),
								row("PRJ06", "国家级科技计划项目资金", "万元", 2, "755.00", "402.50", "增长87.6%"),
								row("PRJ07", "省级科技计划项目资金", "万元", 2, "887.00", "463.00", "增长91.6%"),
								row("PRJ09", "争取省级以上科技资金（合计）", "万元", 2, "1642.00", "865.50", "增长89.7%"),
								row("PRJ10", "上级科技资金到位额", "万元", 2, null, "820.00", ""))),
				new ReportContent.Group("ENT", "创新主体",
						List.of(row("ENT01", "有效期内高新技术企业数", "家", 0, "28", "23", "增长21.7%"),
								row("ENT05", "高新技术企业净增数", "家", 0, "5", "-2", "增加7家"),
								row("ENT07", "国家科技型中小企业评价入库数（当年）", "家", 0, "71", "66", "增长7.6%"))),
				new ReportContent.Group("IPR", "知识产权",
						List.of(row("IPR01", "专利申请量", "件", 0, "400", "308", "增长29.9%"),
								row("IPR02", "专利授权量", "件", 0, "180", "139", "增长29.5%"),
								row("IPR05", "每万人口高价值发明专利拥有量", "件", 2, "3.40", "3.12", "增加0.28件"))),
				new ReportContent.Group("TEC", "技术市场",
						List.of(row("TEC01", "技术合同成交额", "万元", 2, "8209.39", "6921.90", "增长18.6%"),
								row("TEC02", "高新区技术合同成交额", "万元", 2, "不适用", null, ""))),
				new ReportContent.Group("AGR", "科技惠农",
						List.of(row("AGR01", "农村实用技术培训", "人次", 0, "77335", null, ""),
								row("AGR02", "选派科技特派员", "名", 0, "76", "80", "下降5.0%"))),
				new ReportContent.Group("NONE", "未填报的一组", List.of(row("X01", "空白指标", "项", 0, null, "3", ""))));
	}

	static ReportContent.Row row(String code, String name, String unit, int scale, @Nullable String amount,
			@Nullable String lastYear, String change) {
		ValueState state = (amount == null) ? ValueState.BLANK
				: amount.equals("不适用") ? ValueState.NOT_APPLICABLE : ValueState.GIVEN;
		return new ReportContent.Row(code, name, unit, scale, state,
				(state == ValueState.GIVEN) ? new BigDecimal(amount) : null,
				(lastYear != null) ? new BigDecimal(lastYear) : null, change, Certainty.ACTUAL, null, "", "");
	}

	static ReportContent.Item item(long id, String theme, String heading, String body) {
		return new ReportContent.Item(id, theme, heading, body);
	}

	private static ReportContent.Target target(long id, @Nullable String metric, String text) {
		return new ReportContent.Target(id, metric, (metric != null) ? Aim.AMOUNT : Aim.WORDS, null, text);
	}

}
