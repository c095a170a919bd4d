package org.kebao.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

import org.kebao.HouseTest;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
@Transactional
class AccountsTests {

	@Autowired
	Accounts accounts;

	@Autowired
	AccountEditor editor;

	@Autowired
	Bureaus bureaus;

	@Autowired
	AccountRepository rows;

	@Autowired
	EntityManager entities;

	private Bureau bureau;

	private Account zhou;

	@BeforeEach
	void people() {
		// the tests' one administrator is the one these tests make
		this.rows.lockAdministrators().forEach((id) -> this.rows.findById(id).orElseThrow().lock(true));
		this.bureau = this.bureaus.found("T-A", "独一处县科技局", "COUNTY", null, 1, LocalDate.of(2024, 1, 1), null);
		this.zhou = this.accounts.create("t.zhou", "欧阳独一", this.bureau.getId(), Set.of(Role.REPORTER), "x", false);
		this.entities.flush();
	}

	@Test
	void refusesAUsernameThatIsTakenAlsoInOtherLetters() {
		assertThat(created("t.zhou").getFieldError("username")).isNotNull();
		assertThat(created("T.Zhou").getFieldError("username")).isNotNull();
		assertThat(created("t.zhou2").hasErrors()).isFalse();
	}

	@Test
	void onlyAnAdministratorBelongsToNoBureau() {
		Errors errors = errors();
		this.editor.create(new AccountForm(null, "t.new", "新人", null, Set.of(Role.REPORTER)), "x", errors);
		assertThat(errors.getFieldError("bureauId")).isNotNull();
		assertThat(this.accounts.person("t.new")).isEmpty();
	}

	@Test
	void aNewAccountChangesItsPasswordFirst() {
		created("t.new");
		assertThat(this.accounts.person("t.new"))
			.hasValueSatisfying((person) -> assertThat(person.mustChangePassword()).isTrue());
	}

	@Test
	void theLastAdministratorKeepsTheRole() {
		Account admin = administrator("t.admin");
		Errors errors = change(admin, Set.of(Role.REPORTER));
		assertThat(errors.getFieldError("roles")).isNotNull();
		assertThat(admin.getRoles()).containsOnly(Role.ADMINISTRATOR);
	}

	@Test
	void theLastAdministratorIsNotLocked() {
		Account admin = administrator("t.admin");
		assertThat(this.editor.lock(admin.getId(), People.administrator())).contains("这是最后一个可用的管理员，不能停用");
		assertThat(admin.isLocked()).isFalse();
	}

	@Test
	void aLockedAdministratorDoesNotCount() {
		Account admin = administrator("t.admin");
		Account other = administrator("t.admin2");
		assertThat(this.editor.lock(other.getId(), People.administrator())).isEmpty();
		this.entities.flush();
		assertThat(this.editor.lock(admin.getId(), People.administrator())).isPresent();
		assertThat(change(admin, Set.of(Role.REPORTER)).hasErrors()).isTrue();
	}

	@Test
	void withAnotherAdministratorTheRoleCanBeGivenUp() {
		Account admin = administrator("t.admin");
		administrator("t.admin2");
		assertThat(change(admin, Set.of(Role.REPORTER)).hasErrors()).isFalse();
		assertThat(admin.getRoles()).containsOnly(Role.REPORTER);
	}

	@Test
	void nobodyLocksHimself() {
		administrator("t.admin");
		Account self = administrator("t.admin2");
		Person me = this.accounts.person(self.getUsername()).orElseThrow();
		assertThat(this.editor.lock(self.getId(), me)).contains("不能停用自己的账号");
		assertThat(self.isLocked()).isFalse();
	}

	@Test
	void refusesAChangeOfWhatSomebodyElseHasChangedMeanwhile() {
		AccountForm old = AccountForm.of(this.zhou);
		change(this.zhou, Set.of(Role.REPORTER, Role.SUPERVISOR));
		this.entities.flush();
		Errors errors = errors();
		this.editor.change(this.zhou.getId(), old, errors);
		assertThat(errors.hasGlobalErrors()).isTrue();
		assertThat(this.zhou.getRoles()).contains(Role.SUPERVISOR);
	}

	@Test
	void findsByUsernameNameAndBureau() {
		assertThat(found("T.ZHO")).containsExactly("t.zhou");
		assertThat(found("欧阳独一")).containsExactly("t.zhou");
		assertThat(found("独一处")).containsExactly("t.zhou");
		assertThat(found("t_zhou")).isEmpty();
		assertThat(found("%")).isEmpty();
	}

	private List<String> found(String text) {
		return this.editor.search(text, PageRequest.of(0, 10)).map(Account::getUsername).getContent();
	}

	private Account administrator(String username) {
		Account account = this.accounts.create(username, "管理员", null, Set.of(Role.ADMINISTRATOR), "x", false);
		this.entities.flush();
		return account;
	}

	private Errors created(String username) {
		Errors errors = errors();
		this.editor.create(new AccountForm(null, username, "新人", this.bureau.getId(), Set.of(Role.REPORTER)), "x",
				errors);
		return errors;
	}

	private Errors change(Account account, Set<Role> roles) {
		Errors errors = errors();
		this.editor.change(account.getId(), new AccountForm(account.getVersion(), "", "改名", this.bureau.getId(), roles),
				errors);
		return errors;
	}

	private static Errors errors() {
		return new BeanPropertyBindingResult(AccountForm.EMPTY, "form");
	}

}
