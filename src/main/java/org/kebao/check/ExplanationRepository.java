package org.kebao.check;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface ExplanationRepository extends Repository<Explanation, Long> {

	Explanation save(Explanation explanation);

	List<Explanation> findByReportId(Long reportId);

	Optional<Explanation> findByReportIdAndFindingKey(Long reportId, String findingKey);

}
