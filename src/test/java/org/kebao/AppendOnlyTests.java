package org.kebao;

import java.util.List;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;

import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the database takes once and lets nobody rewrite.
 */
@HouseTest
class AppendOnlyTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManagerFactory entities;

	@Test
	void whatIsImmutableInOneIsImmutableInTheOther() {
		List<String> refused = this.jdbc.sql("""
				select distinct c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
				join pg_proc p on p.oid = t.tgfoid where p.proname = 'refuse_rewriting'
				and c.relname not in ('summary_pins')""").query(String.class).list();
		assertThat(refused).contains("revisions", "audit_entries");
		assertThat(this.entities.getMetamodel().getEntities().stream().map(EntityType::getJavaType))
			.filteredOn((type) -> type.isAnnotationPresent(Immutable.class))
			.extracting((type) -> type.getAnnotation(Table.class).name())
			.containsExactlyInAnyOrderElementsOf(refused);
	}

}
