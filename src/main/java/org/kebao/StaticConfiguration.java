package org.kebao;

import java.time.Duration;
import java.util.Map;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves scripts, style sheets, pictures and WebJars. What is asked for by an address
 * that names its edition never changes and is asked for once; by any other it is asked
 * for anew each time. Spring Boot's handler of all addresses is off: each link of a page
 * would be looked for among the files of every library.
 */
@Configuration(proxyBeanMethods = false)
class StaticConfiguration implements WebMvcConfigurer {

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final Map<String, String> FOLDERS = Map.of("/css/", "/static/css/", "/img/", "/static/img/", "/js/",
			"/static/js/", "/webjars/", "/META-INF/resources/webjars/");

	private final OneSheet sheets = new OneSheet();

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		Map<String, String> paths = ModuleNames.paths();
		Edition edition = Edition.of(paths.values());
		ModuleNames modules = new ModuleNames("/webjars/" + edition.name() + "/", paths);
		FOLDERS.forEach((addresses, folder) -> {
			serve(registry, addresses + "**", folder, CacheControl.noCache(), modules).addResolver(edition);
			serve(registry, addresses + edition.name() + "/**", folder, FOR_GOOD, modules);
		});
		serve(registry, "/*.html", "/static/", CacheControl.noCache(), modules);
	}

	private ResourceChainRegistration serve(ResourceHandlerRegistry registry, String addresses, String folder,
			CacheControl kept, ModuleNames modules) {
		return registry.addResourceHandler(addresses)
			.addResourceLocations("classpath:" + folder)
			.setCacheControl(kept)
			.resourceChain(true)
			.addTransformer(modules)
			.addTransformer(this.sheets);
	}

}
