package org.kebao.bureau;

import java.time.LocalDate;
import java.util.Set;

import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

import org.kebao.HouseTest;
import org.kebao.account.Accounts;
import org.kebao.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
@Transactional
class BureausTests {

	private static final LocalDate START = LocalDate.of(2024, 1, 1);

	@Autowired
	Bureaus bureaus;

	@Autowired
	Accounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	EntityManager entities;

	private Bureau city;

	private Bureau county;

	private Bureau town;

	@BeforeEach
	void found() {
		this.city = this.bureaus.found("T-CITY", "某市科技局", "CITY", null, 1, START, null);
		this.county = this.bureaus.found("T-COUNTY", "某县科技局", "COUNTY", this.city.getId(), 1, START, null);
		this.town = this.bureaus.found("T-ZONE", "某高新区", "ZONE", this.county.getId(), 1, START, null);
	}

	@Test
	void treeShowsEachBureauBelowTheOneItReportsTo() {
		Bureau second = this.bureaus.found("T-SECOND", "某区科技局", "DISTRICT", this.city.getId(), 2, START, null);
		assertThat(this.bureaus.tree()).extracting((branch) -> branch.bureau().getCode())
			.containsSubsequence("T-CITY", "T-COUNTY", "T-ZONE", "T-SECOND");
		assertThat(this.bureaus.tree()).contains(new Branch(this.town, 2), new Branch(second, 1));
	}

	@Test
	void refusesACodeThatAnotherHas() {
		Errors errors = change(this.county, "T-CITY", this.city.getId(), START, null);
		assertThat(field(errors)).isEqualTo("code");
		assertThat(this.bureaus.found(form(null, "T-CITY", null, START, null), errors())).isEmpty();
	}

	@Test
	void keepsItsOwnCode() {
		assertThat(change(this.county, "T-COUNTY", null, START, null).hasErrors()).isFalse();
	}

	@Test
	void refusesToStandBelowItselfOrBelowWhatIsBelowIt() {
		assertThat(field(change(this.county, "T-COUNTY", this.county.getId(), START, null))).isEqualTo("parentId");
		assertThat(field(change(this.city, "T-CITY", this.town.getId(), START, null))).isEqualTo("parentId");
	}

	@Test
	void movesBelowAnother() {
		assertThat(change(this.town, "T-ZONE", this.city.getId(), START, null).hasErrors()).isFalse();
		this.entities.flush();
		assertThat(this.bureaus.idsFrom(this.county.getId())).containsOnly(this.county.getId());
	}

	@Test
	void refusesToEndBeforeItBegins() {
		assertThat(field(change(this.county, "T-COUNTY", null, START, START.minusDays(1)))).isEqualTo("validTo");
	}

	@Test
	void refusesAChangeOfWhatSomebodyElseHasChangedMeanwhile() {
		BureauForm old = BureauForm.of(this.county);
		change(this.county, "T-NEW", this.city.getId(), START, null);
		this.entities.flush();
		Errors errors = errors();
		this.bureaus.change(this.county.getId(), old, errors);
		assertThat(errors.hasGlobalErrors()).isTrue();
		assertThat(this.county.getCode()).isEqualTo("T-NEW");
	}

	@Test
	void keepsABureauThatHasOthersBelowIt() {
		assertThat(this.bureaus.delete(this.county.getId())).isFalse();
		assertThat(this.bureaus.reasonsToKeep(this.county.getId())).containsExactly("有下级机构");
	}

	@Test
	void keepsABureauThatHasAccounts() {
		this.accounts.create("t.zhou", "周文", this.town.getId(), Set.of(Role.REPORTER), "x", true);
		assertThat(this.bureaus.delete(this.town.getId())).isFalse();
		assertThat(this.bureaus.reasonsToKeep(this.town.getId())).containsExactly("已有 1 个账号");
	}

	@Test
	void deletesWhatNobodySpeaksOfAndRemembersIt() {
		assertThat(this.bureaus.delete(this.town.getId())).isTrue();
		this.entities.flush();
		assertThat(this.bureaus.find(this.town.getId())).isEmpty();
		assertThat(this.jdbc.sql(
				"select count(*) from audit_entries where action = 'BUREAU_CHANGED' and subject = '某高新区' and detail like '删除%'")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aCircleInTheDatabaseDoesNotHangTheQuery() {
		this.entities.flush();
		this.jdbc.sql("update bureaus set parent_id = :town where id = :city")
			.param("town", this.town.getId())
			.param("city", this.city.getId())
			.update();
		assertThat(this.bureaus.idsFrom(this.city.getId())).hasSize(3);
	}

	private Errors change(Bureau bureau, String code, Long parentId, LocalDate from, LocalDate to) {
		Errors errors = errors();
		this.bureaus.change(bureau.getId(), form(bureau.getVersion(), code, parentId, from, to), errors);
		return errors;
	}

	private static BureauForm form(Integer version, String code, Long parentId, LocalDate from, LocalDate to) {
		return new BureauForm(version, "某局", code, "COUNTY", parentId, 1, from, to);
	}

	private static Errors errors() {
		return new BeanPropertyBindingResult(BureauForm.of(new Bureau("", "", new BureauLevel(), null, 0, START, null)),
				"form");
	}

	private static String field(Errors errors) {
		assertThat(errors.getAllErrors()).hasSize(1);
		return ((FieldError) errors.getAllErrors().get(0)).getField();
	}

}
