package org.kebao.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.metric.Catalogue;
import org.kebao.metric.Metric;
import org.kebao.period.PeriodKey;
import org.kebao.refusal.RefusedException;
import org.kebao.register.Paper;
import org.kebao.register.Register;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.revision.ReportContent;
import org.kebao.revision.Revision;
import org.kebao.script.Legible;

/**
 * The door of the workbooks: the metric table of a report out, and what was filled in
 * back as a {@link Proposal}.
 */
@Service
@RequiredArgsConstructor
public class Intake {

	private final Reports reports;

	private final Reckoning reckoning;

	private final Fields fields;

	private final Register register;

	private final AuditLog audit;

	/**
	 * The metric table of a report as far as this person may read it; its own bureau may
	 * fill it in while the report takes writing.
	 */
	@Transactional
	MetricTable export(Long id, Person person) {
		MetricTable table = table(id, person);
		this.audit.add(Act.EXPORTED, this.reports.title(this.reports.seen(id, person)), table.fileName());
		return table;
	}

	@Transactional(readOnly = true)
	MetricTable table(Long id, Person person) {
		Paper paper = this.register.paper(id, person);
		Catalogue catalogue = this.reckoning.vocabulary(paper.report()).catalogue();
		boolean open = paper.revision() == null && this.reports.takesWriting(paper.report());
		return new MetricTable(identity(paper, catalogue), open,
				paper.content()
					.groups()
					.stream()
					.map((group) -> new MetricTable.Group(group.name(),
							group.rows().stream().map((row) -> line(row, catalogue)).toList()))
					.toList());
	}

	private static MetricTable.Line line(ReportContent.Row row, Catalogue catalogue) {
		Optional<Metric> metric = catalogue.find(row.code());
		return new MetricTable.Line(row, metric.map(Metric::isMayBeNegative).orElse(false),
				metric.filter(Metric::isComputed).map(catalogue::formula).orElse(""));
	}

	private static Identity identity(Paper paper, Catalogue catalogue) {
		PeriodKey period = paper.content().period();
		String digest = Revision.checksum(catalogue.asked()
			.stream()
			.map((metric) -> metric.getCode() + "|" + metric.getName() + "|" + metric.getUnit())
			.collect(Collectors.joining("\n")));
		return new Identity(paper.report().getId().toString(), paper.content().bureau().code(),
				paper.content().bureau().name(), period.year() + "-" + period.kind(), period.title(),
				digest.substring(0, 12));
	}

	/**
	 * The report, for whoever fills it in.
	 * @throws RefusedException where it takes no writing now
	 */
	@Transactional(readOnly = true)
	Report writable(Long id, Person person) {
		Report report = this.reports.require(this.reports.own(id, person), person, Right.FIGURES);
		if (!this.reports.takesWriting(report)) {
			throw new RefusedException("报告现在是“%s”，不能上传表格".formatted(report.getStatus().label()));
		}
		return report;
	}

	/**
	 * What an uploaded workbook would change in the report.
	 * @throws UnreadableException where the file is not taken at all
	 */
	@Transactional(readOnly = true)
	Proposal propose(Long id, Person person, Path file) {
		Report report = writable(id, person);
		Upload upload = Upload.read(file);
		Catalogue catalogue = this.reckoning.vocabulary(report).catalogue();
		Identity now = identity(this.register.paper(id, person), catalogue);
		Identity then = upload.identity()
			.orElseThrow(() -> new UnreadableException("这不是从本系统下载的表格。请先下载表格，把数填进去，再上传那个文件"));
		if (!then.isSameReport(now)) {
			throw new UnreadableException("这是“%s”的表格，不是“%s”的，没有读取".formatted(then.title(), now.title()));
		}
		Comparing comparing = new Comparing(upload, catalogue);
		if (!then.catalogue().equals(now.catalogue())) {
			comparing.ignored.add("这份表格下载以后，指标目录有过变化；表里没有的新指标请在网页上填，或重新下载表格");
		}
		comparing.compare();
		return comparing.proposal(this.fields.prospects(id, person, comparing.wishes()));
	}

	/**
	 * One field as the page of a proposal sends it back.
	 *
	 * @param wish what was confirmed, without a text where nothing was chosen
	 * @param place where it stood in the file
	 * @param readings of which one was to be chosen, none where it was plain
	 */
	record Confirmed(Saving.Wish wish, String place, List<String> readings) {

		boolean isOpen() {
			return !this.readings.isEmpty() && this.wish.text().isEmpty();
		}

		List<String> texts() {
			return isOpen() ? this.readings : List.of(this.wish.text());
		}

	}

