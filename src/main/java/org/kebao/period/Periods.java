package org.kebao.period;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.BureauUse;
import org.kebao.bureau.Bureaus;

/**
 * The door to the reporting periods.
 */
@Service
@RequiredArgsConstructor
public class Periods implements BureauUse {

	/** So long a closed period takes writing again from a bureau that is to mend. */
	private static final int DAYS_TO_MEND = 7;

	private final PeriodRepository periods;

	private final Bureaus bureaus;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	@Transactional(readOnly = true)
	public Optional<ReportingPeriod> find(Long id) {
		return this.periods.findById(id);
	}

	@Transactional(readOnly = true)
	public Optional<ReportingPeriod> find(PeriodKey key) {
		return this.periods.find(key.year(), key.kind());
	}

	/** The kinds that are in use here, in the order of the year. */
	@Transactional(readOnly = true)
	public List<PeriodKind> kinds() {
		Set<String> active = this.periods.kinds();
		return Stream.of(PeriodKind.values()).filter((kind) -> active.contains(kind.name())).toList();
	}

	/** Takes a kind into use, or out of it; the periods there are stay as they are. */
	@Transactional
	void switchKind(PeriodKind kind, boolean active) {
		if (this.periods.switchKind(kind.name(), active) > 0) {
			this.audit.add(Act.PERIOD_CHANGED, kind.label(), active ? "启用报告期类型" : "停用报告期类型");
		}
	}

	/** All periods, the newest first. */
	@Transactional(readOnly = true)
	public List<ReportingPeriod> all() {
		return this.periods.findAll();
	}

	/** The periods of those years. */
	@Transactional(readOnly = true)
	public List<ReportingPeriod> ofYears(Collection<Integer> years) {
		return this.periods.findByYearIn(years);
	}

	@Transactional(readOnly = true)
	public Map<Long, ReportingPeriod> byId(Collection<Long> ids) {
		return this.periods.findAll(ids)
			.stream()
			.collect(Collectors.toMap(ReportingPeriod::getId, Function.identity()));
	}

	@Transactional
	public ReportingPeriod plan(int year, PeriodKind kind, LocalDate dueOn) {
		ReportingPeriod period = this.periods.saveAndFlush(new ReportingPeriod(year, kind, dueOn));
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "新建，截止 " + dueOn);
		return period;
	}

	/** Opens the period; every filing bureau gets its draft in the same transaction. */
	@Transactional
	public void open(Long id) {
		ReportingPeriod period = get(id);
		period.open(this.clock.instant());
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "开启");
		this.events.publishEvent(new PeriodOpened(id));
	}

	/** Gives drafts to bureaus that were founded after the period was opened. */
	@Transactional
	public void askNewBureaus(Long id) {
		ReportingPeriod period = get(id);
		period.requireOpen();
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "为新增机构补建报告");
		this.events.publishEvent(new PeriodOpened(id));
	}

	@Transactional
	public void close(Long id) {
		ReportingPeriod period = get(id);
		period.close(this.clock.instant());
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "关闭");
	}

	@Transactional
	public void dueOn(Long id, LocalDate day) {
		ReportingPeriod period = get(id);
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "截止由 %s 改为 %s".formatted(period.getDueOn(), day));
		period.dueOn(day);
	}

	/** Changes the due date, or says why not. */
	@Transactional
	void dueOn(Long id, DueForm form, Errors errors) {
		if (!Objects.equals(get(id).getVersion(), form.version())) {
			errors.reject("changed");
			return;
		}
		dueOn(id, form.dueOn());
	}

	/**
	 * Gives one bureau more time, also after the period has closed.
	 * @param bureauName for the log
	 */
	@Transactional
	public void extend(Long id, Long bureauId, String bureauName, LocalDate until, String reason) {
		ReportingPeriod period = get(id);
		period.extend(bureauId, until, reason);
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "%s 延期至 %s：%s".formatted(bureauName, until, reason));
	}

	/**
	 * Lets one bureau write that is to mend, though the period is closed.
	 * @param bureauName for the log
	 * @return the last day on which it may, nothing where it may anyway
	 */
	@Transactional
	public Optional<LocalDate> letMend(Long id, Long bureauId, String bureauName, String reason) {
		ReportingPeriod period = get(id);
		if (period.takesWritingFrom(bureauId, today())) {
			return Optional.empty();
		}
		LocalDate due = period.dueFor(bureauId);
		LocalDate until = (due.isAfter(today()) ? due : today()).plusDays(DAYS_TO_MEND);
		extend(id, bureauId, bureauName, until, reason);
		return Optional.of(until);
	}

	/** Gives one bureau more time, or says beside the field why not. */
	@Transactional
	void extend(Long id, ExtensionForm form, Errors errors) {
		Optional<Bureau> bureau = this.bureaus.find(form.bureauId()).filter(Bureau::isFiling);
		if (bureau.isEmpty()) {
			errors.rejectValue("bureauId", "unknown", "这个机构不填报告");
		}
		if (!form.until().isAfter(get(id).getDueOn())) {
			errors.rejectValue("until", "early", "须晚于截止日期 " + get(id).getDueOn());
		}
		if (!errors.hasErrors()) {
			extend(id, form.bureauId(), bureau.get().getName(), form.until(), form.reason());
		}
	}

	@Transactional
	void withdrawExtension(Long id, Long bureauId) {
		ReportingPeriod period = get(id);
		String name = this.bureaus.find(bureauId).map(Bureau::getName).orElse("");
		if (period.withdrawExtension(bureauId)) {
			this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), name + " 取消延期");
		}
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> reasonToKeep(Long bureauId) {
		return (this.periods.countExtensions(bureauId) > 0) ? Optional.of("已有延期记录") : Optional.empty();
	}

	/** Plans a period, or says beside the field why not. */
	@Transactional
	Optional<ReportingPeriod> plan(PeriodForm form, Errors errors) {
		if (!kinds().contains(form.kind())) {
			errors.rejectValue("kind", "off", "没有启用" + form.kind().label() + "报告");
			return Optional.empty();
		}
		if (this.periods.find(form.year(), form.kind()).isPresent()) {
			errors.rejectValue("kind", "duplicate", form.kind().titleOf(form.year()) + "已经有了");
			return Optional.empty();
		}
		return Optional.of(plan(form.year(), form.kind(), form.dueOn()));
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private ReportingPeriod get(Long id) {
		return this.periods.findById(id).orElseThrow();
	}

}
