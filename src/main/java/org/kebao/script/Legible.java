package org.kebao.script;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was typed, without what nobody sees and no paper bears: marks that turn the
 * direction of writing, control marks, places of pictures, private-use characters and
 * what is no character at all. The one door every typed text goes through; what is
 * legible already comes out as it went in.
 */
public final class Legible {

	/** • of the font Symbol, as Word puts it before a point. */
	private static final int BULLET = 0xf0b7;

	/** The font Symbol keeps its characters under these numbers. */
	private static final int SYMBOLS_FROM = 0xf020;

	private static final int SYMBOLS_TO = 0xf0ff;

	/** Marks of which of its forms a character has: 葛 with one of them. */
	private static final int VARIANTS_FROM = 0xe0100;

	private static final int VARIANTS_TO = 0xe01ef;

	private static final int BLACK_FLAG = 0x1f3f4;

	private static final int NOTHING = -1;

	private static final Pattern BLANK = Pattern.compile("\\s");

	/** Characters GB 18030 kept among the private ones until Unicode had them. */
	private static final Map<Integer, Integer> NAMED_SINCE = Map.ofEntries(Map.entry(0xe816, 0x20087),
			Map.entry(0xe817, 0x20089), Map.entry(0xe818, 0x200cc), Map.entry(0xe81e, 0x9fb4),
			Map.entry(0xe826, 0x9fb5), Map.entry(0xe82b, 0x9fb6), Map.entry(0xe82c, 0x9fb7), Map.entry(0xe831, 0x215d7),
			Map.entry(0xe832, 0x9fb8), Map.entry(0xe83b, 0x2298f), Map.entry(0xe843, 0x9fb9), Map.entry(0xe854, 0x9fba),
			Map.entry(0xe855, 0x241fe), Map.entry(0xe864, 0x9fbb));

	private Legible() {
	}

	/** The text with one sort of line ends and nothing in it that cannot be seen. */
	public static String text(String typed) {
		int begin = firstStrange(typed);
		if (begin == typed.length()) {
			return typed;
		}
		StringBuilder text = new StringBuilder(typed.length()).append(typed, 0, begin);
		boolean lineBegins = typed.substring(typed.lastIndexOf('\n', begin - 1) + 1, begin).isBlank();
		int i = begin;
		while (i < typed.length()) {
			int sign = typed.codePointAt(i);
			int next = i + Character.charCount(sign);
			if (isSymbol(sign) && lineBegins) {
				// the blank behind a bullet goes with it
				next = afterBlanks(typed, next);
			}
			else if (sign != '\r' || next == typed.length() || typed.charAt(next) != '\n') {
				int told = isJoiner(sign) ? joined(text, typed, next, sign) : told(sign, text);
				if (told != NOTHING) {
					text.appendCodePoint(told);
					lineBegins = told == '\n' || lineBegins && isBlank(told);
				}
			}
			i = next;
		}
		return text.toString();
	}

	/** A name however wide its letters and however large its blanks. */
	public static String folded(String name) {
		return BLANK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
	}

	/** Where the first character stands that may not stay as it is. */
	private static int firstStrange(String typed) {
		int i = 0;
		while (i < typed.length()) {
			int sign = typed.codePointAt(i);
			if (sign != '\n' && sign != '\t' && (sign < 0x20 || sign > 0x7e) && !isPlain(sign)) {
				return i;
			}
			i += Character.charCount(sign);
		}
		return i;
	}

	private static boolean isPlain(int sign) {
		return switch (Character.getType(sign)) {
			case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> sign != 0xfffc && !isNoCharacter(sign) && !isIgnored(sign);
		};
	}

	/** What stands for a character, or NOTHING. */
	private static int told(int sign, StringBuilder before) {
		if (isPlain(sign) || sign == '\n' || sign == '\t' || isShown(sign) || isTag(sign) && followsFlag(before)) {
			return sign;
		}
		if (isLineEnd(sign)) {
			return '\n';
		}
		return (sign == BULLET) ? '·' : NAMED_SINCE.getOrDefault(sign, NOTHING);
	}

	/** What ends a line in one program or another: Word's soft break among them. */
	private static boolean isLineEnd(int sign) {
		return sign == '\r' || sign == 0x0b || sign == 0x0c || sign == 0x85 || sign == 0x2028 || sign == 0x2029;
	}

	private static boolean isNoCharacter(int sign) {
		return (sign & 0xfffe) == 0xfffe || sign >= 0xfdd0 && sign <= 0xfdef;
	}

	/**
	 * Letters that fill a place and show nothing, and numbers nobody has a character for,
	 * which Unicode (Default_Ignorable_Code_Point) has shown as nothing.
	 */
	private static boolean isIgnored(int sign) {
		return sign == 0x115f || sign == 0x1160 || sign == 0x3164 || sign == 0xffa0 || sign == 0x2065
				|| sign >= 0xfff0 && sign <= 0xfff8
				|| sign >= 0xe0000 && sign <= 0xe0fff && (sign < VARIANTS_FROM || sign > VARIANTS_TO);
	}

	private static boolean isSymbol(int sign) {
		return sign >= SYMBOLS_FROM && sign <= SYMBOLS_TO;
	}

	/** Marks of Mongolian and Arabic that are seen, by themselves or in their letters. */
	private static boolean isShown(int sign) {
		return sign == 0x180e || sign >= 0x600 && sign <= 0x605 || sign == 0x6dd;
	}

	private static boolean isTag(int sign) {
		return sign >= 0xe0020 && sign <= 0xe007f;
	}

	private static boolean followsFlag(StringBuilder before) {
		if (before.isEmpty()) {
			return false;
		}
		int last = before.codePointBefore(before.length());
		return last == BLACK_FLAG || isTag(last);
	}

	private static boolean isJoiner(int sign) {
		return sign == 0x200c || sign == 0x200d;
	}

	/**
	 * A joiner between two signs that it joins: the parts of an emoji, the letters of a
	 * script that is written together. Between Chinese characters, Latin letters and
	 * digits it joins nothing.
	 */
	private static int joined(StringBuilder before, String typed, int next, int sign) {
		boolean joins = !before.isEmpty() && next < typed.length() && isJoined(before.codePointBefore(before.length()))
				&& isJoined(typed.codePointAt(next));
		return joins ? sign : NOTHING;
	}

	private static boolean isJoined(int sign) {
		return isPlain(sign) && switch (Character.getType(sign)) {
			case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.MATH_SYMBOL, Character.NON_SPACING_MARK,
					Character.COMBINING_SPACING_MARK ->
				sign >= 0x300;
			case Character.OTHER_LETTER -> !Character.isIdeographic(sign);
			default -> false;
		};
	}

	private static int afterBlanks(String text, int at) {
		int next = at;
		while (next < text.length() && isBlank(text.charAt(next))) {
			next++;
		}
		return next;
	}

	private static boolean isBlank(int sign) {
		return sign == ' ' || sign == '\t' || sign == '\u3000' || sign == '\u00a0';
	}

}
