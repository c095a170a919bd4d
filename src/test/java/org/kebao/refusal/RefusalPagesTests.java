package org.kebao.refusal;

import java.util.List;

import org.kebao.RoomPages;

/**
 * What is not there, or not for everybody.
 */
class RefusalPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(look("reporter", "/nowhere", "", 404, OPENED), look("reporter", "/board", "", 404, OPENED),
				look("reporter", "/rollup", "", 404, OPENED), look("supervisor", "/rollup?metric=NIX", "", 404, OPENED),
				look("reporter", "/reports/abc", "", 400, OPENED),
				look("reporter", "/reports/{WC}/plan", "outdated", 403, (page) -> outdated(page, "#fields")));
	}

}
