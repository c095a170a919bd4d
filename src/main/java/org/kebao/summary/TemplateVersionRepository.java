package org.kebao.summary;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TemplateVersionRepository extends Repository<TemplateVersion, Long> {

	TemplateVersion saveAndFlush(TemplateVersion version);

	Optional<TemplateVersion> findByTemplateIdAndNumber(Long templateId, int number);

	/** The newest one that is older than that number. */
	Optional<TemplateVersion> findFirstByTemplateIdAndNumberLessThanOrderByNumberDesc(Long templateId, int number);

	List<TemplateVersion> findByTemplateIdOrderByNumberDesc(Long templateId);

	@Query("""
			from TemplateVersion v
			where v.number = (select max(w.number) from TemplateVersion w where w.templateId = v.templateId)""")
	List<TemplateVersion> findNewest();

	@Query(value = """
			select v.* from summary_template_versions v join summary_pins p on p.template_version_id = v.id
			where p.revision_id = :revisionId""", nativeQuery = true)
	List<TemplateVersion> findPinned(Long revisionId);

	@Modifying
	@Query(value = """
			insert into summary_pins (revision_id, template_version_id) values (:revisionId, :versionId)
			on conflict do nothing""", nativeQuery = true)
	void pin(Long revisionId, Long versionId);

}
