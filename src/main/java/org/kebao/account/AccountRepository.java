package org.kebao.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

	Account saveAndFlush(Account account);

	@Query("from Account a left join fetch a.roles where a.id = :id")
	Optional<Account> findById(Long id);

	@Query("from Account a left join fetch a.roles where a.username = :username")
	Optional<Account> findByUsername(String username);

	/**
	 * A page of those whose username or name has the text in it, or who belong to one of
	 * the bureaus.
	 */
	@Query("""
			from Account a where locate(lower(:text), lower(a.username)) > 0 or locate(lower(:text), lower(a.name)) > 0
			or a.bureauId in :bureauIds order by a.username""")
	Page<Account> find(String text, Collection<Long> bureauIds, Pageable page);

	/** Brings the roles of all of them along. */
	@Query("select distinct a from Account a left join fetch a.roles where a in :accounts")
	List<Account> withRoles(Collection<Account> accounts);

	@Query("select count(a) > 0 from Account a where lower(a.username) = lower(:username)")
	boolean isTaken(String username);

	/**
	 * The administrators who can sign in. Held until the transaction ends, so that two of
	 * them cannot put each other out at once.
	 */
	@Query(nativeQuery = true, value = """
			select a.id from accounts a
			where not a.locked
			  and exists (select 1 from account_roles r where r.account_id = a.id and r.role = 'ADMINISTRATOR')
			order by a.id for update""")
	Set<Long> lockAdministrators();

	int countByBureauId(Long bureauId);

	@Query(nativeQuery = true, value = "select code from roles where active")
	Set<String> activeRoles();

	/** Takes a role into use, or out of it where nobody has it. */
	@Modifying
	@Query(nativeQuery = true, value = """
			update roles set active = :active where code = :code and active <> :active
			and (:active or not exists (select 1 from account_roles had where had.role = :code))""")
	int switchRole(String code, boolean active);

	@Query(nativeQuery = true, value = "select count(*) from account_roles where role = :code")
	int countByRole(String code);

	@Query("select a.id as id, a.name as name from Account a where a.id in :ids")
	List<AccountName> names(Collection<Long> ids);

	long count();

	int countByPasswordHash(String hash);

	@Modifying
	@Query("update Account a set a.passwordHash = :hash where a.passwordHash = :closed")
	void open(String closed, String hash);

	/** An id with the name that belongs to it. */
	interface AccountName {

		Long getId();

		String getName();

	}

}
