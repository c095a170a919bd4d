package org.kebao.prose;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.prose.Figure.Role;

import static org.assertj.core.api.Assertions.assertThat;

class FigureFinderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			受理登记材料86份 | 86 份
			培训骨干1,250人 | 1250 人
			完成投资12,345.6万元 | 12345.6 万元
			新增设备３５台 | 35 台
			成交额达８.５亿元 | 8.5 亿元
			建成泵站两座 | 2 座
			聘请顾问十二人 | 12 人
			走访农户一百零五户 | 105 户
			流转土地三万五千亩 | 35000 亩
			植树二十万株 | 20 万株
			捐款一千三百万元 | 1300 万元
			吸纳就业3千人 | 3000 人
			覆盖人口1.2万 | 1.2 万
			总投资3亿4500万元 | 3.45 亿元
			融资3.5亿元 | 3.5 亿元
			到账贷款5000万 | 5000 万
			专项债1.2万亿元 | 1.2 万亿元
			争取补助3个亿 | 3 亿
			发放教材2.5万册 | 2.5 万册
			降水量偏少三成。 | 3 成
			成活率达到百分之九十五 | 95 %
			差错率低于千分之三 | 3 ‰
			速度提升三点五倍 | -
			组织义诊三四次 | 3-4 次
			走访企业二三十家 | 20-30 家
			借调干部十七八名 | 17-18 名
			引进博士3至5名 | 3-5 名
			储备项目10到15个 | 10-15 个
			新建大棚20—30座 | 20-30 座
			单产80～100公斤 | 80-100 公斤
			年均降幅5%—8% | 5-8 %
			奖励5万元—10万元 | 5-10 万元
			投放鱼苗9—16万尾 | 9-16 万尾
			筹资5000万元—1亿元 | 0.5-1 亿元
			有效发明专利保300争350件 | 300-350 件
			维修管道12.6公里 | 12.6 公里
			造林面积1.3万亩 | 1.3 万亩
			节水480万立方米 | 480 万立方米
			光伏装机120兆瓦 | 120 兆瓦
			发电量3.2亿千瓦时 | 3.2 亿千瓦时
			用地36公顷 | 36 公顷
			厂房面积8.6万平方米 | 8.6 万平方米
			日处理能力5000吨 | 5000 吨
			单位能耗0.52吨标准煤/万元 | 0.52 吨标准煤/万元
			亩均税收18.6万元/亩 | 18.6 万元/亩
			服务群众3200余人次 | 3200 人次
			举办讲座26场（次） | 26 场次
			线上培训1.8万人（次） | 1.8 万人次
			巡诊车次46车次 | 46 车次
			接待游客 12.5 万人次 | 12.5 万人次
			下发通知 9 份 | 9 份
			发展会员一千余名 | 1000 名
			绩效奖励10万多元 | 10 万元
			完成检测三百多批次 | 300 批次
			新增上市公司1家 | 1 家
			登记商标10几件 | 10 件
			储存种子40吨 | 40 吨
			GDP达到580亿元 | 580 亿元
			R&D强度2.35% | 2.35 %
			培育网店xx家 | x 家
			发放补贴xx.x万元 | x 万元
			复核档案××卷宗、××件 | x 件
			新建冷库**座 | x 座
			投入资金XX亿元 | x 亿元
			抽检产品1xx批次 | x 批次
			新开航线x-x条 | x 条
			授权量为1 26件 | 126 件
			审批时限压缩至3个工作日 | 3 个工作日
			市场占有率98.5‰ | 98.5 ‰
			绿化率65.2％ | 65.2 %
			起降30万架次 | 30 万架次
			港口吞吐量120万标准箱 | 120 万标准箱
			储能规模9吉瓦时 | 9 吉瓦时
			审批时限压缩到2小时 | 2 小时
			平均用时不超过2小时的事项 | 2 小时
			""")
	void numbersAndUnits(String words, String told) {
		assertThat(told(words, FigureFinderTests::amount)).isEqualTo(told);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025年6月30日召开动员会", "“十四五”期间持续投入", "十四五规划已经印发", "1—6月份运行平稳", "近两年连续受到表彰", "三年行动方案启动",
			"印发通知（市政办〔2025〕3号）", "根据第163号令执行", "排名全省第2位", "首批试点、第一批名单、第三批次", "位列前三名", "前10名获奖", "一次会议、一位专家、一批项目、一个平台",
			"全市排名上升3位", "位次前移2个位次", "综合得分名列前茅", "围绕“六个一”工程推进", "落实“163计划”", "获批“年产3000吨特种纤维项目”", "《三十项措施》已经出台",
			"一心一意谋发展，千方百计稳增长", "服务三农，建设双一流", "百家争鸣、百花齐放", "提供一站式服务", "1、加强管理", "（三）强化保障", "咨询电话0755-12345678",
			"网址http://www.abc123.com/3.html", "上午9:30至11:00开会", "中船717所", "通过ISO14001认证", "推广PM2.5监测", "全天候7×24小时服务",
			"建设5G网络", "四轮驱动、三位一体", "三个方面的问题", "两个维护、四个意识", "坚持三个更加注重", "二次创业、二期工程", "三项经费使用规范", "上述三家企业",
			"上百家企业、数十项成果、几十个村", "千亿级产业集群", "投资500万元以上的工业项目", "产值超10亿元的企业", "在80个参评县区中位居前列", "名额分配、位居前列、项目建设",
			"企业家精神、国家战略、专家咨询", "个人所得、条件成熟、人才工作", "甲有限公司（注册资本500万元）通过验收", "投资亿元以上项目", "百万扩量工程", "年产10万吨有机肥项目开工",
			"与500强企业对接", "资金使用率、万元产值能耗", "十多次与对方协商", "单位：万元", "万元产值能耗", "亿元以上企业", "超亿元企业", "国家、专家、大家、企业家。", "出栏生猪同比持平",
			"建成30万吨级码头、20万吨级泊位", "投运100兆瓦级压缩空气储能电站", "构建1小时通勤圈", "提升15分钟生活圈服务功能", "全天24小时提供热线咨询", "落实240小时过境免签政策",
			"新建3人制篮球场", "喜迎四面八方来客", "贯彻县委十三届九次、十次全会精神", "严格落实“四个最严”要求", "落实“两个带头”目标", "均位居12个县区第一", "综合得分居15个副省级城市首位" })
	void whatIsNoFigure(String words) {
		assertThat(Prose.read(words).figures()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			约300人 | 300 人 ABOUT
			大约20处 | 20 处 ABOUT
			300人左右 | 300 人 ABOUT
			50岁上下的60人上下 | 60 人 ABOUT
			近40家 | 40 家 NEARLY
			将近200户 | 200 户 NEARLY
			接近500亩 | 500 亩 NEARLY
			40余家 | 40 家 MORE
			三十多名 | 30 名 MORE
			超100家 | 100 家 MORE
			突破2000件 | 2000 件 MORE
			逾千人 | 1000 人 MORE
			1000件以上 | 1000 件 AT_LEAST
			不少于30批 | 30 批 AT_LEAST
			至少5次 | 5 次 AT_LEAST
			不低于8.5% | 8.5 % AT_LEAST
			60天以内 | 60 天 AT_MOST
			不超过3天 | 3 天 AT_MOST
			10%以下 | 10 % AT_MOST
			不足40家 | 40 家 AT_MOST
			近三十多家 | 30 家 MORE
			产值迈上500亿元台阶 | 500 亿元 MORE
			产值跨越5000亿元大关 | 5000 亿元 MORE
			建成2个台阶 | 2 个 EXACT
			节约20万元 | 20 万元 EXACT
			最近5家 | 5 家 EXACT
			""")
	void howExactANumberIsMeant(String words, String told) {
		assertThat(told(words, (figure) -> amount(figure) + " " + figure.approximation())).isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					专利授权180件，同比增长12.5% | 180 件 [同比 YEAR_BEFORE PERCENT 12.5]
					专利授权180件，比上年增加20件 | 180 件 [比上年 YEAR_BEFORE AMOUNT 20]
					专利授权180件，比上年增加20件，增长12.5% | 180 件 [比上年 YEAR_BEFORE PERCENT 12.5]
					登记额5亿元，较上年度下降3.2% | 5 亿元 [较上年度 YEAR_BEFORE PERCENT -3.2]
					研发强度2.1%，较上年提高0.3个百分点 | 2.1 % [较上年 YEAR_BEFORE POINTS 0.3]
					合格率98%，比去年同期下降1.2个百分点 | 98 % [比去年同期 YEAR_BEFORE POINTS -1.2]
					营业收入3亿元，增长到历史最好水平 | 3 亿元
					营业收入由2亿元增加到3亿元，增长50% | 3 亿元 [OTHER PERCENT 50]
					成交额从去年的2亿元提高到3亿元 | 3 亿元
					产值80亿元，环比增长2% | 80 亿元 [环比 PERIOD_BEFORE PERCENT 2]
					产值80亿元，与去年同期相比增长6.5% | 80 亿元 [与去年同期相比 YEAR_BEFORE PERCENT 6.5]
					产值80亿元，与上年相比，增长6.5% | 80 亿元 [与上年相比 YEAR_BEFORE PERCENT 6.5]
					产值80亿元，比2020年增长60% | 80 亿元 [比2020年 OTHER PERCENT 60]
					新认定企业35家，较上年翻番 | 35 家 [较上年 YEAR_BEFORE PERCENT 100]
					新认定企业35家，较上年翻了一番 | 35 家 [较上年 YEAR_BEFORE PERCENT 100]
					总量400家，比“十三五”末翻两番 | 400 家 [比“十三五”末 OTHER PERCENT 300]
					入库企业60家，比上年增长一倍 | 60 家 [比上年 YEAR_BEFORE PERCENT 100]
					入库企业60家，比上年增长2倍 | 60 家 [比上年 YEAR_BEFORE PERCENT 200]
					出口额12亿元，同比负增长3% | 12 亿元 [同比 YEAR_BEFORE PERCENT -3]
					申请量400件、授权量180件，均比上年度增加30% | 400 件 [比上年度 YEAR_BEFORE PERCENT 30]; 180 件 [比上年度 YEAR_BEFORE PERCENT 30]
					申请量400件、授权量180件，同比分别增长30%和15% | 400 件 [同比 YEAR_BEFORE PERCENT 30]; 180 件 [同比 YEAR_BEFORE PERCENT 15]
					实现产值50亿元（同比增长8%） | 50 亿元 [同比 YEAR_BEFORE PERCENT 8]
					项目20项（其中：省级5项，市级15项），比上年增长25% | 20 项 [比上年 YEAR_BEFORE PERCENT 25]
					项目20项。比上年增长25% | 20 项 [比上年 YEAR_BEFORE PERCENT 25]
					工业产值增长20% | 工业产值 [OTHER PERCENT 20]
					专利申请和授权增长20% | 专利申请 [OTHER PERCENT 20]; 专利授权 [OTHER PERCENT 20]
					工业投资和技术合同成交额分别增长12%、30% | 工业投资 [OTHER PERCENT 12]; 技术合同成交额 [OTHER PERCENT 30]
					工业投资、技术合同成交额分别增长3.2倍、2.5倍 | 工业投资 [OTHER PERCENT 320]; 技术合同成交额 [OTHER PERCENT 250]
					工业投资、技术合同成交额分别下降3%、2% | 工业投资 [OTHER PERCENT -3]; 技术合同成交额 [OTHER PERCENT -2]
					申请量400件、授权量180件，均居12个县区第一，分别比上年增长30%和15% | 400 件 [比上年 YEAR_BEFORE PERCENT 30]; 180 件 [比上年 YEAR_BEFORE PERCENT 15]
					贡献率提高1% | 贡献率 [OTHER PERCENT 1]
					用电量下降5% | 用电量 [OTHER PERCENT -5]
					完成投资30亿元，增速8% | 30 亿元 [OTHER PERCENT 8]
					税收增速达到8% | 8 %
					产值是去年全年的80% | 80 %
					产值60亿元，是去年全年的80% | 60 亿元 [去年全年 YEAR_BEFORE PERCENT x]
					企业入库60家（去年45家） | 60 家 [去年 YEAR_BEFORE PERCENT x]
					任务2亿元，比上年1.5亿元的任务增长33% | 2 亿元 [比上年 YEAR_BEFORE PERCENT 33]
					产值比重45%，高于全省平均3.2个百分点 | 45 % [高于全省平均 OTHER POINTS 3.2]
					产值60亿元，同比+8.2% | 60 亿元 [同比 YEAR_BEFORE PERCENT 8.2]
					产值60亿元，同比-8.2% | 60 亿元 [同比 YEAR_BEFORE PERCENT -8.2]
					总收入500亿元，比去年同期增长42。 | 500 亿元 [比去年同期 YEAR_BEFORE PERCENT 42]
					产值60亿元，增长近一成。 | 60 亿元 [OTHER PERCENT 10]
					产值60亿元，同比增长xx% | 60 亿元 [同比 YEAR_BEFORE PERCENT x]
					出栏生猪26万头，同比持平 | 26 万头
					增加值占比45%，同比增长 2.3 % | 45 % [同比 YEAR_BEFORE PERCENT 2.3]
					研发投入8亿元，年均增长10%以上 | 8 亿元 [年均 OTHER PERCENT 10]
					""")
	void growthAndWhatItIsHeldAgainst(String words, String told) {
		assertThat(told(words,
				(figure) -> ((figure.unit() != null) ? amount(figure) : figure.thing()) + growth(figure.growth())))
			.isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			登记额5亿元，完成年度目标的85% | 5 亿元 85%
			授权180件，完成年度任务的107% | 180 件 107%
			授权180件，年度任务完成率107% | 180 件 107%
			授权180件，占全年任务的90% | 180 件 90%
			授权180件，超额20%完成任务 | 180 件 120%
			授权180件，超额完成目标任务12% | 180 件 112%
			登记额完成年度目标的85% | 85 % 85%
			外贸总额13亿元，完成年任务（40亿元）的32.5% | 13 亿元 32.5%; 40 亿元 TARGET
			增加值1亿元，占任务数2亿元的50% | 1 亿元 50%; 2 亿元 TARGET
			完成5件的目标任务 | 5 件 TARGET
			高企申报20家（全年任务30家） | 20 家; 30 家 TARGET
			完成率达到98% | 98 % 98%
			投资20亿元，占全省的8% | 20 亿元; 8 %
			""")
	void howMuchOfAGoalWasReached(String words, String told) {
		assertThat(told(words,
				(figure) -> amount(figure)
						+ ((figure.completion() != null) ? " " + figure.completion().toPlainString() + "%" : "")
						+ ((figure.role() == Role.TARGET) ? " TARGET" : "")))
			.isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			立项20项，其中国家级3项、省级17项 | 20 项 {3 项, 17 项}
			立项20项（其中：国家级3项，省级17项），验收8项 | 20 项 {3 项, 17 项}; 8 项
			立项20项，获经费900万元（其中：国家级3项，资金500万元；省级17项，资金400万元） | 20 项 {3 项, 17 项}; 900 万元 {500 万元, 400 万元}
			平台12家（国家级2家、省级10家） | 12 家 {2 家, 10 家}
			授权180件，其中发明专利20件 | 180 件 {20 件}
			认定企业30家，分别为甲区10家、乙区20家 | 30 家 {10 家, 20 家}
			机构9个：省级4个，市级5个 | 9 个 {4 个, 5 个}
			投资12亿元，其中技改5000万元 | 12 亿元 {5000 万元}
			项目30项，其中省级12项、市级18项，组织培训20场 | 30 项 {12 项, 18 项}; 20 场
			立项5项。其中，省级2项，市级3项 | 5 项 {2 项, 3 项}
			企业20家（去年15家，今年任务30家） | 20 家; 30 家
			产值50亿元，其中占比最高的为20% | 50 亿元; 20 %
			财政收入6亿元，实际利用外资8000万美元，其中直接利用外资5000万美元，引进内资25亿元 | 6 亿元; 8000 万美元 {5000 万美元}; 25 亿元
			造林148亩，其中荒山造林43亩，修复湿地517亩 | 148 亩 {43 亩}; 517 亩
			立项20项，其中国家级3项，省级37项 | 20 项 {3 项, 37 项}
			产值50亿元。其中，农业产值20亿元，增长5%；林业产值30亿元，增长6% | 50 亿元 {20 亿元, 30 亿元}
			资金800万元，包括省级300万元、市级500万元 | 800 万元 {300 万元, 500 万元}
			""")
	void partsAreNestedInTheirWhole(String words, String told) {
		assertThat(told(words, FigureFinderTests::nested)).isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			预计全年授权200件 | 200 件 FORECAST
			高企有望达到100家 | 100 家 FORECAST
			年底将突破300家 | 300 家 FORECAST
			拟在东区建立3家中心，已建成1家 | 3 家 FORECAST; 1 家 ACTUAL
			力争授权200件 | 200 件 TARGET
			确保研发投入达到8亿元 | 8 亿元 TARGET
			全年任务为20家，实际完成25家 | 20 家 TARGET; 25 家 ACTUAL
			目标任务（20家） | 20 家 TARGET
			计划新增20家 | 20 家 TARGET
			科技计划项目21项 | 21 项 ACTUAL
			申报各类科技计划21项 | 21 项 ACTUAL
			要培育企业20家 | 20 家 TARGET
			工作目标：授权量200件，登记额3亿元。新增企业5家。 | 200 件 TARGET; 3 亿元 TARGET; 5 家 TARGET
			到年底力争达到100家，目前已有80家 | 100 家 TARGET; 80 家 ACTUAL
			完成3项重点任务 | 3 项 ACTUAL
			完成3件的指标任务 | 3 件 TARGET
			争取国家项目6项 | 6 项 ACTUAL
			争取达到60家 | 60 家 TARGET
			虚拟仿真项目3个 | 3 个 ACTUAL
			形成攻关任务60项 | 60 项 ACTUAL
			按照要求，专利拥有量应达到30件，已完成26件 | 30 件 TARGET; 26 件 ACTUAL
			任务是：征集需求2条；转化成果1项。已征集3条 | 2 条 TARGET; 1 项 TARGET; 3 条 ACTUAL
			预期目标是：授权200件；登记额3亿元 | 200 件 TARGET; 3 亿元 TARGET
			稳就业、稳预期，授权200件 | 200 件 ACTUAL
			市场预期持续向好，授权200件 | 200 件 ACTUAL
			""")
	void doneExpectedOrAimedAt(String words, String told) {
		assertThat(told(words, (figure) -> amount(figure) + " " + figure.role())).isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			全县专利申请量400件 | 400 件 专利申请量
			全年专利申请量400件、授权量180件 | 400 件 专利申请量; 180 件 专利授权量
			选派特派员60名 | 60 名 选派特派员
			选派60名科技特派员下乡 | 60 名 选派科技特派员
			新增高新技术企业20家 | 20 家 新增高新技术企业
			新认定20家高新技术企业 | 20 家 新认定高新技术企业
			我市有效发明专利86件 | 86 件 有效发明专利
			企业有18家，产品有35个 | 18 家 企业; 35 个 产品
			发明专利授权量、拥有量分别达到120件、860件 | 120 件 发明专利授权量; 860 件 发明专利拥有量
			国家级平台3家、省级平台12家 | 3 家 国家级平台 (国家级); 12 家 省级平台 (省级)
			1、投资160万元 | 160 万元 投资
			③发放贷款3亿元 | 3 亿元 发放贷款
			“小巨人”企业45家 | 45 家 “小巨人”企业
			专利拥有量应达到30件 | 30 件 专利拥有量
			省级5项，市级9项 | 5 项 省级 (省级); 9 项  (市级)
			申请20家，授权10家 | 20 家 申请; 10 家 授权
			研究与试验发展（R&D）经费支出8亿元 | 8 亿元 研究与试验发展（R&D）经费支出
			获600万元无偿资助 | 600 万元 无偿资助
			研发投入8亿元，占营业收入比重2.1% | 8 亿元 研发投入; 2.1 % 研发投入占营业收入比重
			技术合同成交额由2亿元增加到3亿元 | 3 亿元 技术合同成交额
			全年在孵企业30家 | 30 家 在孵企业
			到位资金2亿元 | 2 亿元 到位资金
			农民合作社76个，新增6个 | 76 个 农民合作社; 6 个 新增农民合作社
			105家规上企业营收达57亿元 | 105 家 规上企业; 57 亿元 规上企业营收
			第一批5家、第二批7家 | 5 家 第一批; 7 家 第二批
			万人发明专利拥有量达5.6件 | 5.6 件 万人发明专利拥有量
			截至6月底，全区共建创新平台9个 | 9 个 共建创新平台
			""")
	void whatIsCounted(String words, String told) {
		assertThat(told(words, (figure) -> amount(figure) + " " + figure.thing()
				+ (figure.level().isEmpty() ? "" : " (" + figure.level() + ")")))
			.isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			获得补助资金万元。 | ? 万元
			成交额.亿元， | ? 亿元
			占比达到%， | ? %
			运行率为%。 | ? %
			征收费用多万元， | ? 万元
			近余人参加 | ? 人
			""")
	void digitsThatGotLost(String words, String told) {
		assertThat(told(words, FigureFinderTests::amount)).isEqualTo(told);
	}

	/**
	 * Only a text that lost its digits elsewhere too says that 家 stands for a number of
	 * firms.
	 */
	@Test
	void aTextWithoutDigitsIsReadAsOneThatLostThem() {
		String lost = """
				全年引进企业家，注册资本.亿元，争取补助资金万元，占比达到%。
				新认定企业家，取消了家企业的资格，先后查处了个污染案件，走访余家单位，验收项目项。
				申报课题项以上，甲公司、乙公司等家企业受到表彰，国家和专家都很关心，企业家精神得到弘扬。
				""";
		assertThat(told(lost, FigureFinderTests::amount))
			.isEqualTo("? 家; ? 亿元; ? 万元; ? %; ? 家; ? 家; ? 个; ? 家; ? 项; ? 项; ? 家");
		String whole = "全年引进企业20家，新认定企业家，取消了家企业的资格，先后查处了个污染案件，走访余家单位。";
		assertThat(told(whole, FigureFinderTests::amount)).isEqualTo("20 家");
	}

	@Test
	void headingsTellWhatIsReportAndWhatIsPlan() {
		String text = """
				科技局上半年工作总结和下半年工作计划

				一、上半年工作情况
				（一）强化科技计划管理
				新增企业12家。
				二、存在的问题
				企业仅有30家。
				三、下半年工作计划
				（一）壮大主体
				新增企业15家。目前已储备20家。
				""";
		assertThat(told(text, (figure) -> amount(figure) + " " + figure.role()))
			.isEqualTo("12 家 ACTUAL; 30 家 ACTUAL; 15 家 TARGET; 20 家 ACTUAL");
		assertThat(told("科技局2025年工作报告\n\n一、2025年工作回顾\n新增企业12家。\n二、2026年重点工作\n新增企业15家。",
				(figure) -> amount(figure) + " " + figure.role()))
			.isEqualTo("12 家 ACTUAL; 15 家 TARGET");
		assertThat(told("科技局工作总结\n\n一、圆满完成目标任务\n新增企业12家。\n二、2024年以来的主要工作\n新增企业15家。", (figure) -> figure.role().name()))
			.isEqualTo("ACTUAL; ACTUAL");
		assertThat(Prose.read("新增企业15家。", Role.TARGET).figures().get(0).role()).isEqualTo(Role.TARGET);
		assertThat(told("科技局2025年工作要点\n\n一、壮大主体\n新增企业15家。", (figure) -> figure.role().name())).isEqualTo("TARGET");
	}

	/** The cue stands before the thing, and the change tells no amount. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			今年主要预期目标是：专利申请量增长10%，产值增长8% | TARGET TARGET
			力争专利申请量增长10% | TARGET
			预计专利申请量增长10% | FORECAST
			专利申请量增长10% | ACTUAL
			""")
	void aChangeAloneIsAimedAtToo(String words, String roles) {
		assertThat(told(words, (figure) -> figure.role().name())).isEqualTo(roles.replace(" ", "; "));
	}

	@Test
	void theSpanHoldsWhatMakesANumberApproximate() {
		String text = "上半年，走访近三十多家企业；授权1000件以上，比上年增长12%。";
		List<Figure> figures = Prose.read(text).figures();
		assertThat(figures).extracting((figure) -> figure.span().of(text)).containsExactly("近三十多家", "1000件以上");
		assertThat(figures).extracting((figure) -> figure.sentence().of(text))
			.containsExactly("上半年，走访近三十多家企业；", "授权1000件以上，比上年增长12%。");
		Growth growth = figures.get(1).growth();
		assertThat(growth).isNotNull();
		assertThat(growth.span().of(text)).isEqualTo("比上年增长12%");
	}

	/** A growth of two things without amounts makes two figures of one place. */
	@Test
	void aGrowthAloneIsAFigureWithoutValue() {
		Figure figure = Prose.read("高新技术产业产值增长20%。").figures().get(0);
		assertThat(figure.value()).isNull();
		assertThat(figure.unit()).isNull();
		assertThat(figure.isAmount()).isFalse();
		assertThat(figure.thing()).isEqualTo("高新技术产业产值");
	}

	@Test
	void aTraditionalTextIsReadAtItsOwnPlaces() {
		String text = "組織實(shí)施國(guó)家級(jí)項(xiàng)目6個(gè)，選(xuǎn)派專(zhuān)家(jiā)100名。";
		List<Figure> figures = Prose.read(text).figures();
		assertThat(figures).extracting(FigureFinderTests::amount).containsExactly("6 个", "100 名");
		assertThat(figures.get(0).span().of(text)).startsWith("6個");
		assertThat(figures.get(1).span().of(text)).isEqualTo("100名");
	}

	private static String told(String words, Function<Figure, String> told) {
		return Prose.read(words).figures().stream().map(told).collect(Collectors.joining("; "));
	}

	private static String amount(Figure figure) {
		String value = (figure.value() != null) ? figure.value().toPlainString() : switch (figure.hole()) {
			case MASKED -> "x";
			case LOST -> "?";
			case NONE -> "-";
		};
		String upTo = (figure.upTo() != null) ? "-" + figure.upTo().toPlainString() : "";
		return value + upTo + ((figure.unit() != null) ? " " + figure.unit() : "");
	}

	private static String growth(@Nullable Growth growth) {
		if (growth == null) {
			return "";
		}
		String compared = growth.comparison().isEmpty() ? "" : growth.comparison() + " ";
		String told = (growth.amount() != null) ? growth.amount().toPlainString() : "x";
		return " [" + compared + growth.base() + " " + growth.kind() + " " + told + "]";
	}

	private static String nested(Figure figure) {
		return amount(figure) + (figure.parts().isEmpty() ? ""
				: figure.parts().stream().map(FigureFinderTests::nested).collect(Collectors.joining(", ", " {", "}")));
	}

}
