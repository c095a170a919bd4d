package org.kebao.summary;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.account.Person;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.check.Checks;
import org.kebao.check.Explanation;
import org.kebao.period.PeriodKind;
import org.kebao.refusal.NotVisibleException;
import org.kebao.register.Paper;
import org.kebao.register.Register;
import org.kebao.report.ReportApproved;
import org.kebao.report.Reports;
import org.kebao.revision.ReportContent;
import org.kebao.revision.Revision;

/**
 * The door to the finished papers and to the templates they are made after.
 */
@Service
@RequiredArgsConstructor
public class Summaries {

	private static final Log log = LogFactory.getLog(Summaries.class);

	private final SummaryTemplateRepository templates;

	private final TemplateVersionRepository versions;

	private final PrintRepository prints;

	private final PaperPrinter printer;

	private final Reports reports;

	private final Register register;

	private final Checks checks;

	private final AuditLog audit;

	private final Clock clock;

	/**
	 * A paper as it was asked for.
	 *
	 * @param choices the templates it can be made after, the usual one first
	 * @param template the one it was made after
	 * @param html the whole paper as one file
	 * @param annexed whether there are explanations that can be printed behind it
	 */
	record Summary(List<SummaryTemplate> choices, SummaryTemplate template, TemplateVersion version, String html,
			boolean annexed) {
	}

	/**
	 * A finished file.
	 */
	public record Export(String name, byte[] html) {
	}

	/** Somebody saved a newer version meanwhile. */
	static final class NewerVersionException extends RuntimeException {

		private final transient TemplateVersion newer;

		NewerVersionException(TemplateVersion newer) {
			super("There is a version " + newer.getNumber());
			this.newer = newer;
		}

		TemplateVersion newer() {
			return this.newer;
		}

	}

	/**
	 * The paper after that template, or after the usual one. What was approved is what
	 * was printed that day; anything else is made anew, and a version that fails is
	 * passed over for the one before it.
	 * @param annex whether the accepted explanations are printed behind it
	 * @throws NotVisibleException where no such template makes such a paper
	 */
	@Transactional
	Summary summary(Paper paper, @Nullable Long templateId, boolean annex) {
		Revision revision = paper.revision();
		return ((paper.isFinal() && revision != null) ? kept(paper, revision, templateId, annex)
				: made(paper, templateId, annex))
			.orElseThrow(() -> new NotVisibleException("Template " + templateId));
	}

	private Optional<Summary> made(Paper paper, @Nullable Long templateId, boolean annex) {
		Optional<Document.CheckTable> explained = explained(paper);
		List<SummaryTemplate> choices = serving(paper.content());
		return chosen(choices, templateId)
			.flatMap((template) -> filled(paper, template).stream()
				.map((filled) -> new Summary(choices, template, filled.version(), this.printer.print(
						explained.filter((table) -> annex).map(filled.document()::with).orElse(filled.document()),
						!paper.isFinal()), explained.isPresent())))
			.findFirst();
	}

	private Optional<Summary> kept(Paper paper, Revision revision, @Nullable Long templateId, boolean annex) {
		List<Print.Key> keys = this.prints.findKeys(revision.getId());
		if (keys.isEmpty()) {
			// approved when no template served it: it is printed once, now that one does
			keep(paper, revision);
			keys = this.prints.findKeys(revision.getId());
		}
		boolean annexed = keys.stream().anyMatch(Print.Key::annexed);
		List<Long> printed = keys.stream().map(Print.Key::templateVersionId).distinct().toList();
		Map<Long, TemplateVersion> versions = this.versions.findPinned(revision.getId())
			.stream()
			.filter((version) -> printed.contains(version.getId()))
			.collect(Collectors.toMap(TemplateVersion::getTemplateId, Function.identity()));
		List<SummaryTemplate> choices = this.templates.findByVersions(printed);
		return chosen(choices, templateId).findFirst().map((template) -> {
			TemplateVersion version = versions.get(template.getId());
			String html = this.prints.findById(new Print.Key(revision.getId(), version.getId(), annex && annexed))
				.orElseThrow()
				.intact();
			return new Summary(choices, template, version, html, annexed);
		});
	}

	private static Stream<SummaryTemplate> chosen(List<SummaryTemplate> choices, @Nullable Long templateId) {
		return choices.stream().filter((template) -> templateId == null || templateId.equals(template.getId()));
	}

	/** Prints the paper in every form it can be asked for, and keeps that. */
	private void keep(Paper paper, Revision revision) {
		Optional<Document.CheckTable> explained = explained(paper);
		for (SummaryTemplate template : serving(paper.content())) {
			filled(paper, template).ifPresent((filled) -> {
				this.versions.pin(revision.getId(), filled.version().getId());
				keep(revision, filled.version(), false, filled.document());
				explained.map(filled.document()::with)
					.ifPresent((document) -> keep(revision, filled.version(), true, document));
			});
		}
	}

	private void keep(Revision revision, TemplateVersion version, boolean annexed, Document document) {
		String html = this.printer.print(document, false);
		this.prints.keep(revision.getId(), version.getId(), annexed, html, Revision.checksum(html),
				this.clock.instant());
	}

	/** What was found in the version and explained, as far as it was accepted. */
	private Optional<Document.CheckTable> explained(Paper paper) {
		return Optional.ofNullable(paper.revision())
			.map((revision) -> this.checks.ofRevision(revision.getId())
				.stream()
				.filter((finding) -> finding.getVerdict() == Explanation.Verdict.ACCEPTED)
				.map((finding) -> new Document.CheckTable.Row(finding.getTitle(), finding.getStatement(),
						finding.getWords()))
				.toList())
			.filter((rows) -> !rows.isEmpty())
			.map(Document.CheckTable::new);
	}

