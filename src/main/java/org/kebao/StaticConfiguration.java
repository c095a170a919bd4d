package org.kebao;

import java.time.Duration;
import java.util.List;

import org.webjars.WebJarVersionLocator;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves scripts, style sheets, pictures and WebJars. Their addresses name an edition or
 * a version, and what is asked for by such an address never changes and is asked for
 * once; by any other it is asked for anew each time. Spring Boot's handler of all
 * addresses is off: each link of a page would be looked for among the files of every
 * library.
 */
@Configuration(proxyBeanMethods = false)
class StaticConfiguration implements WebMvcConfigurer {

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Edition edition = Edition.ofFiles("classpath:/static/*/*.*");

	private final ModuleNames modules = new ModuleNames(new WebJarVersionLocator());

	private final OneSheet sheets = new OneSheet();

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		for (String folder : List.of("/css/", "/img/", "/js/")) {
			serve(registry, folder + "**", "/static" + folder, CacheControl.noCache()).addResolver(this.edition);
			serve(registry, folder + this.edition.name() + "/**", "/static" + folder, FOR_GOOD);
		}
		serve(registry, "/*.html", "/static/", CacheControl.noCache());
		// of these the pages, and ModuleNames, name the version
		serve(registry, "/webjars/**", "/META-INF/resources/webjars/", FOR_GOOD);
	}

	private ResourceChainRegistration serve(ResourceHandlerRegistry registry, String addresses, String folder,
			CacheControl kept) {
		return registry.addResourceHandler(addresses)
			.addResourceLocations("classpath:" + folder)
			.setCacheControl(kept)
			.resourceChain(true)
			.addTransformer(this.modules)
			.addTransformer(this.sheets);
	}

}
