package org.kebao.demo;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import org.kebao.database.ConditionalOnDemo;
import org.kebao.signin.SignInNotice;

/**
 * What is there in demo mode only.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDemo
class DemoConfiguration {

	static final String PASSWORD = "kebao-demo";

	@Bean
	@Primary
	DemoClock demoClock(Clock clock) {
		return new DemoClock(clock);
	}

	@Bean
	SignInNotice signInNotice(ObjectProvider<DemoData> data) {
		return new SignInNotice(PASSWORD,
				List.of(new SignInNotice.Line("reporter", "望川县填报员，年度报告写了一半"),
						new SignInNotice.Line("reporter2", "临溪县填报员，年度报告被退回"),
						new SignInNotice.Line("supervisor", "清泽市审核员，审核所辖县区的报告"),
						new SignInNotice.Line("admin", "管理员，管机构、账号、报告期、指标和模板")),
				() -> !data.getObject().isLoaded());
	}

}
