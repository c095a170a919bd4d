package org.kebao.account;

/**
 * What somebody may do. Roles are made of rights; the house asks for a right, never for a
 * role.
 */
public enum Right {

	/** Opens the own bureau's reports to fill something in. */
	FILL("打开本单位报告"),

	/** Fills the figures of the own bureau's reports in. */
	FIGURES("填数字"),

	/** Writes the words of the own bureau's reports. */
	WORDS("写文字"),

	/** Submits the own bureau's reports, and takes them back. */
	SUBMIT("报送"),

	/** Reads, returns and approves the reports of the own bureau and those below. */
	REVIEW("审核"),

	/** Spreads tasks over the bureaus below. */
	ASSIGN("下达任务"),

	/** Sees who has filed, and what all of them say together. */
	SURVEY("看进度和汇总"),

	/** Bureaus, accounts, periods, metrics, rules, templates. */
	ADMINISTER("管理");

	private final String label;

	Right(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
