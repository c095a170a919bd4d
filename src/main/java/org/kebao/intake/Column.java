package org.kebao.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.kebao.amount.Certainty;
import org.kebao.metric.Metric;
import org.kebao.script.Legible;

/**
 * A column of the metric table in the workbook. The headings are what a sheet is read by,
 * so that columns may be put in between.
 */
enum Column {

	CODE("代码", 8), NAME("指标", 36), UNIT("单位", 10), LAST_YEAR("上年同期", 14), VALUE("本期", 15), CERTAINTY("数据性质", 10),
	AS_OF("截止日期", 12), NOTE("口径说明", 34);

	private final String title;

	private final int width;

	Column(String title, int width) {
		this.title = title;
		this.width = width;
	}

	String title() {
		return this.title;
	}

	/** In characters. */
	int width() {
		return this.width;
	}

	/** Those a bureau fills in. */
	static List<Column> inputs() {
		return List.of(VALUE, CERTAINTY, AS_OF, NOTE);
	}

	/** The name of the field of a report that this column fills in. */
	String field(String code) {
		return "metric." + code + switch (this) {
			case CERTAINTY -> ".certainty";
			case AS_OF -> ".asof";
			case NOTE -> ".note";
			default -> "";
		};
	}

	/** The column that fills in a field, the code of whose metric is in its name. */
	static Column ofField(String field) {
		return inputs().stream()
			.filter((column) -> column.field(codeOf(field)).equals(field))
			.findFirst()
			.orElse(VALUE);
	}

	static String codeOf(String field) {
		String[] words = field.split("\\.");
		return (words.length > 1) ? words[1] : "";
	}

	/** What a cell of this column says for a metric. */
	Typed read(Cell cell, Metric metric, boolean since1904) {
		Typed typed = switch (this) {
			case CERTAINTY -> Typed.certainty(cell);
			case AS_OF -> Typed.day(cell, since1904);
			case NOTE -> Typed.note(cell);
			default -> Typed.amount(cell, metric);
		};
		return cell.computed() ? typed.with("由公式算出") : typed;
	}

	/** A text of the field as people read it. */
	String show(String text) {
		return (this == CERTAINTY) ? Certainty.named(text).map(Certainty::label).orElse(text) : text;
	}

	static Optional<Column> titled(String title) {
		String bare = Legible.folded(title);
		return Arrays.stream(values()).filter((column) -> column.title.equals(bare)).findFirst();
	}

}
