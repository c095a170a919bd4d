package org.kebao.amount;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No rounding says of something that it is nothing, of less that it is the whole, of a
 * change that there was none.
 */
class PercentTests {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	@Property
	void onlyTheWholeIsAHundredAndOnlyNothingIsZero(
			@ForAll @BigRange(min = "0", max = "999999999999.9999") @Scale(4) BigDecimal part,
			@ForAll @BigRange(min = "0.0001", max = "999999999999.9999") @Scale(4) BigDecimal whole) {
		holds(part, whole);
		holds(whole, whole);
		holds(whole.subtract(new BigDecimal("0.0001")), whole);
		holds(whole.add(new BigDecimal("0.0001")), whole);
		holds(new BigDecimal("0.0001"), whole);
		holds(BigDecimal.ZERO, whole);
	}

	private static void holds(BigDecimal part, BigDecimal whole) {
		BigDecimal percent = Percent.of(part, whole);
		assertThat(percent.compareTo(HUNDRED)).isEqualTo(part.compareTo(whole));
		assertThat(percent.signum()).isEqualTo(part.signum());
		Measure measure = new Measure("万元", 4, MetricKind.FLOW, Comparison.PERCENT, false);
		Change change = measure.change(Given.actual(part), Given.actual(whole));
		assertThat(change.words().equals("下降100%")).isEqualTo(part.signum() == 0);
		assertThat(change.words().equals("持平")).isEqualTo(part.compareTo(whole) == 0);
		assertThat(change.words()).isNotEqualTo("增长100%").doesNotContain("增长0%", "下降0%");
		Completion completion = Completion.of(measure, Given.actual(part), whole, false);
		assertThat(completion.isMet()).isEqualTo(part.compareTo(whole) >= 0);
		assertThat(completion.reached().equals("完成目标的0%")).isEqualTo(part.signum() == 0);
		assertThat(completion.reached()).isNotEqualTo("完成目标的100%");
		for (int time : new int[] { 25, 50, 75 }) {
			Pace pace = Pace.at(BigDecimal.valueOf(time), measure, Given.actual(part), whole, false, List.of());
			assertThat(pace.words().contains("低于时间进度" + time + "个百分点")).isEqualTo(part.signum() == 0);
		}
	}

}
