package org.kebao.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Words;

/**
 * The words of the field, told by what they mean: "高企" and "高新技术企业" are one term. A name
 * of a metric and the words around a figure are taken apart into terms, the longest
 * first, and held against each other.
 */
final class Terms {

	/** What a term does to a figure. */
	enum Sort {

		/** says what is counted */
		OBJECT,
		/** says which of them: 申报, 授权; rules out a metric that does not say so */
		ACT,
		/** rules out a metric that does not say so, also behind the number */
		STATE,
		/** too common to tell anything: 企业, 资金 */
		COMMON,
		/** 国家级, 省级 … */
		LEVEL,
		/** narrows what follows to one place or firm */
		SCOPE,
		/** who visits a place does not speak for it alone: 深入 */
		VISIT,
		/** another time: 去年 */
		PAST,
		/** says nothing */
		PLAIN

	}

	/** A term; those that mean the same are equal. */
	record Term(String meaning, Sort sort) {
	}

	/** A word of a text. */
	record Word(int start, int end, List<Term> terms) {
	}

	/** 争取, 获批, 立项: what came from above. */
	static final Term WON = new Term("上级", Sort.COMMON);

	/** What is held against something else, and no amount of a period. */
	static final Term SHARE = new Term("占比", Sort.OBJECT);

	private static final String NATION = "国家级";

	private static final String PROVINCE = "省级";

	private static final String CITY = "市级";

	private static final String COUNTY = "县级";

	private static final String ALL = NATION + "+" + PROVINCE + "+" + CITY;

