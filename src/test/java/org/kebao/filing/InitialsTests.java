package org.kebao.filing;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class InitialsTests {

	@ParameterizedTest
	@CsvSource({ "专利申请量, zlsql", "技术合同成交额, jshtcje", "全社会R&D经费内部支出, qshrdjfnbzc", "地区生产总值（GDP）, dqsczzgdp",
			"有效期内高新技术企业数, yxqngxjsqys", "ＲＤ经费, rdjf", "3.0版平台, 30bpt", "涉农行政村服务覆盖率, snxzcfwfgl", "比重, bz",
			"重新认定数, cxrds", "银行贷款额, yhdke", "增长率, zzl", "成长型企业, czxqy", "'', ''", "😀％, ''" })
	void aNameIsFoundByTheInitialsOfItsPinyin(String name, String initials) {
		assertThat(Initials.of(name)).contains(initials);
	}

	@Test
	void aCharacterWithTwoReadingsHasBoth() {
		assertThat(Initials.of("省级重点实验室数")).containsExactlyInAnyOrder("sjzdsyss", "sjcdsyss");
		assertThat(Initials.of("专利申请量")).containsExactly("zlsql");
	}

	@Test
	void manyReadingsAreNoReasonToWait() {
		assertTimeoutPreemptively(Duration.ofSeconds(20),
				() -> assertThat(Initials.of("重长行调".repeat(20))).hasSizeLessThan(20));
	}

}
