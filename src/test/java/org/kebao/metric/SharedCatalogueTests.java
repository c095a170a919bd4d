package org.kebao.metric;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.kebao.HouseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue is shared by all who read it, and is nobody's to change. */
@HouseTest(properties = "tests.database=of SharedCatalogueTests")
class SharedCatalogueTests {

	@Autowired
	private Metrics metrics;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Test
	void asLongAsNothingChangesItIsTheSame() {
		assertThat(this.metrics.catalogue()).isSameAs(this.metrics.catalogue());
	}

	@Test
	void whoeverHasChangedItSeesItAndAllOthersOnceItIsCommitted() {
		for (String change : new String[] { "update metrics set owner_section = '规划科' where code = 'PRJ01'",
				"update metric_groups set name = '项目' where code = 'PRJ'", "delete from metric_ranges",
				"insert into metric_group_exempt_levels (group_code, level_code) select 'PRJ', code from bureau_levels",
				"delete from metric_group_exempt_levels where group_code = 'PRJ'" }) {
			Catalogue before = this.metrics.catalogue();
			this.transactions.executeWithoutResult((status) -> {
				this.jdbc.sql(change).update();
				assertThat(this.metrics.catalogue()).as(change).isNotSameAs(before);
			});
			assertThat(this.metrics.catalogue()).as(change).isNotSameAs(before);
		}
	}

	@Test
	void whatWasTakenBackIsSeenByNobody() {
		Catalogue inside = this.transactions.execute((status) -> {
			this.jdbc.sql("update metrics set name = '从未有过' where code = 'PRJ01'").update();
			status.setRollbackOnly();
			return this.metrics.catalogue();
		});
		assertThat(inside.named("从未有过")).isPresent();
		assertThat(this.metrics.catalogue().named("从未有过")).isEmpty();
		this.jdbc.sql("update metrics set position = position where code = 'PRJ01'").update();
		assertThat(this.metrics.catalogue().named("从未有过")).isEmpty();
	}

	@Test
	void whatSomebodyIsAboutToChangeDoesNotChangeInIt() {
		this.transactions.executeWithoutResult((status) -> {
			Metric own = this.metrics.own().find("PRJ01").orElseThrow();
			this.jdbc.sql("update metrics set position = position where code = 'PRJ01'").update();
			Metric shared = this.metrics.catalogue().find("PRJ01").orElseThrow();
			assertThat(shared).isNotSameAs(own);
			own.moveTo(99);
			assertThat(shared.getPosition()).isNotEqualTo(99);
			status.setRollbackOnly();
		});
	}

}