	/**
	 * Each line: the sort, a colon, and words of one meaning, the first of which names
	 * it; + joins meanings.
	 */
	private static final String FIELD = """
			OBJECT: 高新技术企业 国家高新技术企业 国家级高新技术企业 高企
			OBJECT: 科技型中小企业 科技中小企业 科小
			OBJECT: 科技型企业
			OBJECT: 科技型小微企业
			OBJECT: 上市公司
			OBJECT: 科技小巨人 科技小巨人企业 小巨人企业 科技领军企业 科技领军
			OBJECT: 培育库 培育入库 入库培育
			OBJECT: 资格
			OBJECT: 专利 国家专利
			OBJECT: 发明
			OBJECT: 发明人
			OBJECT: 高价值
			OBJECT: PCT
			OBJECT: 万人 每万人 每万人口 每万人口拥有 每万城镇常住人口 每万常住人口 每万名就业人员
			OBJECT: 商品 产品
			OBJECT: 执法 行政执法
			OBJECT: 质押 质押融资 质押贷款
			OBJECT: 技术合同 技术贸易 技术市场合同
			技术合同+成交: 合同成交额 合同成交金额 合同成交 技术合同金额 技术合同总金额 技术合同额 技术合同总额
			OBJECT: 成交 成交额 成交金额 成交总额
			OBJECT: 交易额 交易金额
			OBJECT: 技术交易 技术交易额 技术交易金额 技术市场交易额 技术市场交易金额
			OBJECT: 科技成果 成果 科研成果 科技成果项目
			OBJECT: 科技奖 科学技术奖 科学技术奖励 科技奖励 科技进步奖 科学技术进步奖
			OBJECT: 重点实验室
			OBJECT: 工程技术研究中心 技术创新中心 工程中心
			OBJECT: 新型研发机构
			OBJECT: 院士工作站 院士专家工作站
			OBJECT: 博士后工作站 博士后科研工作站 博士后创新实践基地
			OBJECT: 产业研究院 产业技术研究院
			OBJECT: 创新平台 科技创新平台
			OBJECT: 公共服务
			OBJECT: 孵化器 科技企业孵化器 科技孵化器 企业孵化器
			OBJECT: 众创空间
			OBJECT: 星创天地
			OBJECT: 飞地 飞地育成平台 飞地科研成果育成平台 科创飞地
			OBJECT: 离岸孵化器
			OBJECT: 在孵企业 孵化企业 在孵科技企业 入孵企业 入孵科技企业 在孵科技型企业
			OBJECT: 孵化面积 孵化场地 孵化场地面积 孵化器面积 孵化场地总面积
			OBJECT: 特派员 科技特派员
			OBJECT: 特派团 科技特派团
			OBJECT: 村 行政村 村场 涉农行政村 涉农村
			OBJECT: 贫困村
			OBJECT: 城中村 自然村 示范村 样板村 中心村 特色村 试点村 幸福村
			OBJECT: 农村 农业 乡村 农民
			OBJECT: 农民工
			OBJECT: 农户
			OBJECT: 新技术
			OBJECT: 新品种
			OBJECT: 产学研 产学研合作
			OBJECT: 协议 合作协议
			OBJECT: 技术需求 技术难题 技术难题需求
			OBJECT: 人才需求
			技术需求+人才需求: 技术、人才需求 技术人才需求 技术和人才需求 技术及人才需求 技术与人才需求
			OBJECT: 高层次人才 高层次科技人才
			OBJECT: 科技人才
			OBJECT: 团队 人才团队 创新团队 科研团队 创新创业团队 科技创新团队
			OBJECT: R&D经费 研发经费 R&D经费内部 研究与试验发展经费 研究与试验发展(R&D)经费 研究与试验发展（R&D）经费 研究与实验发展经费 研究与实验发展(R&D)经费 研究与实验发展（R&D）经费
			OBJECT: 研发投入 R&D投入 研究与试验发展投入 研究与试验发展(R&D)投入 研究与试验发展（R&D）投入 研究与实验发展投入 研究与实验发展(R&D)投入 研究与实验发展（R&D）投入
			OBJECT: 研发费用
			OBJECT: 研发强度 研发投入强度 研发经费投入强度 R&D强度 R&D投入强度 R&D经费投入强度 研发投入占GDP比重 研发经费占GDP比重 R&D经费占GDP比重 R&D投入占GDP比重 研发投入占地区生产总值比重 R&D经费投入占GDP比重 R&D经费支出占GDP比重 R&D占比 研发占比 研发投入占比 研发经费占比 R&D投入占比 R&D经费占比 研发投入占生产总值比重 研发经费占生产总值比重
			OBJECT: 研发活动
			OBJECT: 研发机构
			OBJECT: 规上工业 规上工业企业 规模以上工业企业 规模以上工业 规上企业 规模以上企业 规模企业 规模工业企业
			OBJECT: 营业收入 营收
			OBJECT: 增加值
			OBJECT: 产值 总产值
			OBJECT: 高新产业 高新技术产业 高新技术
			OBJECT: 投资 投资额 固定资产投资
			OBJECT: 财政科技支出 财政科技投入 财政科学技术支出 财政科学技术投入 科学技术支出 本级科技投入 本级科学技术投入
			OBJECT: 财政
			OBJECT: 公共预算支出 一般公共预算支出 一般预算支出
			OBJECT: 地区生产总值 生产总值 国内生产总值 GDP
			OBJECT: 常住人口
			OBJECT: 城镇化率 城镇化
			OBJECT: 能耗 单位地区生产总值 单位生产总值 单位GDP 万元GDP 单位增加值 单位工业增加值 二氧化碳
			OBJECT: 海洋生产总值
			OBJECT: 民生
			OBJECT: 利润 利润总额 利税 税收
			OBJECT: 科技贷款 科技信贷
			OBJECT: 贷款
			OBJECT: 委托贷款
			OBJECT: 转贷
			贴息+补贴: 贷款贴息 科技贷款贴息 贴息资金 利息补贴
			OBJECT: 贴息 利息
			OBJECT: 担保费
			OBJECT: 补贴
			OBJECT: 后补助
			OBJECT: 风险补偿 风险补偿资金池
			OBJECT: 担保
			OBJECT: 基金
			OBJECT: 代偿 代偿额
			OBJECT: 科技板 科创专板
			OBJECT: 招商 招商引资 科技招商
			OBJECT: 注册资本 注册资本金
			OBJECT: 协议资金 协议投资额
			OBJECT: 科普 科普宣传
			OBJECT: 防震减灾 地震应急
			科技项目+科技+项目: 科技项目 科技计划项目 计划科技项目 科技计划 科研项目 计划项目 科技创新项目
			OBJECT: 重点研发 重点研究开发计划 重点研发计划
			OBJECT: 自然科学基金
			OBJECT: 重点 重大 重点重大 重大重点
			OBJECT: 在研
			OBJECT: 占比 占 比重 比例 之比
			OBJECT: 增速 增幅 增长速度
			OBJECT: 覆盖率 覆盖面
			OBJECT: 费用
			ACT: 申报 推荐 申请 组织申报 推荐申报 受理
			ACT: 授权
			专利+授权: 授予专利 授予专利权
			ACT: 认定
			ACT: 重新认定
			新增+认定: 新认定 新增认定
			ACT: 新增 新建 新设 新成立 新备案 新签约
			新增+上级: 新立项 新获批 新获
			新增+引进: 新引进
			ACT: 净增
			ACT: 创建
			ACT: 登记 认定登记
			ACT: 验收 结题
			ACT: 评价 鉴定
			ACT: 转化 转移转化
			ACT: 入库 评价入库
			ACT: 培育 培养
			ACT: 取消 到期
			ACT: 到位
			ACT: 吸纳
			ACT: 输出
			ACT: 引进
			ACT: 检查
			ACT: 查处
			ACT: 清零
			ACT: 挂牌
			ACT: 培训 培训班 实用技术培训
			ACT: 服务 结对 进驻
			ACT: 对接 对接会 对接活动
			ACT: 带动 直接带动 受益
			ACT: 征集 收集
			ACT: 资助 补助 奖补 扶持
			ACT: 走访 调研 联系 惠及 帮助 指导 接待 邀请 引导 鼓励 动员
			STATE: 拟 拟认定 公示 评审
			STATE: 参加 参与 参展 出席 参会
			STATE: 优秀 先进
			STATE: 第一批 第二批 第三批 首批
			STATE: 问题
			STATE: 其他 其它
			STATE: 具备 符合
			STATE: 准备 准备申报
			STATE: 纳入 入选 入围
			STATE: 以上
			STATE: 上市
			STATE: 余额
			COMMON: 企业 贷款企业
			COMMON: 项目
			COMMON: 资金 经费 专项资金 专项经费
			COMMON: 科技 科学技术 科学
			COMMON: 上级 争取 获 获得 获批 立项 争得
			COMMON: 有效 有效期内 现有 共有 拥有 拥有量 保有量 总数 总量 存量 累计
			COMMON: 发放
			COMMON: 支出 内部支出
			COMMON: 规模 总规模
			COMMON: 全社会
			COMMON: 技术
			COMMON: 案件
			COMMON: 活动
			SCOPE: 省属企业 市属企业 县属企业 区属企业 某企业 该企业 该公司 该院 该校 该园 该镇 该村 园区 工业园区 工业园 产业园 产业园区 科技园 科技园区 农业科技园 农业科技园区 示范园 孵化园 主园区 农业园 公司 有限公司 集团 大学 学院 医院 街道 合作社 镇 乡
			深入+服务: 深入 走进
			VISIT: 走到 前往
			PAST: 去年 上年 上年度 去年同期 上年同期 近两年 近三年 近年 历年
			PLAIN: 形式多样 丰富多彩 多种形式 系列 的 了 共 等 为 有 达 达到 将 已 现 再 各类 各种 类型 各行业 实现 完成 全年 本年 当年 今年 年末 期末 上半年 全市 全省 全县 全区 全国 我省 我市 我县 我区 我局 本市 本县 本区
			PLAIN: 预计 力争 确保 目前 突破 超过 超 共计 合计 总计 组织 实施 组织实施 安排 下达 落实 投入 投入使用 建设 建成 建立 成立 选派 举办 开展 签订 数 量 额 数量 人数 家数 总额 金额 人才队伍 队伍 保持
			PLAIN: 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省
			PLAIN: 群众 地方 无偿 支持 扶持资金 实际 合作 年 个 家 项 人 和 与 及 或 在 到 向 从 对 中 其中 本 元 亿元 万元 领衔 柔性 直接 组建
			PLAIN: 国家和地区 科技局 科技厅 科技部 市科技局 省科技厅 国家科技部 信产部 知识产权局 国家知识产权局 省知识产权局 科学院 中国科学院 市委 市政府 省委 省政府 市场 城市 省内 市内 省内外 国内外 村民 高质量 省会 占地 乡镇 各镇 各乡镇 城镇 全镇 镇街 村镇 规模以上 区内 县内 市内 辖区
			""";

