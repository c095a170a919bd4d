package org.kebao.errand;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What one showing of a form may be sent for.
 */
@HouseTest
class ErrandInterceptorTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	private final String key = UUID.randomUUID().toString();

	private Province province;

	private String remarks;

	@BeforeEach
	void submit() {
		this.province = new Province(this.context);
		this.remarks = "/reports/%d/review/remarks".formatted(this.province.submitted().getId());
	}

	@Test
	void whatIsSentAgainIsDoneOnceAndAnsweredAlike() {
		MvcTestResult first = send("一条意见", this.province.supervisor().username());
		MvcTestResult again = send("一条意见", this.province.supervisor().username());
		assertThat(again.getResponse().getRedirectedUrl()).isEqualTo(first.getResponse().getRedirectedUrl());
		assertThat(again).flash().containsEntry("flash", first.getMvcResult().getFlashMap().get("flash"));
		assertThat(count()).isOne();
	}

	@Test
	void anotherTextOfTheSameFormIsNotTakenForARepetition() {
		send("一条意见", this.province.supervisor().username());
		assertThat(send("另一条意见", this.province.supervisor().username())).hasStatus(HttpStatus.FOUND);
		assertThat(count()).isEqualTo(2);
	}

	@Test
	void whatWasRefusedIsRefusedAgainUntilItIsRight() {
		assertThat(send("", this.province.supervisor().username())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(send("", this.province.supervisor().username())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(send("一条意见", this.province.supervisor().username())).hasStatus(HttpStatus.FOUND);
		assertThat(count()).isOne();
	}

	@Test
	void aFormThatWasShownToAnotherIsNotTaken() {
		MvcTestResult refused = send("别人的意见", this.province.reporter().username());
		assertThat(refused).hasStatus(HttpStatus.CONFLICT);
		assertThat(Province.page(refused).text()).contains(this.province.reporter().username(), "没有办理");
		assertThat(count()).isZero();
	}

	private MvcTestResult send(String words, String owner) {
		return this.mvc.post()
			.uri(this.remarks)
			.with(SignedIn.as(this.province.supervisor()))
			.with(csrf())
			.param(FormKeys.PARAMETER, this.key)
			.param(Errand.OWNER, owner)
			.param("revision", "1")
			.param("place", "report")
			.param("words", words)
			.exchange();
	}

	private int count() {
		return this.jdbc.sql("select count(*) from remarks where made_by = ?")
			.param(this.province.supervisor().id())
			.query(Integer.class)
			.single();
	}

}
