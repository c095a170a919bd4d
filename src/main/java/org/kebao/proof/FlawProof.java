package org.kebao.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.lint.Flaw;

/**
 * What a text betrays by itself, as findings: each, or where it is how something is
 * written, once for a text.
 */
final class FlawProof {

	private FlawProof() {
	}

	/**
	 * Those that are no matter of style, in their order.
	 * @param most how many
	 */
	static List<Finding> findings(ExaminedText sighting, List<Flaw> flaws, int most) {
		return flaws.stream()
			.filter((flaw) -> flaw.kind().weight() != Flaw.Weight.STYLE && ProseCheck.of(flaw.kind()) != null)
			.limit(most)
			.map((flaw) -> finding(sighting, Optional.ofNullable(ProseCheck.of(flaw.kind())).orElseThrow(), flaw))
			.toList();
	}

	private static Finding finding(ExaminedText sighting, ProseCheck check, Flaw flaw) {
		ExaminedText.Draft finding = sighting.finding(check, flaw.span(), flaw.message());
		if (check == ProseCheck.SUM) {
			finding.against(new Spot.Against("分项", "总数对：去改分项", ""));
		}
		return finding.instruction(check.instruction())
			.on((basis) -> basis.numbers("text", "文中", flaw.message()))
			.mend(Optional.ofNullable(flaw.mend())
				.or(() -> (check == ProseCheck.SUM) ? Optional.of(sum(sighting, flaw)) : Optional.empty())
				.filter((mend) -> check != ProseCheck.SUM || sighting.takes(flaw.span(), mend))
				.orElse(""))
			.build();
	}

	/** The whole its parts make, in its own words; "" where one of them is larger. */
	private static String sum(ExaminedText sighting, Flaw flaw) {
		return sighting.whole(flaw.span()).map(Wording::new).flatMap(Wording::sum).orElse("");
	}

	/** How it is written is told once for a text, and mended at once. */
	static List<Finding> style(ExaminedText sighting, List<Flaw> flaws) {
		return flaws.stream()
			.filter((flaw) -> flaw.kind().weight() == Flaw.Weight.STYLE)
			.filter((flaw) -> flaw.span().length() > 0 && !sighting.passage().printed().isBound(flaw.span()))
			.collect(Collectors.groupingBy(Flaw::kind, LinkedHashMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map((group) -> style(sighting, group.getKey(), group.getValue()))
			.toList();
	}

	/** All flaws of one sort as one finding. */
	private static Finding style(ExaminedText sighting, Flaw.Kind kind, List<Flaw> flaws) {
		List<Spot.Edit> edits = flaws.stream().flatMap((flaw) -> Stream.ofNullable(edit(sighting, flaw))).toList();
		Flaw first = flaws.get(0);
		String message = (flaws.size() == 1) ? first.message()
				: (kind == Flaw.Kind.PUNCTUATION) ? "%d 处半角标点，应为全角".formatted(flaws.size())
						: "%d 处%s，如：%s".formatted(flaws.size(), label(kind), first.message());
		boolean single = flaws.size() == 1 && !edits.isEmpty();
		Basis basis = Basis.of(ProseCheck.STYLE.code(), "")
			.value("text", "文字", "", Basis.digest(Stream.of(sighting.source())));
		return new Finding(
				"%s.%s".formatted(ProseCheck.STYLE.code(),
						Basis.digest(Stream.of(kind.name(), sighting.passage().field()))),
				ProseCheck.STYLE.code(), ProseCheck.STYLE.title(), ProseCheck.STYLE.severity(), List.of(), message,
				instruction(kind), basis,
				sighting.spot(first.span(), single ? edits.get(0).text() : null, null, edits, null, null));
	}

	private static Spot.@Nullable Edit edit(ExaminedText sighting, Flaw flaw) {
		return (flaw.mend() != null) ? sighting.edit(flaw.span(), flaw.mend()) : null;
	}

	private static String label(Flaw.Kind kind) {
		return switch (kind) {
			case APPROXIMATION -> "概数写法不规范";
			case NUMERAL -> "数字写法不规范";
			default -> "数字范围写法不规范";
		};
	}

	private static String instruction(Flaw.Kind kind) {
		return (kind == Flaw.Kind.PUNCTUATION) ? "公文用全角标点" : "公文里一般不这样写";
	}

}
