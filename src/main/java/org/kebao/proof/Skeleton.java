package org.kebao.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a sentence without its numbers, its marks and the words that change
 * with a number: it stays the same whatever is mended or bound in it.
 */
final class Skeleton {

	private static final Pattern VARYING = Pattern.compile("增长|增加|提高|提升|上升|上涨|扩大|下降|减少|降低|回落|下滑|缩减|压减|净增|翻番"
			+ "|基本持平|持平|同比|环比|百分点|大约|大概|约为|约有|约占|约达|将近|接近|超过|超出|突破|不少于|不低于|不超过|不多于|至少|最少|最多"
			+ "|左右|上下|以上|以下|以内|之多|预计|[〇零一二两三四五六七八九十百千万亿元余多几约近超逾增升降减翻番倍个]|[^\\p{L}]");

	private static final int FULL_WIDTH = 0xFEE0;

	private final String letters;

	/** How many of the letters stand before an offset. */
	private final int[] before;

	private Skeleton(String letters, int[] before) {
		this.letters = letters;
		this.before = before;
	}

	static Skeleton of(String sentence) {
		String text = narrow(sentence);
		StringBuilder letters = new StringBuilder();
		int[] before = new int[text.length() + 1];
		Matcher varying = VARYING.matcher(text);
		int at = 0;
		while (at < text.length()) {
			boolean found = varying.find(at);
			int end = found ? varying.start() : text.length();
			while (at < end) {
				before[at] = letters.length();
				letters.append(text.charAt(at++));
			}
			end = found ? varying.end() : end;
			while (at < end) {
				before[at++] = letters.length();
			}
		}
		before[at] = letters.length();
		return new Skeleton(letters.toString(), before);
	}

	/** Character by character, so that offsets stay. */
	private static String narrow(String text) {
		StringBuilder narrow = new StringBuilder(text);
		for (int i = 0; i < text.length(); i++) {
			char sign = text.charAt(i);
			if (sign >= '！' && sign <= '～') {
				narrow.setCharAt(i, (char) (sign - FULL_WIDTH));
			}
		}
		return narrow.toString();
	}

	String letters() {
		return this.letters;
	}

	int before(int offset) {
		return this.before[Math.min(offset, this.before.length - 1)];
	}

}
