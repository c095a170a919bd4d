package org.kebao.check;

import java.util.List;

import org.kebao.RoomPages;

class CheckPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("admin", "/admin/rules"), plain("admin", "/admin/rules?q=没有的"),
				plain("admin", "/admin/rules/new"), plain("admin", "/admin/rules/{rule}"),
				look("admin", "/admin/rules/new", "empty", 422, (page) -> submit(page, "main form")),
				look("admin", "/admin/rules/{rule}", "tried", 200,
						(page) -> page.waitForNavigation(() -> page.locator("[formaction$='/trial']").click())));
	}

}