	/**
	 * The proposal again, after what stands in the report has changed, or because a
	 * choice is still to be made.
	 */
	@Transactional(readOnly = true)
	Proposal propose(Long id, Person person, List<Confirmed> sent) {
		Catalogue catalogue = this.reckoning.vocabulary(this.reports.own(id, person)).catalogue();
		List<Proposal.Change> changes = new ArrayList<>();
		List<Proposal.Refusal> refusals = new ArrayList<>();
		Iterator<Saving.Prospect> prospects = this.fields
			.prospects(id, person, sent.stream()
				.flatMap((one) -> one.texts().stream().map((text) -> new Saving.Wish(one.wish().field(), text, "")))
				.toList())
			.iterator();
		for (Confirmed one : sent) {
			List<Proposal.Reading> readings = new ArrayList<>();
			Saving.Prospect prospect = null;
			for (String text : one.texts()) {
				prospect = prospects.next();
				readings.add(new Proposal.Reading(text, prospect.after()));
			}
			Saving.Wish wish = one.wish();
			Column column = Column.ofField(wish.field());
			Optional<Metric> asked = catalogue.find(Column.codeOf(wish.field()));
			String metric = asked.map(Metric::getName).orElse("");
			if (!prospect.refusal().isEmpty()) {
				refusals.add(new Proposal.Refusal(metric, column.title(), one.place(), column.show(wish.text()),
						prospect.refusal()));
			}
			else if (one.isOpen() || prospect.isChange()) {
				changes.add(new Proposal.Change(wish.field(), prospect.base(), wish.text(), metric,
						asked.map(Metric::getUnit).orElse(""), column.title(), one.place(),
						column.show(prospect.before()), column.show(prospect.after()), prospect.told(),
						!wish.base().equals(prospect.base()), one.isOpen() ? List.copyOf(readings) : List.of()));
			}
		}
		return new Proposal(changes, refusals, List.of(), sent.size() - changes.size() - refusals.size(), 0, List.of());
	}

	/** Saves what was confirmed, all or nothing. */
	@Transactional
	public void confirm(Long id, Person person, List<Saving.Wish> wishes) {
		this.fields.saveAll(id, person, wishes);
		this.audit.add(Act.IMPORTED, this.reports.title(this.reports.own(id, person)),
				"上传表格，改 " + wishes.size() + " 处");
	}

	@Transactional(readOnly = true)
	String title(Report report) {
		return this.reports.title(report);
	}

	/** Holds the rows of a table against the catalogue. */
	private static final class Comparing {

		private final Upload upload;

		private final Catalogue catalogue;

		private final List<Proposal.Refusal> refusals = new ArrayList<>();

		private final List<String> ignored;

		private final Map<String, Asked> asked = new LinkedHashMap<>();

		private final Set<String> seen = new HashSet<>();

		private int blank;

		Comparing(Upload upload, Catalogue catalogue) {
			this.upload = upload;
			this.catalogue = catalogue;
			this.ignored = new ArrayList<>(upload.ignored());
		}

		/** A text for a field, and the cell it comes from. */
		private record Asked(Typed typed, Metric metric, Column column, Cell cell) {

			Stream<String> texts() {
				return Stream.of(this.typed.text(), this.typed.seen()).filter((text) -> !text.isEmpty());
			}

		}

		void compare() {
			Map<String, Long> filled = this.upload.rows()
				.stream()
				.filter(Upload.Row::isFilled)
				.collect(Collectors.groupingBy(Upload.Row::code, Collectors.counting()));
			for (Upload.Row row : this.upload.rows()) {
				this.seen.add(row.code());
				Optional<Metric> metric = this.catalogue.find(row.code());
				boolean asked = metric.filter((one) -> this.catalogue.isAsked(one) && !one.isComputed()).isPresent();
				if (asked && !row.cells().containsKey(Column.VALUE)) {
					this.blank++;
				}
				if (metric.isPresent() && metric.get().isComputed()) {
					computed(row, metric.get());
				}
				else if (row.isFilled() && !asked) {
					strange(row, metric);
				}
				else if (row.isFilled()) {
					String doubt = doubt(row, metric.get(), filled.get(row.code()));
					Column.inputs().forEach((column) -> cell(row, column, metric.get(), doubt));
				}
			}
		}

		private void computed(Upload.Row row, Metric metric) {
			Optional.ofNullable(row.cells().get(Column.VALUE))
				.filter((cell) -> !cell.text().strip().equals(Typed.COMPUTED))
				.ifPresent((cell) -> this.ignored.add(cell.place() + "：“" + metric.getName() + "”由系统计算，没有读"));
		}

		private void strange(Upload.Row row, Optional<Metric> metric) {
			if (metric.isPresent()) {
				this.ignored.add(place(row) + "：“" + metric.get().getName() + "”现在不用填，没有读");
			}
			else {
				refuse(row, "", "指标目录里没有代码“" + row.code() + "”，请改回下载时的代码，或清空这一行");
			}
		}

