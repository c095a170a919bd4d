package org.kebao.bureau;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BureauRepository extends Repository<Bureau, Long> {

	Bureau saveAndFlush(Bureau bureau);

	Optional<Bureau> findById(Long id);

	Optional<Bureau> findByCode(String code);

	@Query("from Bureau b join fetch b.level order by b.position, b.id")
	List<Bureau> findAll();

	@Query("from Bureau b join fetch b.level where b.id in :ids order by b.position, b.id")
	List<Bureau> findAll(Collection<Long> ids);

	@Query("from Bureau b join fetch b.level where b.parentId in :ids order by b.position, b.id")
	List<Bureau> findBelow(Collection<Long> ids);

	boolean existsByParentId(Long id);

	void delete(Bureau bureau);

	@Query("from BureauLevel l order by l.position")
	List<BureauLevel> levels();

	@Query("from BureauLevel l where l.code = :code")
	Optional<BureauLevel> level(String code);

	@Query("select coalesce(max(b.position), 0) from Bureau b where coalesce(b.parentId, 0) = coalesce(:parentId, 0)")
	int lastPosition(@Nullable Long parentId);

	@Query("select b.id from Bureau b where locate(lower(:part), lower(b.name)) > 0")
	Set<Long> idsNamed(String part);

	/** Held until the transaction ends: one change of the tree after the other. */
	@Query(nativeQuery = true, value = "select id from bureaus where parent_id is null order by id for update")
	List<Long> lockTop();

	/** A bureau and all below it, in one statement whatever the depth. */
	@Query(nativeQuery = true, value = """
			with recursive below (id) as (
			  select id from bureaus where id = :id
			  union
			  select b.id from bureaus b join below on b.parent_id = below.id)
			select id from below""")
	Set<Long> idsFrom(Long id);

}
