package org.kebao.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kebao.script.Span;

/**
 * 时间过半、任务过半: what a half-year says of its goals is what its figures say (domain handbook
 * §2.2).
 */
final class Pacing {

	private static final List<String> CLAIMS = List.of("任务过半", "任务超半", "任务完成过半", "任务超过半", "双过半");

	private static final String TIME = "时间过半";

	/** What takes the claim back, or makes it an aim. */
	private static final List<String> UNCLAIMED = List.of("未", "没有", "尚不", "不能", "难以", "确保", "力争", "争取", "努力", "围绕",
			"对照", "按照", "聚焦", "紧盯", "锚定", "朝着", "目标", "要求", "如期");

	private static final List<String> ALL = List.of("各项", "主要指标", "所有", "全部");

	private static final int LISTED = 3;

	private Pacing() {
	}

	static List<Finding> findings(ExaminedText sighting, List<Behind> behind) {
		if (behind.isEmpty() || !sighting.text().contains("过半") && !sighting.text().contains("超半")) {
			return List.of();
		}
		List<Finding> findings = new ArrayList<>();
		for (Span sentence : sighting.sentences()) {
			Span claim = claim(sighting.text(), sentence);
			if (claim == null) {
				continue;
			}
			List<Behind> named = named(sighting, sentence, behind);
			if (!named.isEmpty()) {
				findings.add(sighting
					.finding(ProseCheck.PACE, claim,
							named.stream()
								.limit(LISTED)
								.map((one) -> "“%s”%s".formatted(one.metric().getName(), one.words()))
								.collect(Collectors.joining("；", "",
										(named.size() > LISTED) ? "；等 %d 项".formatted(named.size()) : "")))
					.metrics(named.stream().limit(LISTED).map((one) -> one.metric().getCode()).toList())
					.instruction("请删去没有过半的，或如实写明进度；口径确实不同的，写明另有口径")
					.on((basis) -> on(basis, named))
					.build());
			}
		}
		return findings;
	}

	private static Basis on(Basis basis, List<Behind> named) {
		Basis figures = basis;
		for (Behind one : named) {
			figures = figures.numbers(one.metric().getCode(), one.metric().getName(), one.words());
		}
		return figures;
	}

	/** Where a sentence claims it, null where it does not. */
	private static @Nullable Span claim(String text, Span sentence) {
		String words = sentence.of(text);
		String claim = CLAIMS.stream().filter(words::contains).findFirst().orElse("");
		if (claim.isEmpty()) {
			return null;
		}
		int claimed = words.indexOf(claim);
		int end = claimed + claim.length();
		int time = words.lastIndexOf(TIME, claimed);
		int start = (time >= 0) ? time : claimed;
		String before = words.substring(Math.max(0, start - 12), start);
		String after = words.substring(end, Math.min(words.length(), end + 6));
		boolean unclaimed = UNCLAIMED.stream().anyMatch(before::contains)
				|| Stream.of("目标", "要求").anyMatch(after::startsWith);
		return unclaimed ? null : new Span(sentence.offset() + start, end - start);
	}

	/** The metrics of the sentence that are behind; all, where it speaks of all. */
	private static List<Behind> named(ExaminedText sighting, Span sentence, List<Behind> behind) {
		String words = sentence.of(sighting.text());
		Set<String> stated = sighting.stated(sentence);
		List<Behind> named = behind.stream()
			.filter((one) -> stated.contains(one.metric().getCode()) || one.isNamedIn(words))
			.toList();
		boolean all = stated.isEmpty() && named.isEmpty() && ALL.stream().anyMatch(words::contains);
		return all ? behind : named;
	}

}
