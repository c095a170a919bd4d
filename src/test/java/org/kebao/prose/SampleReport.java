package org.kebao.prose;

import java.util.List;
import java.util.Random;

/**
 * A report of an invented county, as long as one likes.
 */
final class SampleReport {

	private static final List<String> SENTENCES = List.of("全县有效期内高新技术企业%1$d家，比上年增加%2$d家；科技型中小企业入库%1$d家，同比增长%2$d.5%%。",
			"争取省级以上科技计划项目%1$d项（其中：国家级%2$d项，省级%3$d项），到位资金%1$d%2$d万元，完成年度任务的10%2$d%%。",
			"在各镇街和有关部门的支持下，我局坚持问题导向，深入企业走访调研，逐条梳理难点堵点，推动政策直达快享，企业获得感明显增强。", "全年专利申请量%1$d件、授权量%2$d件，均比上年增长%2$d%%左右。",
			"技术合同成交额达到%2$d.%1$d亿元，提高0.%2$d个百分点。", "选派科技特派员%1$d名，服务%2$d个行政村，举办培训班%2$d期，培训农民%1$d0余人次，带动农户近%1$d户增收。",
			"下半年，力争新认定高新技术企业%2$d家以上，全社会研发投入强度达到2.%2$d%%。", "一是加强统筹，二是压实责任，三是强化督查，确保各项任务落到实处、见到成效。");

	private static final List<String> HEADINGS = List.of("一、主要成效", "二、存在问题", "三、下一步打算");

	private SampleReport() {
	}

	/** A report of at least so many characters, the same each time. */
	static String of(int characters) {
		Random random = new Random(7);
		StringBuilder text = new StringBuilder("清源县科学技术局上半年工作总结\n");
		int paragraph = 0;
		while (text.length() < characters) {
			text.append((paragraph % 6 == 0) ? HEADINGS.get(paragraph / 6 % HEADINGS.size()) + "\n" : "");
			for (int i = 0; i < 5; i++) {
				text.append(SENTENCES.get(random.nextInt(SENTENCES.size()))
					.formatted(random.nextInt(100, 900), random.nextInt(2, 40), random.nextInt(2, 90)));
			}
			text.append('\n');
			paragraph++;
		}
		return text.toString();
	}

}
