package org.kebao;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the WebJars as Spring Boot does, their modules with addresses for names. What
 * was written once is kept.
 */
@Configuration(proxyBeanMethods = false)
@Order(-1) // before Spring Boot, which leaves a pattern alone that is taken
class WebJarConfiguration implements WebMvcConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/webjars/**")
			.addResourceLocations("classpath:/META-INF/resources/webjars/")
			.setCacheControl(CacheControl.noCache())
			.resourceChain(true)
			.addTransformer(new ModuleNames());
	}

}
