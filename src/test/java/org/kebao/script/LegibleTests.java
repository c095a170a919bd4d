package org.kebao.script;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LegibleTests {

	/** Every kind of what may reach neither database nor paper, and its neighbours. */
	private static final String[] PIECES = { "科技", "2.7", "亿", " ", "　", "\n", "\r", "\t", "\u0000", "\u0007", "\u000b",
			"\u000c", "\u001b", "\u007f", "\u0085", "\u009f", "\u00ad", "\u061c", "\u200b", "\u200c", "\u200d",
			"\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202d", "\u202e", "\u2060", "\u2063", "\u2066",
			"\u2069", "\u206f", "\ufeff", "\ufffc", "\ufffe", "\uffff", "\ufdd0", "\ufdef", "\uf0b7", "\uf0a7",
			"\ue000", "\uf8ff", "\ue81e", "\ud800", "\udc00", "\ud83d", "😀", "👩", "👍🏽", "𠮷", "\udb80\udc00",
			"\udbff\udfff", "\udb40\udc67", "🏴", "e\u0301", "\u2065", "\u3164", "\u115f", "\uffa0", "\ufff5",
			"\udb40\udc00", "\udb40\uddf0", "葛\udb40\udd00", "ئ", "ᠠ\u180e", "\ufe0f", "{{专利申请量}}" };

	@Provide
	Arbitrary<String> typed() {
		return Arbitraries.oneOf(Arbitraries.of(PIECES).list().ofMaxSize(12).map((parts) -> String.join("", parts)),
				Arbitraries.strings()
					.all()
					.ofMaxLength(40)
					// those that were named since are looked at by themselves
					.filter((text) -> text.chars().noneMatch((sign) -> sign >= 0xe816 && sign <= 0xe864)));
	}

	@Property
	void nothingUnseenIsLeft(@ForAll("typed") String typed) {
		String text = Legible.text(typed);
		text.codePoints().forEach((sign) -> {
			assertThat(sign).as("U+%04X", sign)
				.matches((one) -> one == '\n' || one == '\t' || !Character.isISOControl(one))
				.matches((one) -> Character.getType(one) != Character.PRIVATE_USE
						&& Character.getType(one) != Character.SURROGATE)
				.matches((one) -> (one & 0xfffe) != 0xfffe && (one < 0xfdd0 || one > 0xfdef) && one != 0xfffc)
				.matches((one) -> one != 0xad && one != 0x61c && one != 0xfeff && one != 0x200b)
				.matches((one) -> (one < 0x200e || one > 0x200f) && (one < 0x2028 || one > 0x202e)
						&& (one < 0x2060 || one > 0x206f))
				.matches((one) -> !fills(one));
		});
		assertThat(Legible.text(text)).as("what is legible stays").isEqualTo(text);
	}

	@Property
	void whatIsSeenStaysInItsOrder(@ForAll("typed") String typed) {
		String seen = seen(typed);
		assertThat(seen(Legible.text(typed))).isEqualTo(seen);
	}

	/** Letters without a face. */
	private static boolean fills(int sign) {
		return sign == 0x115f || sign == 0x1160 || sign == 0x3164 || sign == 0xffa0;
	}

	private static String seen(String text) {
		return text.codePoints()
			.filter((sign) -> Character.isDefined(sign) && Character.isLetterOrDigit(sign)
					|| Character.getType(sign) == Character.OTHER_SYMBOL && sign != 0xfffc)
			.filter((sign) -> sign != 0x9fb4 && !fills(sign))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "　　两个全角空格", "👩‍🔬 和 👨‍👩‍👧‍👦", "❤️‍🔥",
			"🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f", "𠮷野家", "e\u0301", "a\tb\nc",
			"R&D ≥ 3%", "№ 1 · 甲", "ქართ", "می\u200cخواهم", "ᠠ\u180eᠠ", "葛\udb40\udd00", "•", "\u00a0" })
	void ordinaryTextIsLeftAlone(String text) {
		assertThat(Legible.text(text)).isEqualTo(text);
	}

	@Test
	void aMarkOfDirectionTurnsNoFigure() {
		assertThat(Legible.text("成交额\u202e86.4\u202c亿元")).isEqualTo("成交额86.4亿元");
		assertThat(Legible.text("\ufeff2\u200b.\u20607亿\u00ad")).isEqualTo("2.7亿");
		assertThat(Legible.text("高\u200d新\u200c技术")).isEqualTo("高新技术");
		assertThat(Legible.text("😀\u200d\ufffc")).as("joined to what is no sign").isEqualTo("😀");
	}

	@Test
	void whatEndsALineInAnotherProgramEndsOneHere() {
		assertThat(Legible.text("一\r\n二\r三\u000b四\u2028五\u2029六\u0085七")).isEqualTo("一\n二\n三\n四\n五\n六\n七");
	}

	@Test
	void aBulletOfSymbolIsNoText() {
		assertThat(Legible.text("\uf0b7 抓平台\n　　\uf0d8\t抓人才")).isEqualTo("抓平台\n　　抓人才");
		assertThat(Legible.text("甲\uf0b7乙")).isEqualTo("甲·乙");
		assertThat(Legible.text("图\ufffc在此")).isEqualTo("图在此");
	}

	@Test
	void aCharacterThatWasPrivateOnceIsTheOneItIsNow() {
		assertThat(Legible.text("\ue81e\ue000")).isEqualTo("\u9fb4");
	}

	@Test
	void aLongTextOfStrangersIsReadInOneWay() {
		String typed = " ".repeat(50_000) + "\uf0b7".repeat(50_000) + "\ud800\u200d".repeat(50_000);
		assertThat(Legible.text(typed)).isBlank();
	}

}
