package org.kebao.review;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import org.kebao.revision.Revision;

interface ReviewRepository extends Repository<Review, Long> {

	Review saveAndFlush(Review review);

	/** All decisions on a report, the newest first. */
	@Query("""
			select r as review, v.number as number, a.name as name from Review r
			join Revision v on v.id = r.revisionId join Account a on a.id = r.decidedBy
			where r.reportId = :reportId order by r.id desc""")
	List<Decided> decisions(Long reportId);

	/** The newest decision of each report by which it went back to its bureau. */
	@Query("""
			select r as review, v.number as number, a.name as name from Review r
			join Revision v on v.id = r.revisionId join Account a on a.id = r.decidedBy
			where r.id in (select max(x.id) from Review x where x.reportId in :reportIds
			and x.decision <> org.kebao.review.Decision.APPROVED group by x.reportId)""")
	List<Decided> lastReturns(Collection<Long> reportIds);

	/** A decision with the number of its version and the name of who made it. */
	interface Decided {

		Review getReview();

		int getNumber();

		String getName();

	}

}
