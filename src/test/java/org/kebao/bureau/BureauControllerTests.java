package org.kebao.bureau;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.kebao.HouseTest;
import org.kebao.ValidHtml;
import org.kebao.account.People;
import org.kebao.account.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
@Transactional
class BureauControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Bureaus bureaus;

	private Bureau city;

	private Bureau county;

	@BeforeEach
	void found() {
		LocalDate start = LocalDate.of(2024, 1, 1);
		this.city = this.bureaus.found("T-CITY", "某市科技局", "CITY", null, 1, start, null);
		this.county = this.bureaus.found("T-COUNTY", "某县科技局", "COUNTY", this.city.getId(), 1, start, null);
	}

	@Test
	void everyPageIsValidHtml() throws Exception {
		for (String path : new String[] { "", "/new", "/new?parent=" + this.city.getId(), "/" + this.county.getId(),
				"/" + this.county.getId() + "/deletion", "/" + this.city.getId() + "/deletion" }) {
			MvcTestResult page = get(path);
			assertThat(page).hasStatusOk();
			assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).as(path).isEmpty();
		}
	}

	@Test
	void existsForNobodyButAnAdministrator() {
		assertThat(this.mvc.get().uri("/admin/bureaus").with(SignedIn.as(People.supervisor(this.city.getId()))))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/admin/bureaus").with(SignedIn.as(People.reporter(this.county.getId()))))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/admin/bureaus").accept(MediaType.TEXT_HTML)).redirectedUrl()
			.endsWith("/sign-in");
	}

	@Test
	void changesNothingWithoutAToken() {
		assertThat(this.mvc.post()
			.uri("/admin/bureaus/{id}/deletion", this.county.getId())
			.with(SignedIn.as(People.administrator()))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.bureaus.find(this.county.getId())).isPresent();
	}

	@Test
	void foundsABureauAndSaysSo() {
		assertThat(post("", Map.of("name", " 新县科技局 ", "code", "T-NEW"))).hasRedirectedUrl("/admin/bureaus")
			.flash()
			.containsEntry("flash", "已新建机构“新县科技局”");
		assertThat(this.bureaus.find("T-NEW")).hasValueSatisfying((bureau) -> {
			assertThat(bureau.getName()).isEqualTo("新县科技局");
			assertThat(bureau.getParentId()).isEqualTo(this.city.getId());
		});
	}

	@Test
	void keepsWhatWasTypedAndSaysWhatIsWrongBesideTheField() {
		assertThat(post("", Map.of("name", "名字<script>", "code", "T-CITY"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("这个代码已被别的机构使用", "value=\"名字&lt;script&gt;\"", "aria-describedby=\"code-error\"");
	}

	@Test
	void refusesEmptyFieldsAndControlCharactersAndWhatIsNoDate() {
		assertThat(post("", Map.of("name", "", "code", "a b"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请填机构名称", "代码只能用字母、数字和 . _ -");
		assertThat(post("", Map.of("name", "留着", "position", "x", "validFrom", "gestern")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("value=\"留着\"", "请填整数", "请填日期，如 2026-12-31");
		assertThat(post("", Map.of("name", "县\n局"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("名称里有不能保存的字符");
	}

	@Test
	void tellsWhatStandsThereNowWhenSomebodyElseWasFaster() {
		assertThat(post("/" + this.county.getId(), Map.of("name", "我起的名字", "version", "99")))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("这个机构在别处改过", "名称：某县科技局", "value=\"我起的名字\"",
					"name=\"version\" value=\"%d\"".formatted(this.county.getVersion()));
		assertThat(this.county.getName()).isEqualTo("某县科技局");
	}

	@Test
	void doesNotOfferABureauAsItsOwnSuperior() {
		assertThat(get("/" + this.city.getId())).bodyText()
			.doesNotContain("<option value=\"%d\">".formatted(this.city.getId()),
					"<option value=\"%d\">".formatted(this.county.getId()));
	}

	@Test
	void asksBeforeItDeletesAndRefusesWithTheReason() {
		assertThat(post("/" + this.city.getId() + "/deletion", Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("这个机构有下级机构，不能删除。请填终止日期。");
		assertThat(get("/" + this.county.getId() + "/deletion")).bodyText().contains("确认删除");
		assertThat(post("/" + this.county.getId() + "/deletion", Map.of())).hasRedirectedUrl("/admin/bureaus");
		assertThat(this.bureaus.find(this.county.getId())).isEmpty();
	}

	@Test
	void knowsNoBureauThatIsNotThere() {
		assertThat(get("/999999")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/999999", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri("/admin/bureaus" + path).with(SignedIn.as(People.administrator())).exchange();
	}

	private MvcTestResult post(String path, Map<String, String> typed) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.setAll(Map.of("name", "某局", "code", "T-X", "level", "COUNTY", "position", "3", "validFrom", "2024-01-01",
				"validTo", "", "parentId", String.valueOf(this.city.getId())));
		form.setAll(typed);
		return this.mvc.post()
			.uri("/admin/bureaus" + path)
			.params(form)
			.with(SignedIn.as(People.administrator()))
			.with(csrf())
			.exchange();
	}

}
