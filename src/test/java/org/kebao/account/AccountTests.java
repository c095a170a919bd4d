package org.kebao.account;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccountTests {

	@Test
	void needsARole() {
		assertThatIllegalArgumentException().isThrownBy(() -> account(1L, Set.of()));
	}

	@Test
	void onlyAnAdministratorBelongsToNoBureau() {
		assertThat(account(null, Set.of(Role.ADMINISTRATOR)).getBureauId()).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> account(null, Set.of(Role.REPORTER)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> account(null, Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR)));
	}

	@Test
	void aPasswordOfSomebodyElseIsChangedFirst() {
		Account account = account(1L, Set.of(Role.REPORTER));
		assertThat(account.isMustChangePassword()).isFalse();
		account.resetPassword("other");
		assertThat(account.isMustChangePassword()).isTrue();
		account.choosePassword("own");
		assertThat(account.isMustChangePassword()).isFalse();
	}

	@Test
	void aOneTimePasswordIsLongAndReadable() {
		assertThat(OneTimePassword.generate()).hasSize(16).doesNotContain("0", "O", "1", "l", "I");
		assertThat(OneTimePassword.generate()).isNotEqualTo(OneTimePassword.generate());
	}

	private static Account account(Long bureauId, Set<Role> roles) {
		return new Account("zhou", "周文", bureauId, roles, "hash", false, Instant.EPOCH);
	}

}
