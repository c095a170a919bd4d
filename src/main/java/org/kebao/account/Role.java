package org.kebao.account;

import java.util.List;

/**
 * What a person is here: a name for the rights that go together.
 */
public enum Role {

	/** 填报员: fills in and submits the reports of the own bureau. */
	REPORTER("填报员", Right.FILL, Right.FIGURES, Right.WORDS, Right.SUBMIT),

	/**
	 * 统计员: fills in the figures of the own bureau's reports, says why they are right, and
	 * writes no word of the report.
	 */
	STATISTICIAN("统计员", Right.FILL, Right.FIGURES),

	/** 审核员: reads, returns and approves; changes no figure and no word. */
	SUPERVISOR("审核员", Right.REVIEW, Right.ASSIGN, Right.SURVEY),

	/** 管理员: bureaus, accounts, periods, metrics, templates. */
	ADMINISTRATOR("管理员", Right.SURVEY, Right.ADMINISTER);

	private final String label;

	private final List<Right> rights;

	Role(String label, Right... rights) {
		this.label = label;
		this.rights = List.of(rights);
	}

	public String label() {
		return this.label;
	}

	public List<Right> rights() {
		return this.rights;
	}

}
