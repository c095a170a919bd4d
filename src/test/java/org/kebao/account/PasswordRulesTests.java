package org.kebao.account;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "Passw0rd", "P@ssw0rd2026", "Kebao-2026", "Kejiju2026!", "Qwer1234!", "Aa123456!",
			"Admin@123456", "1qaz@WSX", "Huawei@123" })
	void refusesWhatPeopleGuessFirst(String password) {
		assertThat(PasswordRules.refusal(password, "zhou.wen", Set.of(Role.REPORTER))).get().asString().contains("常见");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Right-Word-1", "Other-Word-2", "Xk4-trombone-Q", "Hu6.tieXian9" })
	void takesWhatNobodyGuesses(String password) {
		assertThat(PasswordRules.refusal(password, "zhou.wen", Set.of(Role.REPORTER))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "short-A1", "alllowercase1", "Zhou.wen-77-x", "" })
	void refusesWhatIsNotMadeOfEnough(String password) {
		assertThat(PasswordRules.refusal(password, "zhou.wen", Set.of(Role.ADMINISTRATOR))).isPresent();
	}

}
