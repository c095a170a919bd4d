package org.kebao.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.HouseTest;
import org.kebao.MovableClock;
import org.kebao.account.Account;
import org.kebao.account.Accounts;
import org.kebao.account.People;
import org.kebao.account.Person;
import org.kebao.account.PersonDetails;
import org.kebao.account.Right;
import org.kebao.account.Role;
import org.kebao.account.SignInFailures;
import org.kebao.audit.AuditLog;
import org.kebao.bureau.Bureaus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
@Transactional
class SignInTests {

	private static final String PASSWORD = "Right-Word-1";

	@Autowired
	private ApplicationContext context;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Accounts accounts;

	@Autowired
	Bureaus bureaus;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	AuditLog audit;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ObjectProvider<SignInNotice> notices;

	private MovableClock clock;

	private GuardedSignIn door;

	private String username;

	private Account account;

	@BeforeEach
	void open(@Autowired Clock clock) {
		this.clock = new MovableClock(clock.instant(), clock.getZone());
		this.door = new GuardedSignIn(this.accounts, this.passwords, new SignInFailures(this.jdbc, this.clock),
				this.audit, this.notices);
		this.username = "t." + UUID.randomUUID();
		Long bureau = this.bureaus.found("T-S", "某县科技局", "COUNTY", null, 1, LocalDate.of(2024, 1, 1), null).getId();
		this.account = this.accounts.create(this.username, "周文", bureau, Set.of(Role.REPORTER), PASSWORD, false);
	}

	@Test
	void fiveFailuresShutANameForFifteenMinutesWhetherItExistsOrNot() {
		for (String name : new String[] { this.username, "nobody." + UUID.randomUUID() }) {
			for (int i = 0; i < 5; i++) {
				assertThat(refusal(name, "wrong")).isInstanceOf(BadCredentialsException.class);
			}
			assertThat(refusal(name, "wrong")).isInstanceOf(LockedException.class);
		}
		assertThat(refusal(this.username, PASSWORD)).isInstanceOf(LockedException.class);
		this.clock.moveOn(Duration.ofMinutes(15).minusSeconds(1));
		assertThat(refusal(this.username, PASSWORD)).isInstanceOf(LockedException.class);
		this.clock.moveOn(Duration.ofSeconds(1));
		assertThat(signIn(this.username, PASSWORD)).isTrue();
	}

	@Test
	void whileTheDemoIsLoadingNobodyIsToldThatThePasswordIsWrong() throws Exception {
		AtomicBoolean loading = new AtomicBoolean(true);
		StaticListableBeanFactory demo = new StaticListableBeanFactory(
				Map.of("notice", new SignInNotice("", List.of(), loading::get)));
		this.door = new GuardedSignIn(this.accounts, this.passwords, new SignInFailures(this.jdbc, this.clock),
				this.audit, demo.getBeanProvider(SignInNotice.class));
		for (int i = 0; i < 9; i++) {
			assertThat(refusal(this.username, PASSWORD)).isInstanceOf(StillLoadingException.class);
		}
		assertThat(this.mvc.post()
			.uri("/sign-in/failure")
			.requestAttr("SPRING_SECURITY_LAST_EXCEPTION", new StillLoadingException())
			.param("username", this.username)
			.with(forwarded())
			.with(csrf())).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.bodyText()
			.contains("演示数据正在装入")
			.doesNotContain("不正确");
		loading.set(false);
		assertThat(signIn(this.username, PASSWORD)).isTrue();
	}

	@Test
	void aSuccessForgetsTheFailures() {
		for (int round = 0; round < 2; round++) {
			for (int i = 0; i < 4; i++) {
				refusal(this.username, "wrong");
			}
			assertThat(signIn(this.username, PASSWORD)).isTrue();
		}
	}

	@Test
	void onlyWhoKnowsThePasswordLearnsThatTheAccountIsLocked() {
		People.lock(this.account);
		assertThat(refusal(this.username, "wrong")).isInstanceOf(BadCredentialsException.class);
		assertThat(refusal(this.username, PASSWORD)).isInstanceOf(DisabledException.class);
	}

	@Test
	void theSignInPageSaysTheSameOfANameThatExistsAndOfOneThatDoesNot() throws Exception {
		String existing = failedPage(this.username);
		String unknown = failedPage("nobody.1");
		assertThat(existing).contains("账号或密码不正确").isEqualTo(unknown);
	}

	@Test
	void everyAttemptIsOnRecord() {
		refusal(this.username, "wrong");
		signIn(this.username, PASSWORD);
		assertThat(this.jdbc.sql("select action from audit_entries where actor = :actor order by id")
			.param("actor", this.username)
			.query(String.class)
			.list()).containsExactly("SIGN_IN_FAILED", "SIGNED_IN");
	}

	@Test
	void aPasswordOfSomebodyElsesChoiceIsChangedBeforeAnythingElse() {
		People.resetPassword(this.account, this.passwords.encode(PASSWORD));
		Cookie session = session(PASSWORD);
		assertThat(this.mvc.get().uri("/reports").cookie(session)).hasRedirectedUrl("/password");
		assertThat(this.mvc.get().uri("/password").cookie(session)).hasStatusOk().bodyText().contains("您的密码由他人设定");
		Cookie renewed = changePassword(session);
		assertThat(this.account.isMustChangePassword()).isFalse();
		assertThat(this.mvc.get().uri("/session").cookie(renewed)).hasStatusOk();
	}

