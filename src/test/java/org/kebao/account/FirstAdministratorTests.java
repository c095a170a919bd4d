package org.kebao.account;

import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class FirstAdministratorTests {

	private final Accounts accounts = mock();

	@BeforeEach
	void nobodyYet() {
		given(this.accounts.isEmpty()).willReturn(true);
	}

	@Test
	void aGoodPasswordOfTheOperatorIsTakenAndChangedAtTheFirstSignIn() {
		assertThat(made("Right-Word-1-Right")).isEqualTo("Right-Word-1-Right");
	}

	@Test
	void aBadOneIsNotTaken() {
		for (String bad : new String[] { "admin", "Passw0rd", "Admin@123456", "short-A1" }) {
			clearInvocations(this.accounts);
			assertThat(made(bad)).hasSize(16).isNotEqualTo(bad);
		}
	}

	@Test
	void whereNoneIsGivenOneIsMade() {
		assertThat(made("")).hasSize(16);
	}

	@Test
	void whereThereIsSomebodyNothingIsDone() {
		given(this.accounts.isEmpty()).willReturn(false);
		new FirstAdministrator(this.accounts).run(new DefaultApplicationArguments());
		verify(this.accounts, never()).create(anyString(), anyString(), any(), any(), anyString(), anyBoolean());
	}

	/** The password the first administrator got, which must be changed. */
	private String made(String chosen) {
		FirstAdministrator first = new FirstAdministrator(this.accounts);
		ReflectionTestUtils.setField(first, "chosen", chosen);
		first.run(new DefaultApplicationArguments());
		ArgumentCaptor<String> password = ArgumentCaptor.captor();
		verify(this.accounts).create(eq("admin"), anyString(), any(), eq(Set.of(Role.ADMINISTRATOR)),
				password.capture(), eq(true));
		return password.getValue();
	}

}
