package org.kebao.check;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface FrozenFindingRepository extends Repository<FrozenFinding, Long> {

	FrozenFinding save(FrozenFinding finding);

	Optional<FrozenFinding> findByIdAndRevisionId(Long id, Long revisionId);

	List<FrozenFinding> findByRevisionIdOrderByPosition(Long revisionId);

	int countByRevisionIdAndVerdict(Long revisionId, Explanation.Verdict verdict);

}
