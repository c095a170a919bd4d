package org.kebao.desk;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.ValidHtml;
import org.kebao.account.People;
import org.kebao.account.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class AdminControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void leadsToEveryPageOfTheAdministrator() throws Exception {
		MvcTestResult page = this.mvc.get().uri("/admin").with(SignedIn.as(People.administrator())).exchange();
		assertThat(page).bodyText()
			.contains("/admin/bureaus", "/admin/accounts", "/admin/periods", "/admin/metrics", "/admin/templates",
					"/admin/audit");
		assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).isEmpty();
	}

	@Test
	void existsForNobodyElse() {
		assertThat(this.mvc.get().uri("/admin").with(SignedIn.as(People.reporter(1L)))).hasStatus(HttpStatus.NOT_FOUND);
	}

}
