package org.kebao.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import org.kebao.HouseTest;
import org.kebao.MovableClock;
import org.kebao.ValidHtml;
import org.kebao.account.People;
import org.kebao.account.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HouseTest
@Transactional
class AuditControllerTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AuditLog log;

	@Autowired
	AuditEntryRepository rows;

	@Autowired
	JdbcClient jdbc;

	@Test
	void showsTheNewestFirstAndFiftyAPage() throws Exception {
		for (int i = 1; i <= 51; i++) {
			this.log.add("t.actor", Act.EXPORTED, "报告 " + i, "");
		}
		MvcTestResult first = get("?actor=t.actor");
		assertThat(first).bodyText().containsSubsequence("报告 51", "报告 50", "报告 2").doesNotContain("报告 1<");
		assertThat(first).bodyText().contains("下一页").doesNotContain("上一页");
		assertThat(get("?actor=t.actor&page=2")).bodyText().contains("报告 1<", "上一页").doesNotContain("下一页");
		assertThat(ValidHtml.errors(first.getResponse().getContentAsString())).isEmpty();
	}

	@Test
	void findsByActAndByActor() {
		this.log.add("t.one", Act.EXPORTED, "甲的导出", "");
		this.log.add("t.two", Act.APPROVED, "乙的审定", "");
		assertThat(get("?act=EXPORTED")).bodyText().contains("甲的导出").doesNotContain("乙的审定");
		assertThat(get("?actor= t.two &act=")).bodyText().contains("乙的审定").doesNotContain("甲的导出");
		assertThat(get("?actor=nobody")).bodyText().contains("没有符合条件的记录");
	}

	@Test
	void tellsTheTimeInChina() {
		Clock clock = new MovableClock(Instant.parse("2031-05-04T18:30:15Z"), ZoneId.of("UTC"));
		new AuditLog(this.rows, clock).add("t.clock", Act.EXPORTED, "夜里", "");
		assertThat(get("?actor=t.clock")).bodyText().contains("2031-05-05 02:30:15");
	}

	@Test
	void showsWhatWasLoggedAsTextAndDropsWhatCannotBeStored() {
		this.log.add("t.bad\u0000", Act.SIGN_IN_FAILED, "<script>alert(1)</script>", "${7*7}\u0000[[${7*7}]]");
		assertThat(get("?actor=t.bad")).bodyText()
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}[[${7*7}]]")
			.doesNotContain("<script>alert", ">49<");
	}

	@Test
	void theDatabaseRefusesToChangeALine() {
		this.log.add("t.actor", Act.EXPORTED, "报告", "");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update audit_entries set actor = 'somebody else'").update())
			.withMessageContaining("append-only");
	}

	@Test
	void theDatabaseRefusesToDeleteALine() {
		this.log.add("t.actor", Act.EXPORTED, "报告", "");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from audit_entries").update())
			.withMessageContaining("append-only");
	}

	@Test
	void theDatabaseRefusesToEmptyTheLog() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("truncate audit_entries").update())
			.withMessageContaining("append-only");
	}

	@Test
	void existsForNobodyButAnAdministrator() {
		assertThat(this.mvc.get().uri("/admin/audit").with(SignedIn.as(People.supervisor(1L))))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult get(String query) {
		return this.mvc.get().uri("/admin/audit" + query).with(SignedIn.as(People.administrator())).exchange();
	}

}
