package org.kebao.assignment;

import java.util.List;

import org.kebao.RoomPages;

class AssignmentPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("yunling", "/assignments"), plain("supervisor", "/assignments?metric=ENT02"),
				look("supervisor", "/assignments?metric=IPR02", "a refused number", 422, (page) -> {
					page.locator("[data-goal]").first().fill("三十");
					submit(page, "form[method=post][action$='/assignments']");
				}));
	}

}
