package org.kebao.period;

import java.util.List;

import org.kebao.RoomPages;

class PeriodPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("admin", "/admin/periods"), plain("admin", "/admin/periods/new"),
				plain("admin", "/admin/periods/{period}"), plain("admin", "/admin/periods/{closed}"),
				look("admin", "/admin/periods/new", "empty", 422, (page) -> submit(page, "main form")),
				look("admin", "/admin/periods/{period}", "an empty extension", 422,
						(page) -> submit(page, "[action$='/extensions']")),
				look("admin", "/admin/periods/{period}", "no due date", 422, (page) -> {
					page.fill("#dueOn", "");
					submit(page, "[action$='/due-date']");
				}));
	}

}
