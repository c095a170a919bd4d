package org.kebao.check;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RuleRepository extends Repository<Rule, Long> {

	Rule saveAndFlush(Rule rule);

	Optional<Rule> findById(Long id);

	boolean existsByCode(String code);

	@Query("from Rule r order by r.position, r.code")
	List<Rule> findAll();

	@Query("from Rule r where r.active order by r.position, r.code")
	List<Rule> findActive();

	@Query("select coalesce(max(r.position), 0) from Rule r")
	int lastPosition();

}
