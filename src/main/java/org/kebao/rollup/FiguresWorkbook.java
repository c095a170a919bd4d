package org.kebao.rollup;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

import org.kebao.amount.Amount;
import org.kebao.amount.Given;
import org.kebao.bureau.Bureau;
import org.kebao.metric.Metric;
import org.kebao.metric.MetricGroup;
import org.kebao.period.ReportingPeriod;
import org.kebao.report.Report;

/**
 * All bureaus of a period as one workbook: who has filed, then a sheet for each group of
 * metrics with the bureaus below one another and their sum.
 * <p>
 * It is written row by row, so that its length costs no memory. Names and words stand in
 * it as text and are never formulas.
 *
 * @param metrics those that bureaus are asked for, in print order
 * @param bureaus by id
 * @param reports those of the period, by the bureau's id
 */
record FiguresWorkbook(SumTable.Scope scope, Sums sums, List<Metric> metrics, Map<Long, Bureau> bureaus,
		Map<Long, ReportingPeriod> periods, Map<Long, Report> reports, ZoneId zone) {

	private static final int ROWS_IN_MEMORY = 100;

	/** A spreadsheet keeps no more; a longer amount stands there as text. */
	private static final int DIGITS = 15;

	/** A cell holds no more than 32,767. */
	private static final int LONGEST_TEXT = 32_000;

	private static final int CHARACTER = 256;

	/** "清泽市科学技术局2026年度指标汇总.xlsx", of characters every file system takes. */
	String name() {
		return (this.scope.bureau() + this.scope.period().getTitle()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
				+ "指标汇总.xlsx";
	}

	void write(OutputStream out) throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
			Styles styles = new Styles(workbook);
			filings(workbook, styles);
			Map<MetricGroup, List<Metric>> groups = new LinkedHashMap<>();
			this.metrics
				.forEach((metric) -> groups.computeIfAbsent(metric.getGroup(), (any) -> new ArrayList<>()).add(metric));
			groups
				.forEach((group, asked) -> figures(sheet(workbook, group.getName(), asked.size(), 16), asked, styles));
			workbook.write(out);
		}
	}

	private static SXSSFSheet sheet(SXSSFWorkbook workbook, String name, int columns, int width) {
		String safe = WorkbookUtil.createSafeSheetName(name);
		SXSSFSheet sheet = workbook.createSheet(IntStream.iterate(1, (i) -> i + 1)
			.mapToObj((i) -> (i == 1) ? safe : WorkbookUtil.createSafeSheetName("%d %s".formatted(i, safe)))
			.filter((free) -> workbook.getSheet(free) == null)
			.findFirst()
			.orElseThrow());
		sheet.setColumnWidth(0, 30 * CHARACTER);
		IntStream.rangeClosed(1, columns).forEach((column) -> sheet.setColumnWidth(column, width * CHARACTER));
		sheet.createFreezePane(1, 1);
		return sheet;
	}

	/** 报送情况: who filed, when, and how far it is. */
	private void filings(SXSSFWorkbook workbook, Styles styles) {
		SXSSFSheet sheet = sheet(workbook, "报送情况", 7, 18);
		Line head = new Line(sheet, styles);
		Stream.of("单位", "层级", "上级单位", "状态", "是否迟报", "报送时间", "审定时间", "计入合计").forEach(head::head);
		List<Long> leaves = this.sums.tree().leaves(this.scope.bureauId());
		Stream.concat(middles().stream(), leaves.stream()).forEach((id) -> {
			Line line = new Line(sheet, styles);
			Optional<Report> report = Optional.ofNullable(this.reports.get(id));
			boolean filed = report.filter((one) -> one.getStatus() != Report.Status.DRAFT).isPresent();
			line.text(name(id));
			line.text(this.bureaus.get(id).getLevel().getName());
			line.text(Optional.ofNullable(this.bureaus.get(id).getParentId())
				.map(this.bureaus::get)
				.map(Bureau::getName)
				.orElse(""));
			line.text(filed ? report.get().getStatus().label() : Answer.Lack.NOT_SUBMITTED.label());
			line.text(filed ? (report.get().isLate() ? "迟报" : "按时") : "");
			line.moment(filed ? moment(report.get().getSubmittedAt()) : null);
			line.moment(filed ? moment(report.get().getApprovedAt()) : null);
			line.text(!leaves.contains(id) ? "本级上报，不计入合计" : this.sums.standing().containsKey(id) ? "否" : "是");
		});
	}

	private @Nullable LocalDateTime moment(@Nullable Instant at) {
		return (at != null) ? LocalDateTime.ofInstant(at, this.zone) : null;
	}

	private void figures(SXSSFSheet sheet, List<Metric> asked, Styles styles) {
		Line head = new Line(sheet, styles);
		head.head("单位");
		asked.forEach((metric) -> head.head("%s（%s）".formatted(metric.getName(), metric.getUnit())));
		List<Sum> totals = asked.stream().map((metric) -> this.sums.of(this.scope.bureauId(), metric)).toList();
		this.sums.tree().leaves(this.scope.bureauId()).forEach((leaf) -> {
			Line line = new Line(sheet, styles);
			line.text(name(leaf));
			totals.forEach((total) -> line.answer(total.answers().get(leaf)));
		});
		total(new Line(sheet, styles), "合计", totals, (line, sum) -> line.total(sum.given()));
		total(new Line(sheet, styles), "缺报", totals, (line, sum) -> line.text(sum.isSummed()
				? names(sum.lacking().stream().map((id) -> name(id, sum.answers().get(id).lack().label()))) : ""));
		total(new Line(sheet, styles), "含往期数（斜体）", totals,
				(line, sum) -> line.text(names(sum.carried()
					.stream()
					.map((id) -> name(id, this.periods.get(sum.answers().get(id).since()).getTitle())))));
		middles().forEach((middle) -> {
			Line own = new Line(sheet, styles);
			own.text(name(middle) + "（本级上报）");
			asked.forEach((metric) -> own.answer(this.sums.own(middle, metric)));
		});
	}

	private static void total(Line line, String head, List<Sum> sums, BiConsumer<Line, Sum> writing) {
		line.head(head);
		sums.forEach((sum) -> writing.accept(line, sum));
	}

	private List<Long> middles() {
		return this.sums.tree().middles(this.scope.bureauId());
	}

	private String name(Long bureau) {
		return this.bureaus.get(bureau).getName();
	}

	private String name(Long bureau, String what) {
		return "%s（%s）".formatted(name(bureau), what);
	}

	private static String names(Stream<String> names) {
		return names.collect(Collectors.joining("、"));
	}

	/** A row, written from left to right. */
	private static final class Line {

		private final Row row;

		private final Styles styles;

		Line(SXSSFSheet sheet, Styles styles) {
			this.row = sheet.createRow(sheet.getLastRowNum() + 1);
			this.styles = styles;
		}

		private Cell next() {
			return this.row.createCell(Math.max(this.row.getLastCellNum(), 0));
		}

		void head(String text) {
			Cell cell = next();
			cell.setCellValue(text);
			cell.setCellStyle(this.styles.head());
		}

		void text(String text) {
			Cell cell = next();
			cell.setCellValue((text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT) + "…");
			cell.setCellStyle(text.matches("(?s)[=+\\-@\\t\\r].*") ? this.styles.quoted() : this.styles.text());
		}

		void moment(@Nullable LocalDateTime moment) {
			Cell cell = next();
			if (moment != null) {
				cell.setCellValue(moment);
				cell.setCellStyle(this.styles.moment());
			}
		}

		void answer(Answer answer) {
			if (answer.given() != null) {
				amount(answer.given(), answer.isCarried() ? this.styles.carried() : this.styles.amount());
			}
			else if (answer.isNotApplicable()) {
				text(Amount.NOT_APPLICABLE);
			}
			else {
				text((answer.lack() == Answer.Lack.NOT_YET) ? Amount.NOT_YET : "");
			}
		}

		void total(@Nullable Given given) {
			if (given != null) {
				amount(given, this.styles.total());
			}
			else {
				text("");
			}
		}

		private void amount(Given given, CellStyle style) {
			BigDecimal amount = given.amount().stripTrailingZeros();
			Cell cell = next();
			cell.setCellStyle(style);
			if (amount.precision() <= DIGITS) {
				cell.setCellValue(amount.doubleValue());
			}
			else {
				cell.setCellValue(amount.toPlainString());
			}
		}

	}

	private record Styles(CellStyle head, CellStyle text, CellStyle quoted, CellStyle moment, CellStyle amount,
			CellStyle carried, CellStyle total) {

		Styles(Workbook workbook) {
			this(head(workbook), text(workbook, false), text(workbook, true), moment(workbook),
					workbook.createCellStyle(), font(workbook, (font) -> font.setItalic(true)),
					font(workbook, (font) -> font.setBold(true)));
		}

		private static CellStyle head(Workbook workbook) {
			CellStyle style = font(workbook, (font) -> font.setBold(true));
			style.setWrapText(true);
			style.setVerticalAlignment(VerticalAlignment.CENTER);
			style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
			style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
			return style;
		}

		/** What looks like a formula is marked as text, for whoever edits the cell. */
		private static CellStyle text(Workbook workbook, boolean quoted) {
			CellStyle style = workbook.createCellStyle();
			style.setQuotePrefixed(quoted);
			return style;
		}

		private static CellStyle moment(Workbook workbook) {
			CreationHelper creation = workbook.getCreationHelper();
			CellStyle style = workbook.createCellStyle();
			style.setDataFormat(creation.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
			return style;
		}

		private static CellStyle font(Workbook workbook, Consumer<Font> change) {
			CellStyle style = workbook.createCellStyle();
			Font font = workbook.createFont();
			change.accept(font);
			style.setFont(font);
			return style;
		}

	}

}
