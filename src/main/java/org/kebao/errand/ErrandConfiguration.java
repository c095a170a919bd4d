package org.kebao.errand;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Puts the errands between the forms and the controllers.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@RequiredArgsConstructor
class ErrandConfiguration implements WebMvcConfigurer {

	private static final String ROOMS = "org.kebao.";

	private final ErrandInterceptor interceptor;

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		// after those that lead elsewhere
		registry.addInterceptor(this.interceptor).order(100);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(0, new ErrandResolver());
	}

	/** Spring knows one processor of forms, and Spring Security has taken the place. */
	@Bean
	static BeanPostProcessor formKeys() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof RequestDataValueProcessor tokens) ? new FormKeys(tokens) : bean;
			}

		};
	}

	@Bean
	static TransactionExecutionListener errandCommits(ObjectProvider<Errands> errands) {
		return new TransactionExecutionListener() {

			@Override
			public void beforeCommit(TransactionExecution transaction) {
				Errand errand = current(transaction);
				if (errand != null && !errand.isCommitted()) {
					errands.getObject().committing(errand);
				}
			}

			@Override
			public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
				Errand errand = current(transaction);
				if (errand != null && failure == null) {
					errand.commit();
				}
			}

		};
	}

	/**
	 * In whose name a transaction commits; what a session keeps is no effect of what was
	 * asked.
	 */
	private static @Nullable Errand current(TransactionExecution transaction) {
		return (!transaction.isReadOnly() && transaction.getTransactionName().startsWith(ROOMS)
				&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
						? Errand.of(attributes.getRequest()) : null;
	}

	/** What is told twice is shown once. */
	@Bean
	FlashMapManager flashMapManager() {
		return new SessionFlashMapManager() {

			@Override
			protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request,
					HttpServletResponse response) {
				super.updateFlashMaps(new CopyOnWriteArrayList<>(new LinkedHashSet<>(flashMaps)), request, response);
			}

		};
	}

	/**
	 * Where a request came without a key, what is said of its repetition leads nowhere.
	 */
	static class ErrandResolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Errand.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
			Errand errand = Errand.of(request.getNativeRequest(HttpServletRequest.class));
			return (errand != null) ? errand : new Errand(UUID.randomUUID());
		}

	}

}
