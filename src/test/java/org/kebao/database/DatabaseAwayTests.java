package org.kebao.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.Cookie;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.ValidHtml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Somebody holds every connection there is, which looks from here as if the database were
 * away.
 */
@HouseTest
class DatabaseAwayTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private DataSource source;

	private final List<Connection> held = new ArrayList<>();

	private Authentication reporter;

	private Long report;

	@BeforeEach
	void take() throws SQLException {
		Province province = new Province(this.context);
		this.report = province.draft().getId();
		this.reporter = province.signedIn(province.reporter());
		HikariDataSource pool = this.source.unwrap(HikariDataSource.class);
		assertThat(pool.getConnectionTimeout()).as("as it is set for everybody").isEqualTo(3000);
		for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
			this.held.add(this.source.getConnection());
		}
		pool.setConnectionTimeout(300);
	}

	@AfterEach
	void give() throws SQLException {
		for (Connection connection : this.held) {
			connection.close();
		}
		this.source.unwrap(HikariDataSource.class).setConnectionTimeout(3000);
	}

	@Test
	void aPageSaysSo() {
		told(this.mvc.get().uri("/reports").with(authentication(this.reporter)).exchange());
	}

	@Test
	void whoIsKnownByHisSessionIsToldSoToo() {
		told(this.mvc.get().uri("/reports").cookie(new Cookie("SESSION", "bm9uc2Vuc2U=")).exchange());
	}

	@Test
	void aSaveSaysSo() {
		told(this.mvc.post()
			.uri("/reports/{id}/fields", this.report)
			.with(csrf())
			.with(authentication(this.reporter))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"fields\": [{\"field\": \"lead\", \"text\": \"开头\", \"base\": \"\"}]}")
			.exchange());
	}

	@Test
	void noPasswordIsCalledWrong() {
		told(this.mvc.post()
			.uri("/sign-in")
			.with(csrf())
			.param("username", "zhouwen")
			.param("password", "Test-pass-1")
			.exchange());
	}

	@Test
	void itIsAliveButNotReady() {
		assertThat(this.mvc.get().uri("/actuator/health/liveness")).hasStatusOk();
		assertThat(this.mvc.get().uri("/actuator/health/readiness")).hasStatus(503);
	}

	@Test
	void itIsReadyWhenTheDatabaseAnswers() throws SQLException {
		give();
		assertThat(this.mvc.get().uri("/actuator/health/readiness")).hasStatusOk();
		assertThat(this.mvc.get().uri("/reports").with(authentication(this.reporter))).hasStatusOk();
	}

	private static void told(MvcTestResult result) {
		assertThat(result).hasStatus(503).bodyText().contains("连不上数据库").contains("没有保存半截内容");
		assertThat(result).hasHeader("Retry-After", "10");
		assertThat(result).bodyText().satisfies((html) -> assertThat(ValidHtml.errors(html)).isEmpty());
	}

}