	/** A level a word stands for; of those with 以上 also the higher ones. */
	private static final Map<String, String> LEVELS = Map.ofEntries(Map.entry("国家级", NATION), Map.entry("国家", NATION),
			Map.entry("部级", NATION), Map.entry("省部级", NATION + "+" + PROVINCE), Map.entry("省级", PROVINCE),
			Map.entry("省", PROVINCE), Map.entry("自治区级", PROVINCE), Map.entry("自治区", PROVINCE),
			Map.entry("省（自治区）级", PROVINCE), Map.entry("省级以上", NATION + "+" + PROVINCE),
			Map.entry("省以上", NATION + "+" + PROVINCE), Map.entry("省部级以上", NATION + "+" + PROVINCE),
			Map.entry("市级", CITY), Map.entry("市", CITY), Map.entry("市级以上", ALL), Map.entry("县级", COUNTY),
			Map.entry("区级", COUNTY), Map.entry("三级", ALL), Map.entry("各级", ALL), Map.entry("四级", ALL));

	private final Map<String, List<Term>> words = new HashMap<>();

	private final Map<Character, List<String>> byFirst = new HashMap<>();

	Terms() {
		for (String line : FIELD.split("\n")) {
			String head = line.substring(0, line.indexOf(':'));
			String[] synonyms = line.substring(line.indexOf(':') + 2).split(" ");
			if (head.contains("+")) {
				List<Term> terms = new ArrayList<>();
				for (String meaning : head.split("\\+")) {
					terms.add(new Term(meaning, sort(meaning)));
				}
				add(terms, synonyms);
			}
			else {
				Sort sort = Sort.valueOf(head);
				for (String synonym : synonyms) {
					add(List.of(new Term((sort == Sort.PLAIN || sort == Sort.SCOPE) ? synonym : synonyms[0], sort)),
							synonym);
				}
			}
		}
		LEVELS.forEach((word, levels) -> {
			List<Term> terms = new ArrayList<>();
			for (String level : levels.split("\\+")) {
				terms.add(new Term(level, Sort.LEVEL));
			}
			add(terms, word);
		});
		this.byFirst.values().forEach((list) -> list.sort(Comparator.comparing(String::length).reversed()));
	}

