package org.kebao.summary;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import org.kebao.report.Paper;
import org.kebao.report.ReportApproved;
import org.kebao.report.Reports;
import org.kebao.revision.ReportContent;

/**
 * The door to the finished papers and to the templates they are made after.
 */
@Service
@RequiredArgsConstructor
public class Summaries {

	private static final Log log = LogFactory.getLog(Summaries.class);

	private final SummaryTemplateRepository templates;

	private final TemplateVersionRepository versions;

	private final PaperPrinter printer;

	private final Reports reports;

	private final Checks checks;

	private final AuditLog audit;

	private final Clock clock;

	/**
	 * A paper as it was asked for.
	 *
	 * @param choices the templates it can be made after, the usual one first
	 * @param template the one it was made after
	 * @param annexed whether there are explanations that can be printed behind it
	 */
	record Summary(List<SummaryTemplate> choices, SummaryTemplate template, TemplateVersion version, Document document,
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
	 * Makes the paper after that template, or after the usual one. A version that fails
	 * is passed over for the one before it. What was approved is made after the versions
	 * of that day.
	 * @param annex whether the accepted explanations are printed behind it
	 * @throws NotVisibleException where no such template makes such a paper
	 */
	@Transactional(readOnly = true)
	Summary summary(Paper paper, @Nullable Long templateId, boolean annex) {
		Optional<Document.CheckTable> explained = explained(paper);
		Map<Long, TemplateVersion> pinned = pinned(paper);
		List<SummaryTemplate> choices = pinned.isEmpty() ? serving(paper.content())
				: this.templates.findByVersions(pinned.values().stream().map(TemplateVersion::getId).toList());
		return choices.stream()
			.filter((template) -> templateId == null || templateId.equals(template.getId()))
			.flatMap((template) -> filled(paper, template, pinned.get(template.getId())).stream()
				.map((filled) -> new Summary(choices, template, filled.version(),
						explained.filter((table) -> annex).map(filled.document()::with).orElse(filled.document()),
						explained.isPresent())))
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("Template " + templateId));
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

	/** The paper as one file that needs nothing else, on record. */
	@Transactional
	public Export export(Paper paper, @Nullable Long templateId, boolean annex) {
		Summary summary = summary(paper, templateId, annex);
		String html = this.printer.print(summary.document(), !paper.isFinal());
		this.audit.add(Act.EXPORTED, this.reports.title(paper.report()), "模板“%s”第 %d 版%s"
			.formatted(summary.template().getName(), summary.version().getNumber(), paper.isFinal() ? "" : "，草稿"));
		ReportContent content = paper.content();
		String name = "%s_%s_总结.html".formatted(content.bureau().name(),
				content.period().kind().titleOf(content.period().year()));
		return new Export(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), html.getBytes(StandardCharsets.UTF_8));
	}

	/** An approved paper stays as it is, so it keeps the versions of today. */
	@EventListener
	@Transactional
	public void on(ReportApproved approved) {
		Paper paper = this.reports.paper(approved);
		for (SummaryTemplate template : serving(paper.content())) {
			filled(paper, template, null)
				.ifPresent((filled) -> this.versions.pin(approved.revisionId(), filled.version().getId()));
		}
	}

	private Map<Long, TemplateVersion> pinned(Paper paper) {
		if (!paper.isFinal() || paper.revision() == null) {
			return Map.of();
		}
		return this.versions.findPinned(paper.revision().getId())
			.stream()
			.collect(Collectors.toMap(TemplateVersion::getTemplateId, Function.identity()));
	}

	private List<SummaryTemplate> serving(ReportContent content) {
		return this.templates.findServing(content.period().kind(), content.bureau().level());
	}

	private record Filled(TemplateVersion version, Document document) {
	}

	private Optional<Filled> filled(Paper paper, SummaryTemplate template, @Nullable TemplateVersion pinned) {
		Optional<TemplateVersion> next = Optional.ofNullable(pinned).or(() -> before(template, Integer.MAX_VALUE));
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
