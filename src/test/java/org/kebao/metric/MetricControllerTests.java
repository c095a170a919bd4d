package org.kebao.metric;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.HouseTest;
import org.kebao.ValidHtml;
import org.kebao.account.Accounts;
import org.kebao.account.People;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.account.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
@Transactional
class MetricControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Metrics metrics;

	@Autowired
	EntityManager entities;

	@Autowired
	Accounts accounts;

	Person administrator;

	@BeforeEach
	void account() {
		this.accounts.create("metricadmin", "管理员", null, Set.of(Role.ADMINISTRATOR), "kebao-demo", false);
		this.administrator = this.accounts.person("metricadmin").orElseThrow();
	}

	@Test
	void everyPageIsValidHtml() throws Exception {
		for (String path : Stream
			.concat(Stream.of(""), this.metrics.groups().stream().map((group) -> "/" + group.getCode()))
			.toList()) {
			MvcTestResult page = this.mvc.get()
				.uri("/admin/metrics" + path)
				.with(SignedIn.as(People.administrator()))
				.exchange();
			assertThat(page).hasStatusOk();
			assertThat(ValidHtml.errors(page.getResponse().getContentAsString())).as(path).isEmpty();
		}
	}

	@Test
	void existsForNobodyButAnAdministrator() {
		assertThat(this.mvc.get().uri("/admin/metrics").with(SignedIn.as(People.supervisor(1L))))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post()
			.uri("/admin/metrics/AGR/switch")
			.param("active", "false")
			.with(SignedIn.as(People.administrator()))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void theCatalogueShipsNoRatioWithoutItsComponents() {
		Catalogue catalogue = this.metrics.catalogue();
		assertThat(catalogue.asked()).filteredOn(Metric::isComputed)
			.isNotEmpty()
			.allSatisfy((ratio) -> assertThat(Stream.of(ratio.getNumerator(), ratio.getDenominator()))
				.allSatisfy((code) -> assertThat(catalogue.find(code).orElseThrow().isAsked()).isTrue()));
	}

	@Test
	void showsHowARatioIsMade() {
		assertThat(this.mvc.get().uri("/admin/metrics/RDI").with(SignedIn.as(People.administrator()))).bodyText()
			.contains("自动计算：全社会R&amp;D经费内部支出 ÷ 地区生产总值（GDP） × 100", "按百分点");
	}

	@Test
	void keepsAComponentOfAnActiveRatioAndNamesTheRatio() {
		assertThat(post("/RDI/RDI01/retirement", "retired", "true")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("不能停用：“R&amp;D经费投入强度（全社会）”由“全社会R&amp;D经费内部支出”计算得出");
		assertThat(metric("RDI01").isRetired()).isFalse();
	}

	@Test
	void retiresAComponentAfterItsRatio() {
		assertThat(post("/RDI/RDI02/retirement", "retired", "true")).hasRedirectedUrl("/admin/metrics/RDI#RDI02");
		assertThat(post("/RDI/RDI01/retirement", "retired", "true")).hasStatus3xxRedirection();
		assertThat(metric("RDI01").isRetired()).isTrue();
		assertThat(post("/RDI/RDI02/retirement", "retired", "false")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("不能启用", "请先启用“全社会R&amp;D经费内部支出”");
		post("/RDI/RDI01/retirement", "retired", "false");
		assertThat(post("/RDI/RDI02/retirement", "retired", "false")).hasStatus3xxRedirection();
		assertThat(metric("RDI02").isAsked()).isTrue();
	}

	@Test
	void keepsAGroupThatRatiosOfOtherGroupsNeed() {
		assertThat(post("/CTX/switch", "active", "false")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("不能停用");
		assertThat(metric("CTX01").isAsked()).isTrue();
	}

	@Test
	void switchesAGroupOffAndOn() {
		assertThat(post("/AGR/switch", "active", "false")).hasRedirectedUrl("/admin/metrics#AGR");
		assertThat(this.metrics.catalogue().asked()).noneMatch((metric) -> metric.getGroup().getCode().equals("AGR"));
		post("/AGR/switch", "active", "true");
		assertThat(this.metrics.catalogue().asked()).anyMatch((metric) -> metric.getGroup().getCode().equals("AGR"));
	}

	@Test
	void movesAMetricInItsGroupAndNotOutOfIt() {
		assertThat(codes("RDI")).startsWith("RDI01", "RDI02", "RDI03");
		post("/RDI/RDI03/position", "up", "true");
		assertThat(codes("RDI")).startsWith("RDI01", "RDI03", "RDI02");
		post("/RDI/RDI01/position", "up", "true");
		assertThat(codes("RDI")).startsWith("RDI01", "RDI03", "RDI02");
		post("/RDI/RDI01/position", "up", "false");
		assertThat(codes("RDI")).startsWith("RDI03", "RDI01", "RDI02").hasSize(10);
	}

	@Test
	void movesAGroupAmongTheGroups() {
		post("/RDI/position", "up", "true");
		assertThat(groups()).startsWith("RDI", "PRJ", "ENT");
		post("/CTX/position", "up", "false");
		assertThat(groups()).endsWith("PUB", "CTX");
		assertThat(this.metrics.catalogue().all().get(0).getCode()).isEqualTo("RDI01");
	}

	@Test
	void knowsNoMetricInAnotherGroup() {
		assertThat(post("/PRJ/RDI01/retirement", "retired", "true")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/XXX/switch", "active", "true")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private List<String> codes(String group) {
		this.entities.flush();
		this.entities.clear();
		return this.metrics.catalogue()
			.all()
			.stream()
			.filter((metric) -> metric.getGroup().getCode().equals(group))
			.map(Metric::getCode)
			.toList();
	}

	private List<String> groups() {
		this.entities.flush();
		this.entities.clear();
		return this.metrics.groups().stream().map(MetricGroup::getCode).toList();
	}

	private Metric metric(String code) {
		return this.metrics.catalogue().find(code).orElseThrow();
	}

	private MvcTestResult post(String path, String name, String value) {
		return this.mvc.post()
			.uri("/admin/metrics" + path)
			.param(name, value)
			.with(SignedIn.as(this.administrator))
			.with(csrf())
			.exchange();
	}

}
