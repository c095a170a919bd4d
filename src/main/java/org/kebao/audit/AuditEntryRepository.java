package org.kebao.audit;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AuditEntryRepository extends Repository<AuditEntry, Long> {

	AuditEntry save(AuditEntry entry);

	@Query("""
			from AuditEntry e where (:act is null or e.action = :act) and (:actor = '' or e.actor = :actor)
			order by e.at desc, e.id desc""")
	Slice<AuditEntry> find(@Nullable Act act, String actor, Pageable page);

}
