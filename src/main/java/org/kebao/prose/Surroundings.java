package org.kebao.prose;

import java.util.List;

import org.kebao.script.Words;

/**
 * What a web page puts around a report: where it was found, who copied it, what else
 * there is to read. Only asked at the head and the tail of a text; in the middle 下载 and
 * 转载 are words like others.
 */
final class Surroundings {

	/** A line longer than this is a paragraph, whatever words it uses. */
	private static final int LONGEST_LINE = 160;

	/** Words a report does not use of itself. */
	private static final List<String> WORDS = List.of("本站", "小编", "免责声明", "网络整理", "欢迎阅读", "欢迎下载", "欢迎访问", "欢迎光临",
			"欢迎参考", "欢迎来到", "当前位置", "您的位置", "你的位置", "上一篇", "下一篇", "相关推荐", "相关文章", "相关阅读", "相关关键词", "相关热词", "精品推荐",
			"猜你喜欢", "为你推荐", "为您推荐", "推荐阅读", "热门推荐", "热门文章", "本文地址", "本文链接", "链接地址", "原文地址", "原文链接", "转载请", "转载分享",
			"转载自", "转载于", "转载时", "http://", "https://", "www.", "客服老师", "联系客服", "网站客服", "请联系", "文档编号", "珍藏版", "由会员",
			"互联网用户", "版权归", "版权所有", "版权问题", "网友上传", "网友提供", "广大网友", "网友整理", "责任编辑", "范文网", "资料文库", "文库网", "文库上", "文库 ",
			"温馨提示", "正文复制", "点击查看", "点击下载", "在线阅读", "下载本文", "下载文档", "本文由", "本文来自", "本文来源", "文章来源", "来源于网", "移动端:",
			"移动端：", "范例,", "范例，", "阅读全文", "查看全文", "素材库", "如有侵权", "侵权请", "涉嫌侵权", "扫一扫", "微信扫码", "您的支持", "学习参考", "仅供参考",
			"希望能帮", "希望对您", "希望对你", "希望能够帮", "分享借鉴", "点此注册", "预览结束", "预览已结束", "阅读已结束", "免费获取", "未完待续", "索引号");

	/** How a line about the page begins. */
	private static final List<String> BEGINNINGS = List.of("时间:", "时间：", "发布时间", "发布日期", "发表时间", "更新时间", "日期:", "日期：",
			"来源:", "来源：", "作者:", "作者：", "编辑:", "编辑：", "导语:", "导语：", "前言:本", "前言：本", "浏览", "阅读次数", "阅读:", "字体", "标签:",
			"标签：", "关键词:", "关键词：", "分类:", "分类：", "栏目:", "栏目：", "ID:", "大小:", "大小：", "页数:", "页数：", "格式:", "格式：", "上传",
			"收藏", "分享", "打印", "点击数", "点击次数", "文号:", "索引号", "网站:", "网站：", "编号:", "下载", "首页", "发布机构", "信息来源", "本文共",
			"TAG", "tag", "Tags");

	/** What stands alone over a list of other texts. */
	private static final List<String> LIST_TITLES = List.of("精品推荐", "相关推荐", "相关文章", "相关阅读", "推荐阅读", "猜你喜欢", "为你推荐",
			"为您推荐", "热门推荐", "热门文章", "相关热词", "延伸阅读", "最新文章", "拓展阅读", "相关范文", "推荐文章", "大家都在看", "您可能感兴趣", "你可能感兴趣",
			"相关资料");

	private Surroundings() {
	}

	/** Whether a line at the head or tail speaks of the page and not of the work. */
	static boolean holds(String line) {
		if (line.length() > LONGEST_LINE) {
			return false;
		}
		return BEGINNINGS.stream().anyMatch(line::startsWith) || WORDS.stream().anyMatch(line::contains)
				|| line.contains(" > ") || line.contains(" >> ") || line.contains("»") || isTableRow(line);
	}

	/** "索引号： | 1134 | 发布机构： | 某局 |" */
	private static boolean isTableRow(String line) {
		return line.chars().filter((sign) -> sign == '|').count() >= 2;
	}

	/** Whether everything from here on is a list of other texts. */
	static boolean begins(String line) {
		return line.length() <= 14
				&& LIST_TITLES.stream().anyMatch((title) -> line.startsWith(title) || line.endsWith(title));
	}

}
