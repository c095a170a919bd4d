package org.kebao.summary;

import java.util.List;

import org.kebao.RoomPages;

class SummaryPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("reporter", "/reports/{WC}/summary"), plain("reporter", "/reports/{WC}/paper"),
				plain("reporter", "/reports/{WC}/summary.html"), plain("xinshe", "/reports/{XS}/summary"),
				plain("qinglan", "/reports/{QL}/summary"), plain("qinglan", "/reports/{QL}/summary.html"),
				plain("supervisor", "/reports/{ND}/summary"), plain("supervisor", "/reports/{QL}/summary.html"),
				plain("admin", "/reports/{QL}/summary"), plain("admin", "/admin/templates"),
				plain("admin", "/admin/templates/new"), plain("admin", "/admin/templates/1"),
				look("admin", "/admin/templates/new", "empty", 422, (page) -> submit(page, "main form")),
				look("admin", "/admin/templates/1", "broken", 422, (page) -> {
					page.fill("#text", "# {{bureau}}\n{{#cases}}\n{{nothing}}\n");
					submit(page, "main form:has(#text)");
				}), look("admin", "/admin/templates/1", "all open", 200, RoomPages::unfoldAll));
	}

}