	private static Sort sort(String meaning) {
		return switch (meaning) {
			case "新增", "认定", "服务", "引进", "授权" -> Sort.ACT;
			case "科技", "项目", "上级" -> Sort.COMMON;
			case "深入" -> Sort.VISIT;
			default -> Sort.OBJECT;
		};
	}

	/**
	 * Words of a name that the field does not know tell what is counted.
	 * @param unit the name may end with
	 */
	void learn(String name, String unit) {
		String words = name.endsWith(unit) ? name.substring(0, name.length() - unit.length()) : name;
		words = (words.length() > 1 && "数量额".indexOf(words.charAt(words.length() - 1)) >= 0)
				? words.substring(0, words.length() - 1) : words;
		int from = 0;
		for (Word word : read(words)) {
			learn(words, from, word.start());
			from = word.end();
		}
		learn(words, from, words.length());
	}

	private void learn(String name, int from, int end) {
		if (end - from >= 2 && isHan(name.charAt(from))) {
			String word = name.substring(from, end);
			add(List.of(new Term(word, Sort.OBJECT)), word);
			this.byFirst.get(word.charAt(0)).sort(Comparator.comparing(String::length).reversed());
		}
	}

	private void add(List<Term> terms, String... synonyms) {
		for (String word : synonyms) {
			if (this.words.put(word, terms) == null) {
				this.byFirst.computeIfAbsent(word.charAt(0), (first) -> new ArrayList<>()).add(word);
			}
		}
	}

	/** The words of a text, in their order. */
	List<Word> read(String given) {
		String text = plain(given);
		List<Word> found = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			String word = startingAt(text, at, text.length());
			if (word == null) {
				at++;
				continue;
			}
			found.add(new Word(at, at + word.length(), this.words.get(word)));
			at += word.length();
		}
		return found;
	}

	/** Latin letters as they are in names: "ｒ＆ｄ" and "r&d" are "R&D". */
	private static String plain(String text) {
		char[] plain = text.toCharArray();
		for (int i = 0; i < plain.length; i++) {
			char c = (plain[i] >= '\uFF01' && plain[i] <= '\uFF5E') ? (char) (plain[i] - 0xFEE0) : plain[i];
			if (c == '&' || (c >= 'A' && c <= 'Z')) {
				plain[i] = c;
			}
			else if (c >= 'a' && c <= 'z') {
				plain[i] = (char) (c - 'a' + 'A');
			}
		}
		return new String(plain);
	}

	private @Nullable String startingAt(String text, int at, int end) {
		for (String word : this.byFirst.getOrDefault(text.charAt(at), List.of())) {
			if (word.length() <= end - at && text.startsWith(word, at)
					&& (word.length() > 1 || !LEVELS.containsKey(word) || isBefore(text, at + 1, end))) {
				return word;
			}
		}
		return null;
	}

	/** 省 and 市 alone are levels only before what is counted, or in a list of levels. */
	private boolean isBefore(String text, int at, int end) {
		if (at >= end || text.charAt(at) == '、') {
			return at < end;
		}
		for (String word : this.byFirst.getOrDefault(text.charAt(at), List.of())) {
			Sort sort = this.words.get(word).get(0).sort();
			if (word.length() > 1 && word.length() <= end - at && text.startsWith(word, at)) {
				return sort == Sort.OBJECT || sort == Sort.COMMON || sort == Sort.LEVEL || word.startsWith("各");
			}
		}
		return false;
	}

	/** All levels side by side say no more than none. */
	static Set<Term> levels(Set<Term> levels) {
		return (levels.size() < ALL.split("\\+").length) ? levels : Set.of();
	}

	static boolean isHan(char c) {
		return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
	}

}
