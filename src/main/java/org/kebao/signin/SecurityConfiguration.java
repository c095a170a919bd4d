package org.kebao.signin;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

import org.kebao.account.Accounts;
import org.kebao.account.PersonDetails;
import org.kebao.account.Right;
import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;
import org.kebao.errand.Errand;

/**
 * Who may call which address. Which bureau's reports exist for a person is decided where
 * they are fetched ({@link Accounts#bureausSeenBy}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	/** Those who ask from the machine itself, such as its own health check. */
	private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, LogoutSuccessHandler signedOut, AuditLog audit) {
		return http
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ERROR)
				.permitAll()
				// only forwarded to, never asked for
				.requestMatchers("/sign-in/failure", "/sign-in/resume", "/error")
				.denyAll()
				.requestMatchers("/sign-in", "/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico")
				.permitAll()
				.requestMatchers("/browser.html", "/actuator/health", "/actuator/health/**")
				.permitAll()
				.requestMatchers("/admin/**", "/actuator/**")
				.access(may(Right.ADMINISTER))
				.requestMatchers("/board/**", "/rollup/**")
				.access(may(Right.SURVEY))
				.requestMatchers("/reviews/**", "/reports/*/review/**")
				.access(may(Right.REVIEW))
				.requestMatchers("/assignments/**")
				.access(may(Right.ASSIGN))
				.requestMatchers(HttpMethod.POST, "/reports/**")
				.access(may(Right.FILL))
				.anyRequest()
				.authenticated())
			.addFilterBefore(new RefusalLog(audit), ExceptionTranslationFilter.class)
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens()))
			.requestCache((cache) -> cache.requestCache(new WantedPage()))
			.formLogin((form) -> form.loginPage("/sign-in").failureForwardUrl("/sign-in/failure"))
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signedOut))
			.exceptionHandling((exceptions) -> exceptions
				.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), isFromScript())
				.defaultAuthenticationEntryPointFor((request, response, ex) -> resume(request, response), isTyped())
				.accessDeniedHandler(hidden()))
			.headers((headers) -> headers.contentSecurityPolicy((csp) -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
				// who may frame what is said by each policy; where none can be read, only
				// ourselves
				.frameOptions((frames) -> frames.sameOrigin())
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	/**
	 * What somebody may do is asked of his roles with every request: a session may have
	 * been opened by an earlier build, which knew other rights.
	 */
	private static AuthorizationManager<RequestAuthorizationContext> may(Right right) {
		return (authentication,
				request) -> new AuthorizationDecision(Optional.ofNullable(authentication.get())
					.map(Authentication::getPrincipal)
					.filter((principal) -> principal instanceof PersonDetails details && details.person().may(right))
					.isPresent());
	}

	/** Under another name than those it is known by the house does not answer. */
	@Bean
	HttpFirewall firewall(@Value("${kebao.hosts}") Set<String> hosts) {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		if (!hosts.isEmpty()) {
			firewall.setAllowedHostnames((host) -> hosts.contains(host) || LOCAL.contains(host));
		}
		return firewall;
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder();
	}

	@Bean
	LogoutSuccessHandler signedOut(AuditLog audit) {
		return (request, response, authentication) -> {
			if (authentication != null) {
				audit.add(authentication.getName(), Act.SIGNED_OUT, authentication.getName(), "");
			}
			response.sendRedirect(request.getContextPath() + "/sign-in");
		};
	}

	/**
	 * The token of the forms stands in a cookie: nobody needs a session for it who has
	 * not signed in, and a form that was opened before the session ended can still be
	 * sent.
	 */
	private static CsrfTokenRepository tokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("CSRF");
		tokens.setHeaderName("X-CSRF-TOKEN");
		tokens.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return tokens;
	}

	/** A script wants to know; a person wants the sign-in page. */
	static RequestMatcher isFromScript() {
		return (request) -> "fetch".equals(request.getHeader("X-Requested-With"));
	}

	/**
	 * A form of ours whose session has ended: its token is good still, its writer gone.
	 */
	private static RequestMatcher isTyped() {
		return (request) -> HttpMethod.POST.matches(request.getMethod())
				&& (request.getParameter(Errand.OWNER) != null || isFile(request));
	}

	private static boolean isFile(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	/** Hands back what was typed: it was not done. */
	private static void resume(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		request.getRequestDispatcher("/sign-in/resume").forward(request, response);
	}

	/**
	 * What one may not see does not exist; only an outdated form is told what it is, and
	 * handed back with what was typed.
	 */
	private static AccessDeniedHandler hidden() {
		return (HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex) -> {
			if (!(ex instanceof CsrfException)) {
				response.sendError(HttpServletResponse.SC_NOT_FOUND);
			}
			else if (HttpMethod.POST.matches(request.getMethod()) && !isFromScript().matches(request)) {
				resume(request, response);
			}
			else {
				response.sendError(HttpServletResponse.SC_FORBIDDEN);
			}
		};
	}

}
