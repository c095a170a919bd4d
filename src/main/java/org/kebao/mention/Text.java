package org.kebao.mention;

import java.util.ArrayList;
import java.util.List;

import org.kebao.report.CompletionTable;
import org.kebao.report.Entry;
import org.kebao.report.Part;
import org.kebao.report.PlanTarget;
import org.kebao.report.Report;

/**
 * A text of a report, as it was typed.
 *
 * @param field its name in forms
 * @param place it stands in, in words
 */
record Text(String field, Part part, String place, String source) {

	/** All that hold anything, in the order of the paper. */
	static List<Text> of(Report report, CompletionTable completion) {
		List<Text> texts = new ArrayList<>();
		int at = 0;
		for (CompletionTable.Line line : completion.lines()) {
			at++;
			add(texts, line.field() + ".note", Part.COMPLETION, "计划完成情况 " + at + " · 说明", line.note());
		}
		add(texts, "lead", Part.ACHIEVEMENTS, "开头", report.getLead());
		add(texts, report, Entry.Kind.ACHIEVEMENT);
		add(texts, report, Entry.Kind.CASE);
		add(texts, report, Entry.Kind.PROBLEM);
		add(texts, "idea", Part.PLAN, "总体思路", report.getIdea());
		at = 0;
		for (PlanTarget target : report.targets()) {
			at++;
			add(texts, "target." + target.getId() + ".words", Part.PLAN, "工作目标 " + at, target.getWords());
		}
		add(texts, report, Entry.Kind.MEASURE);
		add(texts, report, Entry.Kind.SUGGESTION);
		return texts;
	}

	private static void add(List<Text> texts, Report report, Entry.Kind kind) {
		int at = 0;
		for (Entry entry : report.entries(kind)) {
			at++;
			String name = "entry." + entry.getId();
			String place = kind.label() + " " + at;
			add(texts, name + ".heading", kind.part(), place + " · 标题", entry.getHeading());
			add(texts, name + ".body", kind.part(), place + " · 正文", entry.getBody());
		}
	}

	private static void add(List<Text> texts, String field, Part part, String place, String source) {
		if (!source.isBlank()) {
			texts.add(new Text(field, part, place, source));
		}
	}

}
