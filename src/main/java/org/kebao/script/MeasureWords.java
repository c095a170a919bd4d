package org.kebao.script;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 量词和单位: the units office prose counts and measures in.
 */
public final class MeasureWords {

	private static final String MONEY = "元 万元 亿元 美元 港元 欧元 日元 英镑 元人民币 块钱 万 亿 万亿 个亿";

	private static final String RELATIVE = "% ％ ‰ 个百分点 百分点 倍 番 成";

	private static final String COUNTS = "项 个 家 件 人 人年 名 位 户 册 次 场 场次 人次 家次 户次 件次 台次 车次 班次 架次 列次 趟次 艘次 亩次 批 批次 期 条 台 套 台套 台/套 支 篇 部 门 类 种 尾 株 头 只 羽 匹 "
			+ "场（次） 场(次) 人（次） 人(次) 家（次） 家(次) 批（次） 批(次) 台（套） 台(套) "
			+ "棵 盆 盏 笔 份 所 座 处 间 辆 列 艘 架 幅 张 块 枚 颗 根 本 副 对 组 班 轮 例 宗 起 款 面 栋 幢 口 课时 学时 人天 分 箱 节 堂 垧";

	private static final String SIZES = "亩 公顷 平方米 平方公里 平方千米 ㎡ m2 m² 平米 米 公里 千米 厘米 毫米 延米 立方米 m³ 吨 公斤 千克 克 毫克 微克 kg g 斤 担 升 毫升 公升 t km m "
			+ "千瓦 千瓦时 兆瓦 吉瓦 兆瓦时 吉瓦时 kW KW MW GW kWh 度 度电 千伏 吨标准煤 吨标煤 吨公里 芯千米 芯公里 标箱 标准箱 TB GB PB MB 天 小时 分钟 秒 个工作日 工作日 ℃ 摄氏度";

	private static final Words ALL = Words.of(MONEY, RELATIVE, COUNTS, SIZES);

	private static final Words COUNTED = Words.of(COUNTS);

	/** What may not follow, because the two make another word. */
	private static final Map<String, String> NOT_BEFORE = Map.ofEntries(Map.entry("人", "才均员民社工口大行为物类力事士体格生文制"),
			Map.entry("名", "列称义誉录单片牌师校"), Map.entry("位", "居列于次置数"), Map.entry("列", "入为举出席"), Map.entry("次", "序产生之于方"),
			Map.entry("项", "目"), Map.entry("个", "月年季税体性别案百星学"), Map.entry("期", "间末内望货"), Map.entry("台", "阶湾州风"),
			Map.entry("场", "所馆地景面内外"), Map.entry("部", "门委署长分队级省属局办"), Map.entry("类", "似别型"), Map.entry("种", "子植业养畜苗"),
			Map.entry("条", "件例款约"), Map.entry("本", "级市地年省县区科月次报"), Map.entry("所", "有在属得以谓"), Map.entry("户", "均籍外口"),
			Map.entry("元", "旦器件素"), Map.entry("米", "粉兰"), Map.entry("亩", "均产"), Map.entry("处", "理于置级长在罚"),
			Map.entry("份", "额以"), Map.entry("支", "持行撑出付部柱"), Map.entry("只", "有能要是"), Map.entry("间", "接隔"),
			Map.entry("天", "然津地府下气上"), Map.entry("座", "谈席"), Map.entry("套", "餐利"), Map.entry("面", "积向对临貌试八"),
			Map.entry("头", "部等"), Map.entry("株", "洲"), Map.entry("门", "户类店诊"), Map.entry("对", "外口接于比照"),
			Map.entry("起", "步来草始到"), Map.entry("组", "织成建合"), Map.entry("班", "子级长"), Map.entry("节", "能约水"),
			Map.entry("口", "岸径"), Map.entry("分", "别之类中公管局院散布析享"), Map.entry("款", "项"), Map.entry("成", "为功都果立员本长效熟绩交"),
			Map.entry("方", "面式案"), Map.entry("车", "间站辆"), Map.entry("轮", "岗换"), Map.entry("例", "如会"),
			Map.entry("根", "据本"), Map.entry("张", "家"), Map.entry("块", "链"), Map.entry("幅", "度"),
			Map.entry("批", "准复发示评"), Map.entry("件", "套"), Map.entry("担", "保任当"), Map.entry("升", "级至到"),
			Map.entry("克", "服"), Map.entry("篇", "章"), Map.entry("万", "众向里能"), Map.entry("m", "²"), Map.entry("倍", "增加"),
			Map.entry("度", "假过夏"));