	/** The paper after a template that is still being written, as a draft. */
	byte[] preview(Paper paper, String text, Numbering numbering) {
		return this.printer.print(TemplateText.of(text).fill(paper.content(), numbering, paper.date()), true)
			.getBytes(StandardCharsets.UTF_8);
	}

	/** The paper as one file that needs nothing else, on record. */
	@Transactional
	public Export export(Paper paper, @Nullable Long templateId, boolean annex) {
		Summary summary = summary(paper, templateId, annex);
		this.audit.add(Act.EXPORTED, this.reports.title(paper.report()), "模板“%s”第 %d 版%s"
			.formatted(summary.template().getName(), summary.version().getNumber(), paper.isFinal() ? "" : "，草稿"));
		ReportContent content = paper.content();
		String name = "%s_%s_总结.html".formatted(content.bureau().name(), content.period().title());
		return new Export(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"),
				summary.html().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * An approved paper stays as it is, so it is printed by what prints today, and kept.
	 */
	@EventListener
	@Transactional
	public void on(ReportApproved approved) {
		Paper paper = this.register.paper(approved);
		keep(paper, Objects.requireNonNull(paper.revision()));
	}

	private List<SummaryTemplate> serving(ReportContent content) {
		return this.templates.findServing(content.period().kind(), content.bureau().level());
	}

	private record Filled(TemplateVersion version, Document document) {
	}

	private Optional<Filled> filled(Paper paper, SummaryTemplate template) {
		Optional<TemplateVersion> next = before(template, Integer.MAX_VALUE);
		while (next.isPresent()) {
			TemplateVersion version = next.get();
			try {
				return Optional.of(new Filled(version, TemplateText.of(version.getText())
					.fill(paper.content(), version.getNumbering(), paper.date())));
			}
			catch (TemplateText.BrokenTemplateException ex) {
				log.warn("Version %d of template %d makes no paper, the one before it serves: %s"
					.formatted(version.getNumber(), template.getId(), ex.getMessage()));
				next = before(template, version.getNumber());
			}
		}
		return Optional.empty();
	}

	private Optional<TemplateVersion> before(SummaryTemplate template, int number) {
		return this.versions.findFirstByTemplateIdAndNumberLessThanOrderByNumberDesc(template.getId(), number);
	}

	@Transactional(readOnly = true)
	List<SummaryTemplate> templates() {
		return this.templates.findAll();
	}

	/** The newest version of each template, by the template's id. */
	@Transactional(readOnly = true)
	Map<Long, TemplateVersion> newest() {
		return this.versions.findNewest()
			.stream()
			.collect(Collectors.toMap(TemplateVersion::getTemplateId, Function.identity()));
	}

	@Transactional(readOnly = true)
	SummaryTemplate template(Long id) {
		return this.templates.findById(id).orElseThrow(() -> new NotVisibleException("Template " + id));
	}

	/** All versions, the newest first. */
	@Transactional(readOnly = true)
	List<TemplateVersion> versions(Long templateId) {
		return this.versions.findByTemplateIdOrderByNumberDesc(templateId);
	}

	@Transactional(readOnly = true)
	boolean isTaken(String name, @Nullable Long templateId) {
		return this.templates.isTaken(name, (templateId != null) ? templateId : 0L);
	}

	/** A new template, in use at once. */
	@Transactional
	SummaryTemplate create(String name, PeriodKind kind, @Nullable String level, String text, Numbering numbering,
			Person person) {
		TemplateText.of(text);
		int position = this.templates.findAll().stream().mapToInt(SummaryTemplate::getPosition).max().orElse(0) + 1;
		SummaryTemplate template = this.templates.saveAndFlush(new SummaryTemplate(name, kind, level, position));
		add(template, 1, text, numbering, person);
		return template;
	}

	/**
	 * Saves a template; a changed wording becomes its next version.
	 * @param base the version the wording was written on
	 */
	@Transactional
	void save(Long id, String name, PeriodKind kind, @Nullable String level, String text, Numbering numbering, int base,
			Person person) {
		TemplateText.of(text);
		SummaryTemplate template = template(id);
		TemplateVersion newest = before(template, Integer.MAX_VALUE).orElseThrow();
		if (newest.getNumber() != base && !newest.says(text, numbering)) {
			throw new NewerVersionException(newest);
		}
		template.change(name, kind, level);
		this.templates.saveAndFlush(template);
		if (newest.says(text, numbering)) {
			this.audit.add(Act.TEMPLATE_CHANGED, name, "名称或适用范围");
		}
		else {
			add(template, newest.getNumber() + 1, text, numbering, person);
		}
	}

	/** Makes an earlier wording the newest again. */
	@Transactional
	void restore(Long id, int number, Person person) {
		SummaryTemplate template = template(id);
		TemplateVersion earlier = this.versions.findByTemplateIdAndNumber(id, number)
			.orElseThrow(() -> new NotVisibleException("Version " + number));
		TemplateText.of(earlier.getText());
		int newest = before(template, Integer.MAX_VALUE).orElseThrow().getNumber();
		add(template, newest + 1, earlier.getText(), earlier.getNumbering(), person);
	}

	@Transactional
	void retire(Long id, boolean retired) {
		SummaryTemplate template = template(id);
		template.retire(retired);
		this.audit.add(Act.TEMPLATE_CHANGED, template.getName(), retired ? "停用" : "启用");
	}

	/** Of two who save at once the database lets one number through. */
	private void add(SummaryTemplate template, int number, String text, Numbering numbering, Person person) {
		this.versions.saveAndFlush(
				new TemplateVersion(template.getId(), number, text, numbering, person.id(), this.clock.instant()));
		this.audit.add(Act.TEMPLATE_CHANGED, template.getName(), "第 " + number + " 版");
	}

}
