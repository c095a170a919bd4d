package org.kebao.bureau;

import java.util.List;

import org.kebao.RoomPages;

class BureauPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("admin", "/admin/bureaus"), plain("admin", "/admin/bureaus/new"),
				plain("admin", "/admin/bureaus/new?parent={bureau}"), plain("admin", "/admin/bureaus/{bureau}"),
				plain("admin", "/admin/bureaus/{bureau}/deletion"), plain("admin", "/admin/bureaus/{unused}/deletion"),
				look("admin", "/admin/bureaus/new", "empty", 422, (page) -> submit(page, "main form")),
				look("admin", "/admin/bureaus/{bureau}", "without a name", 422, (page) -> {
					page.fill("#name", "");
					submit(page, "main form");
				}));
	}

}
