package org.kebao.prose;

import org.kebao.script.MeasureWords;
import org.kebao.script.Numbers;
import org.kebao.script.Sentences;
import org.kebao.script.Words;

/**
 * Finds units that lost their digits: "资金万元", ".亿元", "增长%". What is safe is found in any
 * text; in a text most of whose digits are gone a unit that stands where only a counted
 * one can stand is a hole too: "新认定高新技术企业家，".
 */
final class Holes {

	/** Units that never end a clause without a number. */
	private static final Words SAFE = Words.of("万元 亿元 万美元 亿美元 % ％ 个百分点");

	private static final String SINGLE = "家项个名次户条批件亩篇位";

	private static final Words BIG = Words
		.of("万元 亿元 万美元 亿美元 万 平方公里 平方米 公里 公斤 人次 场次 家次 万吨 万人次 万亩 万户 万人 亿 千瓦时 万千瓦时 公顷 % ％ 亩 吨");

	/** Words that end in the sign of a unit. */
	private static final Words ENDING = Words.of(
			"国家 专家 大家 科学家 企业家 作家 画家 艺术家 发明家 投资家 银行家 教育家 人家 农家 商家 厂家 行家 独家 各家 多家 一家 几家 两家 当家 管家 店家 住家 这家 那家 每家 哪家 该家 居家 在家 回家 到家 儒家 名家 兵家 东家 玩家 买家 卖家 冤家 赢家 输家 安家 全家 私家 千家",
			"事项 奖项 专项 选项 款项 强项 弱项 各项 多项 一项 立项 单项 进项 销项 逐项 该项 此项 这项 两项 几项 每项 争项 各分项 等项 义项 加项 子项 单项 分项 要项 缺项 漏项",
			"各个 整个 多个 几个 数个 这个 那个 哪个 一个 逐个 单个 每个 某个 两个 该个 首个 若干个 十几个 个个 各大个",
			"农户 用户 客户 大户 账户 贫困户 商户 住户 门户 窗户 开户 落户 入户 到户 散户 租户 示范户 种植户 养殖户 户户 储户 订户 脱贫户 各户 养户 千户 经营户 个体户 专业户 多户 困难户",
			"姓名 报名 著名 知名 署名 签名 排名 命名 冠名 提名 有名 驰名 闻名 书名 点名 实名 更名 第一名 多名 一名 前列名 域名 地名 品名 匿名 罪名 人名 以名 莫名 各名 几名",
			"层次 档次 首次 多次 历次 依次 再次 其次 名次 班次 批次 人次 场次 逐次 一次 每次 本次 此次 该次 几次 上次 下次 二次 频次 位次 主次 依次 梯次 年次 岁次 屡次 轮次 架次 这次 初次",
			"条件 文件 软件 硬件 案件 稿件 元件 零件 部件 邮件 证件 事件 信件 组件 构件 器件 附件 来件 急件 一件 每件 多件 备件 套件 要件 物件 配件 插件 各件 铸件 锻件 办件 件件 工件 阀件 管件 紧固件 原件 复印件 几件",
			"线条 链条 头条 一条 面条 教条 信条 多条 每条 各条 几条 枝条 柳条 条条 单条 萧条 白条",
			"审批 报批 分批 呈批 一批 首批 大批 多批 一大批 整批 每批 本批 各批 几批 获批 新批 批批 征批 小批", "篇篇 一篇 每篇 多篇 开篇 诗篇 长篇 单篇 鸿篇 各篇 几篇",
			"单位 岗位 地位 定位 部位 学位 职位 各位 席位 到位 品位 全方位 一位 多位 每位 首位 高位 在位 就位 让位 泊位 床位 摊位 档位 点位 水位 方位 车位 缺位 错位 越位 本位 主位 诸位 这位 几位 低位 铺位 工位",
			"每亩 亩亩 一亩 多亩",
			"个人 专人 工人 商人 法人 众人 他人 本人 负责人 带头人 发明人 申请人 代表人 联系人 主持人 责任人 人人 每人 多人 一人 万人 千人 军人 机器人 牵头人 经纪人 接班人 领路人 合伙人 投资人");

