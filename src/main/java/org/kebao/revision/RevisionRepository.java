package org.kebao.revision;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface RevisionRepository extends Repository<Revision, Long> {

	Revision saveAndFlush(Revision revision);

	Optional<Revision> findById(Long id);

	Optional<Revision> findByReportIdAndNumber(Long reportId, int number);

}
