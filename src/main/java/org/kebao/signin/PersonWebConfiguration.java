package org.kebao.signin;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.kebao.account.Person;
import org.kebao.account.PersonDetails;

/**
 * Hands the signed-in {@link Person} to controllers and pages, lets nobody's requests
 * crowd out those of others, and leads whoever carries a password of somebody else's
 * choice to changing it first.
 */
@Configuration(proxyBeanMethods = false)
class PersonWebConfiguration implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(0, new PersonResolver());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new Turns());
		registry.addInterceptor(new PasswordFirst())
			.excludePathPatterns("/password", "/sign-in", "/sign-in/**", "/session", "/css/**", "/js/**", "/img/**",
					"/webjars/**", "/error");
	}

	static @Nullable Person signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof PersonDetails details)
				? details.person() : null;
	}

	static class PersonResolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Person.class;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
			return signedIn();
		}

	}

	static class PasswordFirst implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
				throws Exception {
			Person person = signedIn();
			if (person == null || !person.mustChangePassword()) {
				return true;
			}
			response.sendRedirect(request.getContextPath() + "/password");
			return false;
		}

	}

	/** Every page knows who looks at it. */
	@ControllerAdvice
	static class PersonAdvice {

		private final Clock clock;

		PersonAdvice(Clock clock) {
			this.clock = clock;
		}

		/** The zone in which days and hours are written. */
		@ModelAttribute("zone")
		ZoneId zone() {
			return this.clock.getZone();
		}

		@ModelAttribute("me")
		@Nullable Person me() {
			return signedIn();
		}

	}

}