	@Test
	void noneOfTheLastFivePasswordsIsTakenAgain() {
		List<String> words = List.of(PASSWORD, "Second-Word-2", "Third-Word-3", "Fourth-Word-4", "Fifth-Word-5",
				"Sixth-Word-6");
		Cookie session = session(PASSWORD);
		for (int i = 1; i < words.size(); i++) {
			for (int before = Math.max(0, i - 5); before < i; before++) {
				assertThat(change(session, words.get(i - 1), words.get(before)))
					.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
					.bodyText()
					.contains("最近五次");
			}
			session = change(session, words.get(i - 1), words.get(i)).getResponse().getCookie("SESSION");
		}
		assertThat(change(session, words.get(5), PASSWORD)).hasRedirectedUrl("/");
	}

	@Test
	void aWrongCurrentPasswordCountsAsAtTheDoor() {
		Cookie session = session(PASSWORD);
		for (int i = 0; i < 5; i++) {
			assertThat(change(session, "wrong", "Other-Word-2")).bodyText().contains("现在的密码不对");
		}
		assertThat(change(session, PASSWORD, "Other-Word-2")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("15 分钟");
		assertThat(this.passwords.matches(PASSWORD, this.accounts.details(this.username).orElseThrow().getPassword()))
			.isTrue();
	}

	private MvcTestResult change(Cookie session, String current, String chosen) {
		return this.mvc.post()
			.uri("/password")
			.cookie(session)
			.param("current", current)
			.param("chosen", chosen)
			.param("repeated", chosen)
			.with(csrf())
			.exchange();
	}

	@Test
	void whatSomebodySignedInIsRefusedIsOnRecord() {
		Cookie session = session(PASSWORD);
		assertThat(this.mvc.get().uri("/admin/accounts").cookie(session)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/reports/2147483647").cookie(session)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/reports")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(
				this.jdbc.sql("select subject || ' ' || detail from audit_entries where action = 'REFUSED' order by id")
					.query(String.class)
					.list())
			.endsWith("GET /admin/accounts 没有这个页面，或无权查看（404）", "GET /reports/2147483647 没有这个页面，或无权查看（404）");
	}

	@Test
	void aChangedPasswordEndsTheOtherSessions() {
		Cookie here = session(PASSWORD);
		Cookie elsewhere = session(PASSWORD);
		assertThat(isSignedIn(elsewhere)).isTrue();
		Cookie renewed = changePassword(here);
		assertThat(isSignedIn(elsewhere)).isFalse();
		assertThat(isSignedIn(here)).isFalse();
		assertThat(isSignedIn(renewed)).isTrue();
	}

	/** A session that was opened before an upgrade goes on after it. */
	@Test
	void whatOneMayDoFollowsFromOnesRolesAndNotFromTheTokenOfTheSession() {
		PersonDetails details = this.accounts.details(this.account.getUsername()).orElseThrow();
		Authentication old = UsernamePasswordAuthenticationToken.authenticated(details, null,
				List.of(new SimpleGrantedAuthority("ROLE_SUPERVISOR")));
		boolean reviews = details.person().may(Right.REVIEW);
		assertThat(this.mvc.get().uri("/reviews").with(authentication(old)).exchange().getResponse().getStatus())
			.isEqualTo(reviews ? 200 : 404);
		Person supervisor = new Person(details.person().id(), "x", "x", details.person().bureauId(), "",
				Set.of(Role.SUPERVISOR), false);
		Authentication earlier = UsernamePasswordAuthenticationToken
			.authenticated(new PersonDetails(supervisor, null, false), null, List.of());
		assertThat(this.mvc.get().uri("/reviews").with(authentication(earlier))).hasStatusOk();
	}

	@Test
	void aLockedAccountIsSignedOutEverywhere() {
		Cookie session = session(PASSWORD);
		People.lock(this.context, this.account);
		assertThat(isSignedIn(session)).isFalse();
	}

	private boolean isSignedIn(Cookie session) {
		return this.mvc.get().uri("/session").cookie(session).exchange().getResponse().getStatus() == HttpStatus.OK
			.value();
	}

	private Cookie session(String password) {
		MvcTestResult result = this.mvc.post()
			.uri("/sign-in")
			.param("username", this.username)
			.param("password", password)
			.with(csrf())
			.exchange();
		assertThat(result).hasStatus3xxRedirection();
		return result.getResponse().getCookie("SESSION");
	}

	private Cookie changePassword(Cookie session) {
		MvcTestResult result = this.mvc.post()
			.uri("/password")
			.cookie(session)
			.param("current", PASSWORD)
			.param("chosen", "Other-Word-2")
			.param("repeated", "Other-Word-2")
			.with(csrf())
			.exchange();
		assertThat(result).hasRedirectedUrl("/");
		return result.getResponse().getCookie("SESSION");
	}

	private String failedPage(String name) throws Exception {
		MvcTestResult result = this.mvc.post()
			.uri("/sign-in")
			.param("username", name)
			.param("password", "wrong")
			.with(csrf())
			.exchange();
		Matcher alert = Pattern.compile("<p class=\"error\".*?</p>", Pattern.DOTALL)
			.matcher(this.mvc.post()
				.uri(result.getResponse().getForwardedUrl())
				.requestAttr("SPRING_SECURITY_LAST_EXCEPTION",
						result.getRequest().getAttribute("SPRING_SECURITY_LAST_EXCEPTION"))
				.param("username", name)
				.with(forwarded())
				.with(csrf())
				.exchange()
				.getResponse()
				.getContentAsString());
		assertThat(alert.find()).isTrue();
		return alert.group();
	}

	private static RequestPostProcessor forwarded() {
		return (request) -> {
			request.setDispatcherType(DispatcherType.FORWARD);
			return request;
		};
	}

	private boolean signIn(String name, String password) {
		return this.door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
			.isAuthenticated();
	}

	private AuthenticationException refusal(String name, String password) {
		return assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> signIn(name, password))
			.actual();
	}

}