	/** What may not follow a unit that lost its number, because the two make a word. */
	private static final Words STARTING = Words.of(
			"家庭 家电 家具 家园 家乡 家长 家政 家属 家居 家禽 家畜 家族 家底 家门 家教 家业 家国 家喻 家中 家家 家训 家风 家访 家蚕 家用 家装 家纺", "项目 项下",
			"个人 个体 个性 个别 个案 个税 个子 个月 个个 个中 个展 个头",
			"名列 名称 名义 名誉 名录 名单 名片 名牌 名师 名校 名企 名优 名额 名次 名家 名医 名人 名特 名副 名为 名胜 名镇 名村 名城 名品 名茶 名誉 名气 名字 名册 名山",
			"人才 人均 人员 人民 人社 人工 人口 人大 人为 人物 人类 人力 人事 人士 人体 人格 人生 人文 人群 人心 人家 人人 人机 人身 人数 人居 人防 人气 人性 人选 人流 人脉 人们 人行 人才队伍 人力资源",
			"次序 次生 次年 次日 次要 次第 次月 次高", "户外 户籍 户口 户主 户均 户型 户户 户厕 户用", "条件 条例 条款 条约 条目 条形 条块 条线 条码 条理 条条 条文 条幅",
			"批复 批准 批评 批发 批量 批示 批次 批办 批阅 批驳 批判 批文", "件件 件套 件数", "亩均 亩产 亩亩", "篇章 篇幅 篇篇", "位于 位居 位列 位置 位次 位移", "次方 次之");

	/** What only a counted thing follows. */
	private static final Words BEFORE = Words
		.of("了 等 对 余 多 近 约 为 达 达到 共 有 至 到 过 — - － – 的 开展 完成 新增 组织 引进 培育 查处 举办 建设 组建 建立 建成 创建 认定 申报 推荐 获得 获批 征集 签订 帮助 服务 走访 深入 实施 参加 邀请 接待 召开 推广 选派 评选 发布 以开展 成立 超 超过 突破 不少于 不低于 共有 已有 现有 涉及 覆盖 带动 吸引 支持 遴选 区内 全区 全市 全县 全省 辖区 院 司 厂 心 校 学 园 等地");

	private static final Words COUNTING = Words
		.of("完成 共 有 认定 新增 引进 达 组织 培育 申报 备案 入库 获 审批 审核 建设 换证 验收 查处 举办 培训 推荐 立项 落实 成立 发展 累计 总数 招商 项目");

	/** What happens to what was counted. */
	private static final Words HAPPENED = Words.of("入选 入围 入库 获批 获得 获评 荣获 被评 被认 被列 列入 通过 评为 成功");

	private static final Words VAGUE_BEFORE = Words.of("超 过 上 近 破 百 千 十 几 数 每 多 余 两 万 亿 半 各 单位 以 按 计 几十 若干 整");

	private static final Words TRAIL = Words.of("以上 以下 左右 以内 及以上 上下");

	private static final String ENDS = "，,。；;、）)：:！？!?”\"》";

	private Holes() {
	}

	/** Where a unit that lost its digits ends, 0 where none starts here. */
	static int at(String text, int from, int at, int end, boolean stripped) {
		int vague = vague(text, from, at, end, stripped);
		if (vague > 0) {
			return vague;
		}
		char sign = text.charAt(at);
		boolean point = sign == '.' || sign == '．';
		if (point) {
			return pointed(text, from, at, end);
		}
		int length = SAFE.startingAt(text, at, end);
		if (length > 0 && isSafe(text, from, at, at + length, end)) {
			return at + length;
		}
		if (opensStatement(text, from, at, end)) {
			return at + 1;
		}
		if (!stripped) {
			return 0;
		}
		return bare(text, from, at, end);
	}

	/** Where the unit starts within what was found. */
	static int unit(String text, int at, int end) {
		int unit = at;
		while (unit < end - 1 && ".．多余—-－–".indexOf(text.charAt(unit)) >= 0) {
			unit++;
		}
		return unit;
	}

	/** ".亿元", "总数.%" after a word. */
	private static int pointed(String text, int from, int at, int end) {
		if (at <= from || !Sentences.isHan(text.charAt(at - 1)) || at + 1 >= end) {
			return 0;
		}
		int length = MeasureWords.at(text, at + 1, end);
		int big = BIG.startingAt(text, at + 1, end);
		return (Math.max(big, length) > 0) ? at + 1 + Math.max(big, length) : 0;
	}

	/** "近余人", "近多家", in a text without digits also "余家", "多万元", "—家". */
	private static int vague(String text, int from, int at, int end, boolean stripped) {
		char sign = text.charAt(at);
		if (at <= from || at + 1 >= end || "多余—-－–".indexOf(sign) < 0) {
			return 0;
		}
		int length = Math.max(BIG.startingAt(text, at + 1, end), MeasureWords.at(text, at + 1, end));
		if (length == 0) {
			return 0;
		}
		char before = text.charAt(at - 1);
		boolean word = sign == '多' || sign == '余';
		if (word && "近约超达共".indexOf(before) >= 0 && !text.startsWith("最近", Math.max(from, at - 2))) {
			return at + 1 + length;
		}
		if (word && SAFE.startingAt(text, at + 1, end) > 1 && Sentences.isHan(before)
				&& "其业盈剩许众诸很较更最增减".indexOf(before) < 0) {
			return at + 1 + length;
		}
		if (!stripped || !Sentences.isHan(before) || (word && before == '批')
				|| (sign == '余' && "其剩盈结业".indexOf(before) >= 0) || (sign == '多' && ("许众诸很较更最增减至".indexOf(before) >= 0
						|| length == 1 && BIG.startingAt(text, at + 1, end) == 0))) {
			return 0;
		}
		return (STARTING.startingAt(text, at + 1, end) > 0) ? 0 : at + 1 + length;
	}

