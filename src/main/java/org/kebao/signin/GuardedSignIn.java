package org.kebao.signin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import org.kebao.account.Accounts;
import org.kebao.account.SignInFailures;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;

/**
 * Signs people in: five failures shut the name for fifteen minutes, and every attempt is
 * on record.
 */
@Component
class GuardedSignIn implements AuthenticationProvider {

	private final DaoAuthenticationProvider passwords;

	private final SignInFailures failures;

	private final AuditLog audit;

	private final ObjectProvider<SignInNotice> notice;

	GuardedSignIn(Accounts accounts, PasswordEncoder encoder, SignInFailures failures, AuditLog audit,
			ObjectProvider<SignInNotice> notice) {
		this.passwords = new DaoAuthenticationProvider(
				(username) -> accounts.details(username).orElseThrow(() -> new UsernameNotFoundException(username)));
		this.passwords.setPasswordEncoder(encoder);
		// that an account is locked learns only who knows its password
		this.passwords.setPreAuthenticationChecks((details) -> {
		});
		this.passwords.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
		this.failures = failures;
		this.audit = audit;
		this.notice = notice;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		if (this.notice.stream().anyMatch(SignInNotice::isLoading)) {
			throw new StillLoadingException();
		}
		String username = attempt.getName();
		if (!this.failures.admits(username)) {
			this.audit.add(username, Act.SIGN_IN_FAILED, username, "暂停登录期间");
			throw new LockedException("Too many failures");
		}
		try {
			Authentication result = this.passwords.authenticate(attempt);
			this.failures.forget(username);
			this.audit.add(username, Act.SIGNED_IN, username, "");
			return result;
		}
		catch (AuthenticationException ex) {
			this.audit.add(username, Act.SIGN_IN_FAILED, username, "");
			throw ex;
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
