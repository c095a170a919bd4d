package org.kebao.intake;

import java.math.BigDecimal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a sheet shows of a number it stores.
 */
class NumberFormatTests {

	/** No built-in format. */
	private static final int OWN = 180;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			0!.0,"万元"                                             | 270062900 | 27006.3万元 | 27006.29
			0\\.0,"万元"                                            | 270062900 | 27006.3万元 | 27006.29
			0"."0,"万元"                                            | 270062900 | 27006.3万元 | 27006.29
			0!.0000                                                 | 27006     | 2.7006      | 2.7006
			#,##0.00,                                               | 1234567   | 1234.57     | 1234.567
			#,##0,                                                  | 1234567   | 1235        | 1234.567
			0,.00                                                   | 1234567   | 1234.57     | 1234.567
			0.00,,"亿"                                              | 270000000 | 270.00亿    | 270
			0!.00,,"亿元"                                           | 270062900 | 2.70亿元    | 2.700629
			0.00"亿元"                                              | 2.7       | 2.7亿元     | 2.7
			[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"   | 270062900 | 2.70亿元    | 2.700629
			[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"   | 27006     | 2.7万元     | 2.7006
			[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"   | 27        | 27元        | 27
			0.0,;-0.00,,                                            | -1234567  | -1.23       | -1.234567
			[$¥-804]#,##0.0,                                        | 1234567   | 1234.6      | 1234.567
			_ * #,##0.00,_ ;                                        | 1234567   | 1234.57     | 1234.567
			0.00[$万元-804]                                         | 5         | 5万元       | 5
			""")
	void whatIsSeenIsWhatTheSheetShows(String code, BigDecimal stored, String shown, BigDecimal amount) {
		NumberFormat.Seen seen = NumberFormat.of(OWN, code).seen(stored);
		assertThat(seen.rounded().toPlainString() + seen.unit()).isEqualTo(shown);
		assertThat(seen.amount()).isEqualByComparingTo(amount);
	}

	@ParameterizedTest
	@ValueSource(strings = { "General", "0", "0.00", "#,##0", "#,##0.00", "#,##0.00_);(#,##0.00)", "@", "¥#,##0.00",
			"[$¥-804]#,##0.00", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0.00E+00", "# ?/?", "[Red]0.00",
			"\"约\"0", "#,##0.00;[Red]-#,##0.00", "" })
	void anOrdinaryFormatShowsWhatIsStored(String code) {
		NumberFormat.Seen seen = NumberFormat.of(OWN, code).seen(new BigDecimal("1234.5"));
		assertThat(seen.amount()).isEqualByComparingTo("1234.5");
		assertThat(seen.unit()).isEmpty();
	}

	@Provide
	Arbitrary<String> codes() {
		return Arbitraries.strings().withChars("0#?.,;\"!\\[]>=1_*%元万亿E+-/@ ").ofMaxLength(30);
	}

	/** Whatever stands in a file, it is read. */
	@Property
	void noFormatIsTooStrange(@ForAll("codes") String code) {
		NumberFormat.of(OWN, code).seen(new BigDecimal("-1234567.5"));
		NumberFormat.of(OWN, code).seen(BigDecimal.ZERO);
	}

}
