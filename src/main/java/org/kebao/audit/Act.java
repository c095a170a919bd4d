package org.kebao.audit;

/**
 * What can be done that the log remembers.
 */
public enum Act {

	SIGNED_IN("登录"), SIGN_IN_FAILED("登录失败"), SIGNED_OUT("退出"), PASSWORD_CHANGED("修改密码"), ACCOUNT_CREATED("新建账号"),
	ACCOUNT_CHANGED("变更账号"), BUREAU_CHANGED("变更机构"), PERIOD_CHANGED("变更报告期"), METRIC_CHANGED("变更指标"),
	RULE_CHANGED("变更校核规则"), TEMPLATE_CHANGED("变更模板"), SUBMITTED("报送"), WITHDRAWN("撤回"), RETURNED("退回"), APPROVED("审定"),
	REOPENED("重新打开"), REMARKED("写意见"), REMARK_CHANGED("改意见"), REMARK_DELETED("删意见"), JUDGED("审校核说明"), EXPORTED("导出"),
	IMPORTED("导入"), TASK_ASSIGNED("任务分解"), REFUSED("被拒绝");

	private final String label;

	Act(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
