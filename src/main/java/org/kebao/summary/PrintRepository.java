package org.kebao.summary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PrintRepository extends Repository<Print, Print.Key> {

	Optional<Print> findById(Print.Key id);

	/** Which prints of a revision there are, without what stands in them. */
	@Query("select p.id from Print p where p.id.revisionId = :revisionId")
	List<Print.Key> findKeys(Long revisionId);

	/** A print that is there already stays. */
	@Modifying
	@Query(value = """
			insert into summary_prints (revision_id, template_version_id, annexed, html, sha256, printed_at)
			values (:revisionId, :versionId, :annexed, :html, :sha256, :now) on conflict do nothing""",
			nativeQuery = true)
	void keep(Long revisionId, Long versionId, boolean annexed, String html, String sha256, Instant now);

}
