package org.kebao.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import org.kebao.amount.Certainty;
import org.kebao.period.PeriodKind;

interface ReportRepository extends Repository<Report, Long> {

	Report save(Report report);

	void flush();

	Optional<Report> findById(Long id);

	/** Whoever changes a report waits here for whoever changes it before him. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("from Report r where r.id = :id")
	Optional<Report> findForChange(Long id);

	Optional<Report> findByBureauIdAndPeriodId(Long bureauId, Long periodId);

	boolean existsByBureauId(Long bureauId);

	@Query("select r.bureauId from Report r where r.periodId = :periodId")
	Set<Long> bureausOf(Long periodId);

	@Query("from Theme t order by t.position, t.id")
	List<Theme> themes();

	/** What was approved for a bureau in a period. */
	@Query("""
			select v.metricId as metricId, v.amount as amount, v.certainty as certainty from MetricValue v
			where v.report.bureauId = :bureauId and v.report.periodId = :periodId
			and v.report.status = APPROVED and v.amount is not null""")
	List<GivenAmount> approvedAmounts(Long bureauId, Long periodId);

	/** What was approved for a bureau in all periods of those years. */
	@Query("""
			select p.year as year, p.kind as kind, v.metricId as metricId, v.amount as amount,
			v.certainty as certainty from MetricValue v, ReportingPeriod p where p.id = v.report.periodId
			and v.report.bureauId = :bureauId and v.report.status = APPROVED and v.amount is not null
			and v.metricId in :metrics and p.year between :from and :to""")
	List<DatedAmount> approvedAmounts(Long bureauId, Collection<Long> metrics, int from, int to);

	/** Reports whose plan is approved and was never kept. */
	@Query("""
			select r.id from Report r where r.status = APPROVED
			and not exists (select 1 from Promise p where p.sourceReportId = r.id) order by r.id""")
	List<Long> approvedWithoutPromises();

	/** What was given for one metric in one period. */
	interface DatedAmount extends GivenAmount {

		Integer getYear();

		PeriodKind getKind();

	}

	/** Whoever changes what stands in all reports waits for, and holds, each of them. */
	@Query(nativeQuery = true, value = "select id from reports order by id for update")
	List<Long> lockAll();

	/** What the amounts of a metric need after they were multiplied. */
	@Query(nativeQuery = true, value = """
			select max(min_scale(kept.amount * :factor)) as decimals, max(abs(kept.amount * :factor)) as largest
			from (select amount from metric_values where metric_id = :metricId and amount is not null
			union all select amount from plan_targets
			where metric_id = :metricId and aim in ('AMOUNT', 'ABOVE') and amount is not null) kept""")
	Kept kept(Long metricId, BigDecimal factor);

	/** A converted figure keeps old and new in its history, like any other change. */
	@Modifying(flushAutomatically = true)
	@Query(nativeQuery = true, value = """
			insert into value_changes (report_id, metric_id, kind, old_text, new_text, why, changed_by, changed_at)
			select report_id, metric_id, 'UNIT', trim_scale(amount) || :before, trim_scale(amount * :factor) || :now,
			note, :by, :at
			from metric_values where metric_id = :metricId and amount is not null""")
	void rememberConversion(Long metricId, BigDecimal factor, String before, String now, Long by, Instant at);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update MetricValue v set v.amount = v.amount * :factor where v.metricId = :metricId and v.amount is not null")
	void convertValues(Long metricId, BigDecimal factor);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update PlanTarget t set t.amount = t.amount * :factor
			where t.metricId = :metricId and t.aim in (AMOUNT, ABOVE) and t.amount is not null""")
	void convertTargets(Long metricId, BigDecimal factor);

	/** The longest of some amounts; null and null where there are none. */
	interface Kept {

		Integer getDecimals();

		@Nullable BigDecimal getLargest();

	}

	/** What was given for one metric. */
	interface GivenAmount {

		Long getMetricId();

		BigDecimal getAmount();

		Certainty getCertainty();

	}

}
