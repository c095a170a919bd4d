package org.kebao.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

	Account saveAndFlush(Account account);

	@Query("from Account a left join fetch a.roles where a.id = :id")
	Optional<Account> findById(Long id);

	@Query("from Account a left join fetch a.roles where a.username = :username")
	Optional<Account> findByUsername(String username);

	@Query("select distinct a from Account a left join fetch a.roles order by a.username")
	List<Account> findAll();

	@Query("select a.id as id, a.name as name from Account a where a.id in :ids")
	List<AccountName> names(Collection<Long> ids);

	long count();

	/** An id with the name that belongs to it. */
	interface AccountName {

		Long getId();

		String getName();

	}

}