		/** Why the whole row cannot be taken for that metric, "" if it can. */
		private String doubt(Upload.Row row, Metric metric, long times) {
			if (times > 1) {
				return "代码“%s”在表里填了 %d 次，分不清用哪一个".formatted(row.code(), times);
			}
			String name = row.text(Column.NAME);
			if (!name.isEmpty() && !this.catalogue.named(name).equals(Optional.of(metric))) {
				return "代码“%s”是“%s”，这一行写的是另一个指标，请核对或重新下载表格".formatted(row.code(), metric.getName());
			}
			String unit = row.text(Column.UNIT);
			if (!unit.isEmpty() && !Legible.folded(unit).equals(Legible.folded(metric.getUnit()))) {
				return "此项单位是“%s”，表里的单位不同，请换算后填写，或重新下载表格".formatted(metric.getUnit());
			}
			return "";
		}

		private void cell(Upload.Row row, Column column, Metric metric, String doubt) {
			Cell cell = row.cells().get(column);
			String merged = row.merged().get(column);
			if (merged != null) {
				this.refusals
					.add(new Proposal.Refusal(metric.getName(), column.title(), row.places().getOrDefault(column, ""),
							(cell != null) ? cell.text() : "", "单元格合并成了 %s，分不清是哪一格的内容，请取消合并后重填".formatted(merged)));
				return;
			}
			if (cell == null) {
				return;
			}
			Typed typed = column.read(cell, metric, this.upload.since1904());
			String refusal = doubt.isEmpty() ? typed.refusal() : doubt;
			if (!refusal.isEmpty()) {
				this.refusals
					.add(new Proposal.Refusal(metric.getName(), column.title(), cell.place(), cell.text(), refusal));
			}
			else if (typed.text().isEmpty()) {
				this.blank += (column == Column.VALUE) ? 1 : 0;
				this.ignored.add(cell.place() + "：" + typed.hint());
			}
			else {
				this.asked.put(column.field(metric.getCode()), new Asked(typed, metric, column, cell));
			}
		}

		private void refuse(Upload.Row row, String metric, String reason) {
			Column.inputs()
				.stream()
				.map((column) -> Map.entry(column, Optional.ofNullable(row.cells().get(column))))
				.filter((entry) -> entry.getValue().isPresent())
				.forEach((entry) -> this.refusals.add(new Proposal.Refusal(metric, entry.getKey().title(),
						entry.getValue().get().place(), entry.getValue().get().text(), reason)));
		}

		private static String place(Upload.Row row) {
			return Column.inputs()
				.stream()
				.map(row.cells()::get)
				.filter((cell) -> cell != null)
				.findFirst()
				.map(Cell::place)
				.orElse("");
		}

		List<Saving.Wish> wishes() {
			return this.asked.entrySet()
				.stream()
				.flatMap((one) -> one.getValue().texts().map((text) -> new Saving.Wish(one.getKey(), text, "")))
				.toList();
		}

		Proposal proposal(List<Saving.Prospect> prospects) {
			List<Proposal.Change> changes = new ArrayList<>();
			int unchanged = 0;
			Iterator<Saving.Prospect> told = prospects.iterator();
			for (Asked one : this.asked.values()) {
				List<Saving.Prospect> ways = one.texts().map((text) -> told.next()).toList();
				Saving.Prospect prospect = ways.get(0);
				if (!prospect.refusal().isEmpty()) {
					this.refusals.add(new Proposal.Refusal(one.metric().getName(), one.column().title(),
							one.cell().place(), one.column().show(one.typed().text()), prospect.refusal()));
				}
				else if (ways.stream().anyMatch(Saving.Prospect::isChange)) {
					changes.add(change(one, prospect, ways));
				}
				else {
					unchanged++;
				}
			}
			List<String> missing = this.catalogue.typed()
				.stream()
				.filter((metric) -> !this.seen.contains(metric.getCode()))
				.map(Metric::getName)
				.toList();
			return new Proposal(changes, this.refusals, this.ignored, unchanged, this.blank, missing);
		}

		private static Proposal.Change change(Asked one, Saving.Prospect prospect, List<Saving.Prospect> ways) {
			List<String> texts = one.texts().toList();
			List<Proposal.Reading> readings = new ArrayList<>();
			for (int i = 0; i < ways.size() && ways.size() > 1; i++) {
				readings.add(new Proposal.Reading(texts.get(i), ways.get(i).after()));
			}
			String hint = Stream.of(one.typed().hint(), (ways.size() > 1) ? "" : prospect.told())
				.filter((words) -> !words.isEmpty())
				.collect(Collectors.joining("；"));
			return new Proposal.Change(prospect.field(), prospect.base(), prospect.after(), one.metric().getName(),
					one.metric().getUnit(), one.column().title(), one.cell().place(),
					one.column().show(prospect.before()), one.column().show(prospect.after()), hint, false, readings);
		}

	}

}
