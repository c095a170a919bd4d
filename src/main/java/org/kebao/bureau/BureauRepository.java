package org.kebao.bureau;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BureauRepository extends Repository<Bureau, Long> {

	Bureau save(Bureau bureau);

	Bureau saveAndFlush(Bureau bureau);

	Optional<Bureau> findById(Long id);

	Optional<Bureau> findByCode(String code);

	@Query("from Bureau b join fetch b.level order by b.position, b.id")
	List<Bureau> findAll();

	@Query("from Bureau b join fetch b.level where b.id in :ids order by b.position, b.id")
	List<Bureau> findAll(Collection<Long> ids);

	boolean existsByParentId(Long id);

	void delete(Bureau bureau);

	@Query("from BureauLevel l order by l.position")
	List<BureauLevel> levels();

	/** A bureau and all below it, in one statement whatever the depth. */
	@Query(nativeQuery = true, value = """
			with recursive below (id) as (
			  select id from bureaus where id = :id
			  union all
			  select b.id from bureaus b join below on b.parent_id = below.id)
			select id from below""")
	Set<Long> idsFrom(Long id);

}
