package org.kebao.amount;

import java.util.Arrays;
import java.util.Optional;

/**
 * How sure an amount is (domain handbook §2.1: value status). Annual reports are written
 * before the year has ended, so an amount says of itself what it is.
 */
public enum Certainty {

	/** 实际: counted by the bureau itself. */
	ACTUAL("实际", ""),

	/** 预计: the period has not ended; what is expected of it. */
	ESTIMATED("预计", "预计"),

	/** 快报: a first official count that will be revised. */
	PRELIMINARY("快报", "初步统计"),

	/** 核定: the final official figure. */
	CERTIFIED("核定", "");

	private final String label;

	private final String mark;

	Certainty(String label, String mark) {
		this.label = label;
		this.mark = mark;
	}

	public String label() {
		return this.label;
	}

	/** Whether it is as most are, so that nothing is said of it. */
	public boolean isUsual() {
		return this == ACTUAL;
	}

	/** Whether the amount will still change. */
	public boolean isOpen() {
		return this == ESTIMATED || this == PRELIMINARY;
	}

	/** What is said before a growth that rests on such an amount, "" for a final one. */
	String mark() {
		return this.mark;
	}

	/** What is made of two amounts is as unsure as the less sure of them. */
	public Certainty with(Certainty other) {
		if (this == ESTIMATED || other == ESTIMATED) {
			return ESTIMATED;
		}
		if (this == PRELIMINARY || other == PRELIMINARY) {
			return PRELIMINARY;
		}
		return (this == CERTIFIED && other == CERTIFIED) ? CERTIFIED : ACTUAL;
	}

	/** As it stands in a form. */
	public static Optional<Certainty> named(String name) {
		return Arrays.stream(values()).filter((certainty) -> certainty.name().equals(name)).findFirst();
	}

	/** As it stands in a spreadsheet. */
	public static Optional<Certainty> labelled(String label) {
		return Arrays.stream(values()).filter((certainty) -> certainty.label.equals(label)).findFirst();
	}

}
