package org.kebao.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.HouseTest;
import org.kebao.glossary.Glossary;
import org.kebao.glossary.ShippedGlossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the migrations brought.
 */
@HouseTest
class ShippedCatalogueTests {

	private static final int SHIPPED = 107;

	@Autowired
	private Metrics metrics;

	@Autowired
	private JdbcClient jdbc;

	private List<Metric> shipped() {
		return this.metrics.catalogue().all();
	}

	@Test
	void everyMetricSaysWhatItIsAndWhatItIsNot() {
		assertThat(shipped()).hasSize(SHIPPED).allSatisfy((metric) -> {
			assertThat(metric.getDefinition()).as(metric.getCode()).hasSizeGreaterThan(10);
			assertThat(metric.getSource()).as(metric.getCode()).hasSizeGreaterThan(4);
			assertThat(metric.getExclusion()).as(metric.getCode()).hasSizeGreaterThan(6);
			assertThat(metric.getOwnerSection()).as(metric.getCode()).matches(".+科|办公室");
		});
	}

	@Test
	void everyMetricHasTwoToFourNamesOfItsOwnInProse() {
		Map<String, String> owners = new HashMap<>();
		shipped().forEach((metric) -> owners.put(metric.getName(), metric.getCode()));
		assertThat(owners).hasSize(SHIPPED);
		shipped().forEach((metric) -> {
			assertThat(metric.getAliases()).as(metric.getCode()).hasSizeBetween(2, 4);
			metric.getAliases()
				.forEach((alias) -> assertThat(owners.put(alias, metric.getCode()))
					.as("%s of %s", alias, metric.getCode())
					.isNull());
		});
	}

	@Test
	void proseIsMeasuredWithTheCatalogueThatIsShipped() {
		assertThat(ShippedGlossary.entries()).containsExactlyInAnyOrderElementsOf(shipped().stream()
			.map((metric) -> new Glossary.Entry(metric.getCode(), metric.getName(), metric.getAliases(),
					metric.getUnit(), metric.getGroup().getName()))
			.toList());
	}

	@Test
	void everyNameFindsItsMetricHoweverItIsTyped() {
		Catalogue catalogue = this.metrics.catalogue();
		assertThat(shipped()).allSatisfy(
				(metric) -> Stream.concat(Stream.of(metric.getCode(), metric.getName()), metric.getAliases().stream())
					.flatMap((name) -> Stream.of(name, " " + name + "　", name.toLowerCase(Locale.ROOT),
							name.replace('（', '(').replace('）', ')').replace('&', '＆')))
					.forEach((name) -> assertThat(catalogue.named(name)).map(Metric::getCode)
						.as(name)
						.contains(metric.getCode())));
		assertThat(catalogue.named("")).isEmpty();
	}

	@Test
	void rangesAreInTheMetricsOwnUnitAndOpenForAProvince() {
		assertThat(shipped()).allSatisfy((metric) -> {
			assertThat(metric.getRanges()).as(metric.getCode()).containsOnlyKeys("CITY", "DISTRICT", "COUNTY", "ZONE");
			assertThat(metric.getRanges().values())
				.allSatisfy((range) -> assertThat(range.low()).isLessThanOrEqualTo(range.high()));
			assertThat(metric.range("ZONE")).isEqualTo(metric.range("COUNTY"));
		});
		// 80 and 2500 亿元
		assertThat(metric("TEC02").range("COUNTY").orElseThrow().high()).isEqualByComparingTo("800000");
		assertThat(metric("TEC02").range("CITY").orElseThrow().words()).isEqualTo("5000—25000000");
		assertThat(metric("TEC02").range("PROVINCE")).isEmpty();
		assertThat(metric("ENT05").range("COUNTY").orElseThrow().low()).isEqualByComparingTo("-20");
	}

	@Test
	void smallCountsHaveNoJumpBand() {
		assertThat(metric("PRJ01").getJumpBand()).isEqualTo(50);
		assertThat(metric("CTX02").getJumpBand()).isEqualTo(10);
		assertThat(metric("PLT01").getJumpBand()).isNull();
	}

	@Test
	void theFirstVersionIsWhatWasShipped() {
		JsonMapper json = new JsonMapper();
		shipped().forEach((metric) -> {
			String content = this.jdbc.sql("select content from metric_versions where metric_id = ? and number = 1")
				.param(metric.getId())
				.query(String.class)
				.single();
			assertThat(json.readValue(content, MetricContent.class)).as(metric.getCode())
				.usingRecursiveComparison()
				.withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
				.isEqualTo(MetricContent.of(metric));
		});
	}

	@Test
	void versionsCannotBeRewritten() {
		assertThatThrownBy(() -> this.jdbc.sql("update metric_versions set number = 9").update())
			.hasMessageContaining("append-only");
		assertThatThrownBy(() -> this.jdbc.sql("delete from metric_versions").update())
			.hasMessageContaining("append-only");
	}

	private Metric metric(String code) {
		return this.metrics.catalogue().find(code).orElseThrow();
	}

}
