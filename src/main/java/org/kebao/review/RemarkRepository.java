package org.kebao.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RemarkRepository extends Repository<Remark, Long> {

	Remark save(Remark remark);

	void delete(Remark remark);

	Optional<Remark> findByIdAndReportIdAndMadeBy(Long id, Long reportId, Long madeBy);

	long countByRevisionId(Long revisionId);

	/** What was said on a version and not sent yet. */
	List<Remark> findByRevisionIdAndReviewIdIsNullOrderById(Long revisionId);

	/** All that was ever said on a report, in the order it was said. */
	@Query("""
			select m as remark, a.name as name from Remark m join Account a on a.id = m.madeBy
			where m.reportId = :reportId order by m.id""")
	List<Made> ofReport(Long reportId);

	/** What was sent with those decisions, in the order it was said. */
	@Query("""
			select m as remark, a.name as name from Remark m join Account a on a.id = m.madeBy
			where m.reviewId in :reviewIds order by m.id""")
	List<Made> sentWith(Collection<Long> reviewIds);

	/** A remark with the name of who made it. */
	interface Made {

		Remark getRemark();

		String getName();

	}

}
