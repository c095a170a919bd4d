package org.kebao.account;

/**
 * What a person may do.
 */
public enum Role {

	/** 填报员: fills in and submits the reports of the own bureau. */
	REPORTER("填报员"),

	/** 审核员: reads, returns and approves; changes no figure and no word. */
	SUPERVISOR("审核员"),

	/** 管理员: bureaus, accounts, periods, metrics, templates. */
	ADMINISTRATOR("管理员");

	private final String label;

	Role(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
