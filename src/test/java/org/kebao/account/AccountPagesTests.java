package org.kebao.account;

import java.util.List;

import org.kebao.RoomPages;

class AccountPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("admin", "/admin/accounts"), plain("admin", "/admin/accounts?q=科技局"),
				plain("admin", "/admin/accounts?q=没有"), plain("admin", "/admin/accounts/new"),
				plain("admin", "/admin/accounts/{account}"), plain("admin", "/admin/accounts/{self}"),
				look("admin", "/admin/accounts", "a role in use", 409,
						(page) -> page
							.waitForNavigation(() -> page.click("[action$='/roles/REPORTER/switch'] button"))),
				look("admin", "/admin/accounts/new", "empty", 422, (page) -> submit(page, "main form")),
				look("admin", "/admin/accounts/{account}", "without a name", 422, (page) -> {
					page.fill("#name", "");
					submit(page, "main form");
				}), look("admin", "/admin/accounts/{spare}", "a new password", 200,
						(page) -> submit(page, "[action$='/password']")));
	}

}
