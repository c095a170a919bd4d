package org.kebao.proof;

import java.util.List;
import java.util.stream.Stream;

import org.kebao.binding.Stated;
import org.kebao.binding.TokenPlace;
import org.kebao.binding.Trouble;
import org.kebao.mention.Misprint;

/**
 * What is wrong with the tokens of a text: they state nothing, or something else than the
 * table where they stand.
 */
final class TokenProof {

	private TokenProof() {
	}

	static List<Finding> findings(ExaminedText sighting) {
		return Stream
			.concat(sighting.passage().printed().troubles().stream().map((place) -> trouble(sighting, place)),
					sighting.passage().misprints().stream().map((misprint) -> misprint(sighting, misprint)))
			.toList();
	}

	private static Finding trouble(ExaminedText sighting, TokenPlace place) {
		String typed = place.token().span().of(sighting.source());
		String why = (place.trouble() == Trouble.UNPAIRED) ? "大括号没有配对，指标没有写完"
				: place.printed().of(sighting.text()).replaceAll((place.code() != null) ? "^〔[^：]*：|〕$" : "[〔〕]", "");
		String instruction = switch (place.trouble()) {
			case BLANK -> "请先在“主要指标”里填上这个数，或把这里改成文字";
			case UNPAIRED -> "指标写成 {{指标名称}}；不是指标的，请删去大括号";
			default -> "请改成指标目录里有的指标和写法，或改成文字";
		};
		return sighting.finding(ProseCheck.TOKEN, place.printed(), "“%s”：%s".formatted(typed, why))
			.instruction(instruction)
			.on((basis) -> basis.value("token", typed, why, place.trouble().name()))
			.build();
	}

	/** A digit, a 万 or an 亿 beside a token makes of the table's amount another one. */
	private static Finding misprint(ExaminedText sighting, Misprint misprint) {
		TokenPlace place = misprint.place();
		String typed = place.token().span().of(sighting.source());
		String printed = misprint.span().of(sighting.text());
		Stated stated = place.stated();
		String right = (stated != null) ? "应是" + stated.print() : "前后多写了数字或单位";
		return sighting.finding(ProseCheck.TOKEN, misprint.span(), "“%s”在这里印成“%s”，%s".formatted(typed, printed, right))
			.instruction("请删去指标前后多写的数字、“万”“亿”或单位，或把这里改成文字")
			.on((basis) -> basis.value("token", typed, printed, printed))
			.build();
	}

}
