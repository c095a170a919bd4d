package org.kebao.script;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is read: in simplified characters, without the pinyin notes that some web
 * pages put behind every third character ("服務(wù)扶持", domain handbook §5) and without the
 * line breaks a page of print put into its sentences, with the way back to the text as it
 * was given. An ordinary text is taken as it stands.
 */
public final class Script {

	/**
	 * The traditional characters office prose uses most, none of them also a simplified
	 * one: enough to notice such a text without the tables of the transliterator.
	 */
	private static final String TELLING = "來個傳優內別創劃動務勢勵區協參員國圍園堅報場學實審將專對導師帶幫廣強從徹態應戰揮撐擺斷時會業極構標樹機權"
			+ "決減測準濟災為營爭獎現產當發監確礎種積級組結絡統經綜網緊線練縣總織繞繼續聯臺與興術補見規視觀計設詢試認語調識議財貫資轉輻農進過鄉鍵門開間"
			+ "關隊際難電項預領頭類養驅驗體點龍後們這說裡於東車長書馬風飛魚鳥麥齊無萬億號稱條幹華選達運還邊連遠適";

	private static final int MOST_PAGES = 200;

	private static final int SHORTEST_PAGE = 120;

	/** Shapes of characters that scanners and other scripts put in. */
	private static final String VARIANTS = "髙増歩査毎産";

	private static final String STANDARD = "高增步查每产";

	private static final Set<String> INITIALS = Set.of("", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j",
			"q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w");

	private static final Set<String> FINALS = Set.of("a", "o", "e", "i", "u", "v", "ai", "ei", "ui", "ao", "ou", "iu",
			"ie", "ue", "ve", "er", "an", "en", "in", "un", "ang", "eng", "ing", "ong", "ia", "iao", "ian", "iang",
			"iong", "ua", "uo", "uai", "uan", "uang");

	/** The longest syllable with its brackets, its accents taken apart. */
	private static final int LONGEST_NOTE = 9;

	/** Fewer notes than these are a writer's own brackets: "人员(a)". */
	private static final int FEWEST_NOTES = 8;

	private final String given;

	private final String text;

	/**
	 * Offset in the given text of every sign and of the end; null where it is the same.
	 */
	private final int @Nullable [] origins;

	private final boolean simplified;

	private Script(String given, String text, int @Nullable [] origins, boolean simplified) {
		this.given = given;
		this.text = text;
		this.origins = origins;
		this.simplified = simplified;
	}

	public static Script read(String given) {
		boolean traditional = isTraditional(given);
		int[] notes = notes(given);
		Span[] pages = pages(given);
		int[] wraps = (pages.length > 0) ? new int[0] : Sentences.wraps(given);
		if (!traditional && notes.length == 0 && wraps.length == 0 && pages.length == 0 && !holdsVariants(given)) {
			return new Script(given, given, null, false);
		}
		StringBuilder text = new StringBuilder(given.length());
		int[] origins = new int[given.length() + 1];
		int next = 0;
		int wrap = 0;
		int page = 0;
		for (int i = 0; i < given.length(); i++) {
			if (page < pages.length && pages[page].offset() == i) {
				i = pages[page].end() - 1;
				page++;
				continue;
			}
			if (wrap < wraps.length && wraps[wrap] == i) {
				wrap++;
				continue;
			}
			if (next < notes.length && notes[next] == i) {
				i = noteEnd(given, i) - 1;
				next++;
				continue;
			}
			origins[text.length()] = i;
			char sign = variant(given.charAt(i));
			text.append(traditional ? Simplified.of(sign) : sign);
		}
		origins[text.length()] = given.length();
		return new Script(given, text.toString(), Arrays.copyOf(origins, text.length() + 1), traditional);
	}

	/**
	 * The marks "1、", "2、" … that some collections put before each page, with the breaks
	 * before them: every line has one, and none begins a sentence.
	 */
	private static Span[] pages(String given) {
		List<Span> lines = given.stripLeading().startsWith("1、") ? Sentences.paragraphs(given) : List.of();
		if (lines.size() < 2 || lines.size() > MOST_PAGES) {
			return new Span[0];
		}
		Span[] pages = new Span[lines.size()];
		for (int i = 0; i < pages.length; i++) {
			Span line = lines.get(i);
			String mark = (i + 1) + "、";
			char before = (i == 0) ? '的' : given.charAt(lines.get(i - 1).end() - 1);
			if (!given.startsWith(mark, line.offset()) || !Sentences.isHan(before) && "，,、“（(".indexOf(before) < 0
					|| i + 1 < pages.length && line.length() < SHORTEST_PAGE) {
				return new Span[0];
			}
			pages[i] = Span.between((i == 0) ? line.offset() : lines.get(i - 1).end(), line.offset() + mark.length());
		}
		return pages;
	}

	private static boolean holdsVariants(String given) {
		for (int i = 0; i < given.length(); i++) {
			if (VARIANTS.indexOf(given.charAt(i)) >= 0) {
				return true;
			}
		}
		return false;
	}

