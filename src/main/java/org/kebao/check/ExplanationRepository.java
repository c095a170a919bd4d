package org.kebao.check;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface ExplanationRepository extends Repository<Explanation, Long> {

	Explanation save(Explanation explanation);

	List<Explanation> findByReportId(Long reportId);

	Optional<Explanation> findById(Long id);

	/** The newest of that key: they move with what they explain. */
	Optional<Explanation> findFirstByReportIdAndFindingKeyOrderByIdDesc(Long reportId, String findingKey);

	long countByReportId(Long reportId);

}
