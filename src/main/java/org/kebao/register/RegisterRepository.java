package org.kebao.register;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import org.kebao.report.Report;
import org.kebao.report.ValueChange;

interface RegisterRepository extends Repository<Report, Long> {

	Optional<Report> findById(Long id);

	Optional<Report> findByBureauIdAndPeriodId(Long bureauId, Long periodId);

	List<Report> findByPeriodId(Long periodId);

	List<Report> findByPeriodIdIn(Collection<Long> periodIds);

	List<Report> findByBureauIdInAndPeriodIdIn(Collection<Long> bureaus, Collection<Long> periods);

	List<Report> findByStatusOrderByApprovedAtDescIdDesc(Report.Status status, Limit limit);

	@Query("""
			select v.report.id as reportId, v.metricId as metricId, v.amount as amount
			from MetricValue v where v.report.id in :reports and (v.amount is not null or v.state = NOT_APPLICABLE)""")
	List<ReportedAnswer> answers(Collection<Long> reports);

	@Query("""
			select r from Report r, ReportingPeriod p where p.id = r.periodId and r.bureauId in :bureaus
			and (:periodId is null or r.periodId = :periodId) and (:status is null or r.status = :status)
			order by p.year desc, p.months desc, r.bureauId""")
	List<Report> find(Collection<Long> bureaus, @Nullable Long periodId, Report.@Nullable Status status, Pageable page);

	@Query("""
			select count(r) from Report r where r.bureauId in :bureaus
			and (:periodId is null or r.periodId = :periodId) and (:status is null or r.status = :status)""")
	long count(Collection<Long> bureaus, @Nullable Long periodId, Report.@Nullable Status status);

	List<Report> findByStatusAndBureauIdInOrderBySubmittedAtAscIdAsc(Report.Status status, Collection<Long> bureaus,
			Pageable page);

	long countByStatusAndBureauIdIn(Report.Status status, Collection<Long> bureaus);

	@Query("""
			select r from Report r, ReportingPeriod p where p.id = r.periodId and r.bureauId = :bureauId
			order by p.year desc, p.months desc""")
	List<Report> ofBureau(Long bureauId);

	/** What was approved for one metric in a period, by bureau. */
	@Query("""
			select v.report.bureauId as bureauId, v.amount as amount from MetricValue v
			where v.report.bureauId in :bureaus and v.report.periodId = :periodId and v.metricId = :metricId
			and v.report.status = APPROVED and v.amount is not null""")
	List<BureauAmount> approvedAmounts(Collection<Long> bureaus, Long periodId, Long metricId);

	/** What stands in submitted and approved reports; nobody writes there now. */
	@Query("""
			select new org.kebao.register.FiledValue(r.bureauId, r.periodId, v.metricId, v.state, v.amount, v.certainty,
			  v.note)
			from MetricValue v join v.report r
			where r.bureauId in :bureaus and r.periodId in :periods and v.metricId in :metrics
			and r.status in (SUBMITTED, APPROVED) and v.state <> BLANK""")
	List<FiledValue> filedValues(Collection<Long> bureaus, Collection<Long> periods, Collection<Long> metrics);

	/**
	 * For each of those periods the last thing an approved report of an earlier one says,
	 * an amount or that there is none.
	 */
	@Query(nativeQuery = true,
			value = """
					select distinct on (later.id, r.bureau_id, v.metric_id) later.id as "laterPeriodId", r.period_id as "periodId",
					  r.bureau_id as "bureauId", v.metric_id as "metricId", v.amount as "amount",
					  v.certainty as "certainty", v.note as "note"
					from reporting_periods later
					join period_kinds lk on lk.code = later.kind
					join reporting_periods p on p.year <= later.year
					join period_kinds k on k.code = p.kind and (p.year < later.year or k.months < lk.months)
					join reports r on r.period_id = p.id and r.status = 'APPROVED'
					join metric_values v on v.report_id = r.id
					where later.id in (:periods) and r.bureau_id in (:bureaus) and v.metric_id in (:metrics)
					  and v.state in ('GIVEN', 'NOT_APPLICABLE')
					order by later.id, r.bureau_id, v.metric_id, p.year desc, k.months desc""")
	List<EarlierValue> lastApprovedBefore(Collection<Long> bureaus, Collection<Long> periods, Collection<Long> metrics);

	@Query("from ValueChange c where c.reportId = :reportId order by c.id desc")
	List<ValueChange> changes(Long reportId, Limit limit);

	/** What one bureau gave. */
	interface BureauAmount {

		Long getBureauId();

		BigDecimal getAmount();

	}

	/** What was answered to one metric in one of several reports. */
	interface ReportedAnswer {

		Long getReportId();

		Long getMetricId();

		/** None for 不适用. */
		@Nullable BigDecimal getAmount();

	}

}
