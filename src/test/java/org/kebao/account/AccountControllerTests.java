package org.kebao.account;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.kebao.HouseTest;
import org.kebao.ValidHtml;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
@Transactional
class AccountControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Accounts accounts;

	@Autowired
	Bureaus bureaus;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	JdbcClient jdbc;

	private Bureau bureau;

	private Account zhou;

	private Person admin;

	@BeforeEach
	void people() {
		this.bureau = this.bureaus.found("T-A", "望川县科技局", "COUNTY", null, 1, LocalDate.of(2024, 1, 1), null);
		this.zhou = this.accounts.create("t.zhou", "周文", this.bureau.getId(), Set.of(Role.REPORTER), "x", false);
		this.accounts.create("t.admin", "管理员", null, Set.of(Role.ADMINISTRATOR), "x", false);
		this.admin = this.accounts.person("t.admin").orElseThrow();
	}

	@Test
	void everyPageIsValidHtml() throws Exception {
		for (String path : new String[] { "", "?q=望川", "?q=nobody", "/new", "/" + this.zhou.getId(),
				"/" + this.admin.id() }) {
			MvcTestResult page = get(path);
			assertThat(page).hasStatusOk();
			assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).as(path).isEmpty();
		}
	}

	@Test
	void noRoleIsTickedForSomebodyNew() throws Exception {
		assertThat(Jsoup.parse(get("/new").getResponse().getContentAsString()).select("[name=roles][checked]"))
			.isEmpty();
	}

	@Test
	void existsForNobodyButAnAdministrator() {
		assertThat(this.mvc.get()
			.uri("/admin/accounts/{id}", this.zhou.getId())
			.with(SignedIn.as(People.supervisor(this.bureau.getId())))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post()
			.uri("/admin/accounts/{id}/password", this.zhou.getId())
			.with(SignedIn.as(People.reporter(this.bureau.getId())))
			.with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void showsTheOneTimePasswordOfANewAccountOnce() throws Exception {
		MvcTestResult page = post("", Map.of("username", "t.new"));
		assertThat(page).hasStatusOk().hasViewName("account/one-time-password");
		String password = (String) page.getMvcResult().getModelAndView().getModel().get("password");
		assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).isEmpty();
		assertThat(this.passwords.matches(password, this.accounts.details("t.new").orElseThrow().getPassword()))
			.isTrue();
		assertThat(get("/" + this.accounts.person("t.new").orElseThrow().id())).bodyText().doesNotContain(password);
	}

	@Test
	void saysWhatIsWrongBesideTheField() {
		assertThat(post("", Map.of("username", "a b", "name", ""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("账号为 3 到 64 个字母、数字或 . _ -", "请填姓名");
		assertThat(post("", Map.of("username", "t.zhou"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("这个账号已经有了", "value=\"t.zhou\"");
		assertThat(post("", Map.of("username", "t.new", "bureauId", ""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("除管理员外，都须属于一个机构");
		assertThat(post("", Map.of("username", "t.new", "roles", ""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请至少选一个角色");
	}

	@Test
	void aResetPasswordOpensTheAccountAndTheOldOneDoesNot() {
		MvcTestResult page = post("/" + this.zhou.getId() + "/password", Map.of());
		assertThat(page).hasStatusOk();
		String password = (String) page.getMvcResult().getModelAndView().getModel().get("password");
		String hash = this.accounts.details("t.zhou").orElseThrow().getPassword();
		assertThat(this.passwords.matches(password, hash)).isTrue();
		assertThat(this.passwords.matches("x", hash)).isFalse();
		assertThat(this.zhou.isMustChangePassword()).isTrue();
	}

	@Test
	void onesOwnPasswordIsNotResetButChanged() {
		assertThat(post("/" + this.admin.id() + "/password", Map.of())).hasRedirectedUrl("/password");
	}

	@Test
	void locksAndUnlocks() {
		assertThat(post("/" + this.zhou.getId() + "/locking", Map.of())).hasStatus3xxRedirection();
		assertThat(this.zhou.isLocked()).isTrue();
		assertThat(get("/" + this.zhou.getId())).bodyText().contains("启用这个账号");
		assertThat(post("/" + this.zhou.getId() + "/unlocking", Map.of())).hasStatus3xxRedirection();
		assertThat(this.zhou.isLocked()).isFalse();
	}

	@Test
	void refusesToLockOneselfAndSaysWhy() {
		assertThat(post("/" + this.admin.id() + "/locking", Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("不能停用自己的账号");
	}

	@Test
	void tellsWhatStandsThereNowWhenSomebodyElseWasFaster() {
		assertThat(post("/" + this.zhou.getId(), Map.of("name", "周武", "version", "99"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("这个账号在别处改过", "姓名：周文", "value=\"周武\"");
	}

	@Test
	void aRoleThatIsNotInUseIsNeitherOfferedNorGiven() {
		assertThat(get("/new")).bodyText().doesNotContain("统计员");
		assertThat(post("", Map.of("username", "t.new", "roles", "STATISTICIAN")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有启用统计员角色");
		assertThat(post("/roles/STATISTICIAN/switch", Map.of("active", "true"))).hasRedirectedUrl("/admin/accounts");
		assertThat(get("/new")).bodyText().contains("统计员");
		assertThat(post("", Map.of("username", "t.new", "roles", "STATISTICIAN"))).hasStatusOk();
	}

	@Test
	void aRoleThatSomebodyHasStaysInUse() {
		assertThat(post("/roles/REPORTER/switch", Map.of("active", "false"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.containsPattern("还有 \\d+ 个账号是填报员，不能停用这个角色");
		assertThat(this.accounts.roles()).contains(Role.REPORTER);
		this.jdbc.sql("delete from account_roles where role = 'STATISTICIAN'").update();
		post("/roles/STATISTICIAN/switch", Map.of("active", "true"));
		assertThat(post("/roles/STATISTICIAN/switch", Map.of("active", "false"))).hasRedirectedUrl("/admin/accounts");
		assertThat(this.accounts.roles()).doesNotContain(Role.STATISTICIAN);
	}

	@Test
	void whoHasARoleThatWentOutOfUseKeepsItWhenTheAccountIsSaved() {
		Account lin = this.accounts.create("t.lin", "林统", this.bureau.getId(), Set.of(Role.STATISTICIAN), "x", false);
		assertThat(get("/" + lin.getId())).bodyText().contains("统计员");
		assertThat(post("/" + lin.getId(),
				Map.of("username", "t.lin", "roles", "STATISTICIAN", "version", String.valueOf(lin.getVersion()))))
			.hasRedirectedUrl("/admin/accounts");
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri("/admin/accounts" + path).with(SignedIn.as(this.admin)).exchange();
	}

	private MvcTestResult post(String path, Map<String, String> typed) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.setAll(Map.of("username", "t.zhou", "name", "周文", "roles", "REPORTER", "bureauId",
				String.valueOf(this.bureau.getId())));
		form.setAll(typed);
		return this.mvc.post()
			.uri("/admin/accounts" + path)
			.params(form)
			.with(SignedIn.as(this.admin))
			.with(csrf())
			.exchange();
	}

}