	/** The character a variant of another shape stands for. */
	private static char variant(char sign) {
		int at = VARIANTS.indexOf(sign);
		return (at < 0) ? sign : STANDARD.charAt(at);
	}

	/** What is read. */
	public String text() {
		return this.text;
	}

	/** Whether it is the text as it was given. */
	public boolean isAsGiven() {
		return this.origins == null && !this.simplified;
	}

	/** The stretch of the given text that a stretch of the read one stands for. */
	public Span given(Span span) {
		if (this.origins == null) {
			return span;
		}
		int start = this.origins[span.offset()];
		int end = this.origins[span.end()];
		while (end > start && Sentences.isBreak(this.given.charAt(end - 1))) {
			end--;
		}
		return Span.between(start, end);
	}

	/** The stretch that is read for a stretch of the given text. */
	public Span read(Span span) {
		return (this.origins == null) ? span
				: Span.between(read(this.origins, span.offset()), read(this.origins, span.end()));
	}

	private static int read(int[] origins, int given) {
		int at = Arrays.binarySearch(origins, given);
		return (at >= 0) ? at : -at - 1;
	}

	private static boolean isTraditional(String given) {
		int telling = 0;
		int han = 0;
		for (int i = 0; i < given.length(); i++) {
			if (Sentences.isHan(given.charAt(i))) {
				han++;
				if (Telling.holds(given.charAt(i))) {
					telling++;
				}
			}
		}
		return telling >= 2 && telling * 50L >= han;
	}

	/** Where the pinyin notes begin; none where there are few or any is no syllable. */
	private static int[] notes(String given) {
		int[] notes = new int[FEWEST_NOTES];
		int count = 0;
		int others = 0;
		for (int i = 1; i < given.length(); i++) {
			char sign = given.charAt(i);
			if ((sign != '(' && sign != '（') || !Sentences.isHan(given.charAt(i - 1))) {
				continue;
			}
			int end = noteEnd(given, i);
			if (end < 0) {
				continue;
			}
			if (!isSyllable(given.substring(i + 1, end - 1))) {
				others++;
				continue;
			}
			if (count == notes.length) {
				notes = Arrays.copyOf(notes, 2 * count);
			}
			notes[count++] = i;
		}
		return (count >= FEWEST_NOTES && others * 20L <= count) ? Arrays.copyOf(notes, count) : new int[0];
	}

	/** The end of a bracket that holds a short word in Latin letters, or -1. */
	private static int noteEnd(String given, int open) {
		for (int i = open + 1; i < given.length() && i - open <= LONGEST_NOTE; i++) {
			char sign = given.charAt(i);
			if (sign == ')' || sign == '）') {
				return (i > open + 1) ? i + 1 : -1;
			}
			boolean latin = Character.isLetter(sign) && !Sentences.isHan(sign);
			if (!latin && Character.getType(sign) != Character.NON_SPACING_MARK) {
				return -1;
			}
		}
		return -1;
	}

	private static boolean isSyllable(String word) {
		StringBuilder letters = new StringBuilder();
		String apart = Normalizer.normalize(word, Normalizer.Form.NFD).replace("u\u0308", "v");
		for (int i = 0; i < apart.length(); i++) {
			char sign = apart.charAt(i);
			if (sign >= 'a' && sign <= 'z') {
				letters.append(sign);
			}
			else if (Character.getType(sign) != Character.NON_SPACING_MARK) {
				return false;
			}
		}
		for (int initial = 0; initial <= 2 && initial < letters.length(); initial++) {
			if (INITIALS.contains(letters.substring(0, initial)) && FINALS.contains(letters.substring(initial))) {
				return true;
			}
		}
		return false;
	}

	/** The telling characters, at hand. */
	private static final class Telling {

		private static final long[] BITS = new long[(0xa000 - 0x4e00) / 64];

		static {
			TELLING.chars().forEach((sign) -> BITS[(sign - 0x4e00) >> 6] |= 1L << (sign - 0x4e00));
		}

		static boolean holds(char sign) {
			int at = sign - 0x4e00;
			return at >= 0 && at < BITS.length * 64 && (BITS[at >> 6] & (1L << at)) != 0;
		}

	}

	/**
	 * Character by character, so that offsets stay; what has been asked once is
	 * remembered. Loaded with the first traditional text.
	 */
	private static final class Simplified {

		private static final Transliterator TABLE = Transliterator.getInstance("Traditional-Simplified");

		/** Two threads that ask for the same sign write the same answer. */
		private static final char[] KNOWN = new char[0xa000 - 0x4e00];

		static char of(char sign) {
			int at = sign - 0x4e00;
			// 著 is a character of its own in 显著 and 著名 and seldom stands for 着
			if (at < 0 || at >= KNOWN.length || sign == '著') {
				return sign;
			}
			if (KNOWN[at] == 0) {
				String simplified = TABLE.transliterate(String.valueOf(sign));
				KNOWN[at] = (simplified.length() == 1) ? simplified.charAt(0) : sign;
			}
			return KNOWN[at];
		}

	}

}