	/**
	 * Measure words that count the same; 人次 and 人, 家次 and 家, 户 and 人 never do (domain
	 * handbook §2.2).
	 */
	private static final Map<String, String> COUNTING = Stream
		.of(Map.entry("个", "家 个 项 件 所 座 处 宗 起 例 笔 种 台 套 条 篇 部 只 支"), Map.entry("人", "人 名 位"),
				Map.entry("场次", "场 场次 次 期"), Map.entry("平方米", "平方米 平米 ㎡ m²"), Map.entry("%", "% ％"))
		.flatMap((counting) -> Stream.of(counting.getValue().split(" "))
			.map((word) -> Map.entry(word, counting.getKey())))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private MeasureWords() {
	}

	/** How long the unit is that starts here, 0 where none does. */
	public static int at(String text, int at, int end) {
		int length = ALL.startingAt(text, at, end);
		if (length == 0) {
			return 0;
		}
		String unit = text.substring(at, at + length);
		String not = NOT_BEFORE.get(unit);
		if (not != null && at + length < end && not.indexOf(text.charAt(at + length)) >= 0) {
			return 0;
		}
		if (Numbers.isLatin(text.charAt(at + length - 1)) && at + length < end
				&& Numbers.isLatin(text.charAt(at + length))) {
			return 0;
		}
		return length;
	}

	/** The same with its 万 and 亿, alone or before another unit: 万户, 亿, 万亿元. */
	public static int scaledAt(String text, int at, int end) {
		int length = at(text, at, end);
		boolean bare = length > 0 && unscaled(text.substring(at, at + length)).isEmpty();
		return bare ? length + at(text, at + length, end) : length;
	}

	public static boolean isMoney(String unit) {
		return unit.endsWith("元") || unit.endsWith("万") || unit.endsWith("亿") || unit.endsWith("元人民币")
				|| unit.endsWith("英镑") || unit.endsWith("块钱");
	}

	public static boolean isShare(String unit) {
		return unit.equals("%") || unit.equals("‰") || unit.equals("成");
	}

	public static boolean isPoints(String unit) {
		return unit.endsWith("百分点");
	}

	/** Whether it says how many times something is something else. */
	public static boolean isTimes(String unit) {
		return unit.equals("倍") || unit.equals("番");
	}

	/** Whether it can only compare: a share, points, times. */
	public static boolean isRelative(String unit) {
		return isShare(unit) || isPoints(unit) || isTimes(unit);
	}

	/** Whether things are counted in it, as opposed to measured. */
	public static boolean isCount(String unit) {
		String base = base(unit);
		return COUNTED.startingAt(base, 0, base.length()) == base.length() && !base.isEmpty();
	}

	/** What is measured in a unit of any size; a bare 万 or 亿 is of 元. */
	public static String base(String unit) {
		String base = unscaled(unit);
		return (base.isEmpty() && !unit.isEmpty()) ? "元" : base;
	}

	/** The unit without its 万 and 亿. */
	public static String unscaled(String unit) {
		return unit.substring(scaleEnd(unit));
	}

	/** By which power of ten a unit is larger than the one without its 万 and 亿. */
	public static int power(String unit) {
		return unit.substring(0, scaleEnd(unit)).chars().map((sign) -> (sign == '万') ? 4 : 8).sum();
	}

	/**
	 * By which power of ten an amount in the one unit is larger than in the other, which
	 * may be one per something: 件/万人.
	 * @return nothing where the one cannot be told in the other
	 */
	public static OptionalInt power(String unit, String other) {
		String ofOne = other.contains("/") ? other.substring(0, other.indexOf('/')) : other;
		String one = unscaled(unit);
		if (unit.equals(other)) {
			return OptionalInt.of(0);
		}
		return (one.isEmpty() || counting(one).equals(counting(unscaled(ofOne))))
				? OptionalInt.of(power(unit) - power(ofOne)) : OptionalInt.empty();
	}

	private static String counting(String unit) {
		return COUNTING.getOrDefault(unit, unit);
	}

	private static int scaleEnd(String unit) {
		int end = 0;
		while (end < unit.length() && (unit.charAt(end) == '万' || unit.charAt(end) == '亿')) {
			end++;
		}
		return end;
	}

}