	private static boolean isSafe(String text, int from, int at, int after, int end) {
		if (at <= from || !Sentences.isHan(text.charAt(at - 1)) || Numbers.isHanNumeral(text.charAt(at - 1))
				|| VAGUE_BEFORE.endingAt(text, from, at) > 0) {
			return false;
		}
		int last = after + TRAIL.startingAt(text, after, end);
		return last >= end || ENDS.indexOf(text.charAt(last)) >= 0;
	}

	/** "申报2项，项入选项目库": a unit that something happened to has lost its number. */
	private static boolean opensStatement(String text, int from, int at, int end) {
		return "项家件名户".indexOf(text.charAt(at)) >= 0 && at > from && "，,；;".indexOf(text.charAt(at - 1)) >= 0
				&& HAPPENED.startingAt(text, at + 1, end) > 0;
	}

	/** A unit without digits in a text that lost them. */
	private static int bare(String text, int from, int at, int end) {
		int big = BIG.startingAt(text, at, end);
		if (big > 0 && at > from && (Sentences.isHan(text.charAt(at - 1)) || text.charAt(at - 1) == '（')
				&& !Numbers.isHanNumeral(text.charAt(at - 1)) && VAGUE_BEFORE.endingAt(text, from, at) == 0) {
			return isOpen(text, at, big, end) ? at + big : 0;
		}
		if (SINGLE.indexOf(text.charAt(at)) < 0 || STARTING.startingAt(text, at, end) > 0) {
			return 0;
		}
		if (text.charAt(at) == '个' && text.startsWith("个百分点", at)) {
			return at + 4;
		}
		char before = (at > from) ? text.charAt(at - 1) : '。';
		boolean ends = at + 1 >= end || ENDS.indexOf(text.charAt(at + 1)) >= 0
				|| TRAIL.startingAt(text, at + 1, end) > 0 || text.charAt(at + 1) == '(' || text.charAt(at + 1) == '（'
				|| text.charAt(at + 1) == '余';
		if (ends) {
			return endsClause(text, from, at, before) ? at + 1 : 0;
		}
		if (!Sentences.isHan(text.charAt(at + 1))) {
			return 0;
		}
		boolean opens = "，,。；;、”".indexOf(before) >= 0;
		if (opens) {
			return (text.charAt(at) == '家' && text.charAt(at + 1) != '人') || before == '”' && text.charAt(at) == '个'
					? at + 1 : 0;
		}
		if (text.startsWith("等项", at - 1) || ENDING.endingAt(text, from, at + 1) > 0) {
			return 0;
		}
		return (BEFORE.endingAt(text, from, at) > 0) ? at + 1 : 0;
	}

	/** Whether a big unit ends something: "注册资本金万的", "扶持资金万元。" */
	private static boolean isOpen(String text, int at, int length, int end) {
		int last = at + length;
		if (text.charAt(at) == '万' && length == 1) {
			return last >= end || "的，,。；;、）)".indexOf(text.charAt(last)) >= 0;
		}
		return last >= end || "的无余".indexOf(text.charAt(last)) >= 0 || !Sentences.isHan(text.charAt(last));
	}

	private static boolean endsClause(String text, int from, int at, char before) {
		char unit = text.charAt(at);
		if (before == '（' || before == '(') {
			return unit == '家' || unit == '项' || unit == '个' || unit == '件';
		}
		if (!Sentences.isHan(before) && before != '”' && before != '）' && before != ')') {
			return isLatinWord(before) && (unit == '家' || unit == '项' || unit == '个');
		}
		if (unit == '位') {
			return false;
		}
		int ending = ENDING.endingAt(text, from, at + 1);
		if (ending == 0) {
			return true;
		}
		if (unit == '家' && text.startsWith("企业家", Math.max(from, at - 2))) {
			int clause = at;
			while (clause > from && at - clause < 40 && "，,。；;".indexOf(text.charAt(clause - 1)) < 0) {
				clause--;
			}
			return COUNTING.in(text, clause, at - 2);
		}
		return unit == '项' && text.startsWith("奖项", Math.max(from, at - 1)) && isListed(text, from, at);
	}

	/** Whether an item before in the list ends in the same unit: "基金项、进步奖项". */
	private static boolean isListed(String text, int from, int at) {
		for (int i = at - 1; i > from && at - i < 20; i--) {
			if (text.charAt(i) == '、') {
				return text.charAt(i - 1) == text.charAt(at);
			}
		}
		return false;
	}

	private static boolean isLatinWord(char sign) {
		return Numbers.isLatin(sign);
	}

}
