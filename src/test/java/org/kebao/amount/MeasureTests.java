package org.kebao.amount;

import java.math.BigDecimal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people type into a cell, and what it is in the unit of the cell.
 */
class MeasureTests {

	/** An amount of a metric in one of the units of the trade. */
	record Kept(BigDecimal amount, String unit) {
	}

	@Provide
	Arbitrary<Kept> kept() {
		return Combinators
			.combine(Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("999999999999")).ofScale(4),
					Arbitraries.of("万元", "亿元", "元", "项", "家", "件", "个", "人", "万人", "人次", "家次", "户", "人年", "万平方米",
							"件/万人", "%", "场次"))
			.as(Kept::new);
	}

	@Property
	void whatTheHousePrintsIsReadBackAsTheSameAmount(@ForAll("kept") Kept kept) {
		Measure measure = measure(kept.unit(), 8);
		assertThat(measure.read(Amount.print(kept.amount())).amount()).isEqualByComparingTo(kept.amount());
		assertThat(measure.read(Amount.spell(kept.amount(), kept.unit())).amount()).isEqualByComparingTo(kept.amount());
		assertThat(measure.read(Amount.print(kept.amount()) + " " + kept.unit()).amount())
			.isEqualByComparingTo(kept.amount());
		assertThat(measure.read("%,.4f".formatted(kept.amount())).amount()).isEqualByComparingTo(kept.amount());
	}

	@Property
	void whatIsToldOfAnAmountIsThatAmount(@ForAll("kept") Kept kept) {
		Amount read = measure(kept.unit(), 8).read(Amount.spell(kept.amount(), kept.unit()));
		String told = read.told().replaceFirst(".*按 (.*)计", "$1");
		assertThat(measure(kept.unit(), 8).read(told).amount()).isEqualByComparingTo(kept.amount());
	}

	@Property
	void aConversionIsExactBothWays(@ForAll("kept") Kept kept) {
		for (String[] pair : new String[][] { { "万元", "亿元" }, { "元", "万元" }, { "元", "亿元" }, { "人", "万人" },
				{ "平方米", "万平方米" } }) {
			BigDecimal there = measure(pair[1], 12).read(Amount.print(kept.amount()) + pair[0]).amount();
			assertThat(there)
				.isEqualByComparingTo(kept.amount().multiply(Units.factor(pair[0], pair[1]).orElseThrow()));
			assertThat(measure(pair[0], 12).read(Amount.print(there) + pair[1]).amount())
				.isEqualByComparingTo(kept.amount());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "2.7亿|万元|27000", "27006.29万元|万元|27006.29", "48项|项|48", "1.2万|项|12000", "1.2万|万元|1.2",
					"1.2万项|项|12000", ".5|万元|0.5", "¥1,234.00|万元|1234", "￥ 1,234|亿元|1234", "12.50%|%|12.5",
					"12.5 ％|%|12.5", "5‰|%|0.5", "2.7个亿|万元|27000", "２．７亿元|万元|27000", "2.7 亿 元|万元|27000",
					"3600万|亿元|0.36", "3500000元|万元|350", "¥3500000元|万元|350", "人民币2.7亿元|万元|27000", "3千万|万元|3000",
					"5百万元|万元|500", "0.5万亿|亿元|5000", "2亿7000万元|万元|27000", "3亿4500万|亿元|3.45", "36名|人|36", "32万|万人|32",
					"1.5万㎡|平方米|15000", "15000㎡|万平方米|1.5", "2\u200b.7\u202e亿|万元|27000", "12.5件/万人|件/万人|12.5",
					"1,234.5万元|万元|1234.5", "3千克|千克|3", "0亿|万元|0", "1万千瓦|千瓦|10000" })
	void readsWhatPeopleType(String typed, String unit, BigDecimal amount) {
		Amount read = measure(unit, 4).read(typed);
		assertThat(read.refusal()).isNull();
		assertThat(read.amount()).isEqualByComparingTo(amount);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "48家|项|本格以项计，“48家”的单位不同；如果就是 48 项，请填 48", "12.5%|万元|本格以万元计，“12.5%”的单位不同；请填以万元计的数",
					"3.6亿美元|万元|本格以万元计，“3.6亿美元”的单位不同；请填以万元计的数", "¥48|项|本格以项计，“¥48”的单位不同；请填以项计的数",
					"约3.6亿元|万元|本格以万元计，3.6亿元应填 36000；要填确定的数，不写“约”“多”", "3.6亿多|万元|本格以万元计，3.6亿应填 36000；要填确定的数，不写“约”“多”",
					"超100|项|本格以项计，100项应填 100；要填确定的数，不写“约”“多”", "2,8000万元|万元|“2,8000万元”的逗号不在千位上，分不清是多少；请填数字，不加逗号",
					"1234.5678元|万元|“1234.5678元”是 0.12345678 万元，此项最多保留 4 位小数，可填 0.1235",
					"5人次|人|本格以人计，“5人次”的单位不同；如果就是 5 人，请填 5", "12.5个百分点|%|本格以%计，“12.5个百分点”的单位不同；请填以%计的数",
					"12.5%|家|本格以家计，“12.5%”的单位不同；请填以家计的数" })
	void aRefusalNamesTheUnitAndWhatWouldBeMeant(String typed, String unit, String refusal) {
		assertThat(measure(unit, 4).read(typed).refusal()).isEqualTo(refusal);
		assertThat(measure(unit, 4).read(typed).amount()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "10²", "1/2", "1e5", "１２三", "5万多人干活", "48项，其中省级12项", "1.2万%", "abc亿", "亿", "¥", "5 6万",
			"2万万", "1万2", "几万" })
	void whatLeavesADoubtIsRefused(String typed) {
		assertThat(measure("万元", 4).read(typed).refusal()).startsWith("本格以万元计，");
	}

	@Test
	void nothingIsRounded() {
		assertThat(measure("项", 0).read("1.23456万").refusal()).isEqualTo("“1.23456万”是 12345.6 项，此项只能填整数");
		assertThat(measure("亿元", 4).read("100元").refusal()).contains("0.000001 亿元");
	}

	@Test
	void aNumberAloneIsInTheUnitOfTheCellAndSaysNothing() {
		assertThat(measure("万元", 2).read("1,642.00").told()).isEmpty();
		assertThat(measure("万元", 2).read("¥1,642.00").told()).isEqualTo("“¥1,642.00”按 1642 万元计");
		assertThat(measure("%", 2).read("12.50%").told()).isEqualTo("“12.50%”按 12.5%计");
	}

	@Test
	void noGoalIsToldThatItMayBeNotApplicable() {
		assertThat(measure("万元", 2).readGoal("没有").refusal()).isEqualTo("本格以万元计，请填数字");
		assertThat(measure("万元", 2).read("没有").refusal()).contains("不适用");
		assertThat(Amount.plain("2倍", "倍").amount()).isEqualByComparingTo("2");
		assertThat(Amount.plain("2.7亿", "").refusal()).isEqualTo("请填数字");
	}

	private static Measure measure(String unit, int scale) {
		return new Measure(unit, scale, MetricKind.FLOW, Comparison.PERCENT, false);
	}

}
