package org.kebao.period;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;

/**
 * The door to the reporting periods.
 */
@Service
@RequiredArgsConstructor
public class Periods {

	private final PeriodRepository periods;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	@Transactional(readOnly = true)
	public Optional<ReportingPeriod> find(Long id) {
		return this.periods.findById(id);
	}

	@Transactional(readOnly = true)
	public Optional<ReportingPeriod> find(int year, PeriodKind kind) {
		return this.periods.find(year, kind);
	}

	/** All periods, the newest first. */
	@Transactional(readOnly = true)
	public List<ReportingPeriod> all() {
		return this.periods.findAll();
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

	@Transactional
	public void close(Long id) {
		ReportingPeriod period = get(id);
		period.close(this.clock.instant());
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "关闭");
	}

	@Transactional
	public void dueOn(Long id, LocalDate day) {
		ReportingPeriod period = get(id);
		period.dueOn(day);
		this.audit.add(Act.PERIOD_CHANGED, period.getTitle(), "截止改为 " + day);
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

	private ReportingPeriod get(Long id) {
		return this.periods.findById(id).orElseThrow();
	}

}
