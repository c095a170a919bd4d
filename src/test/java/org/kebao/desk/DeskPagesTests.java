package org.kebao.desk;

import java.util.List;

import org.kebao.RoomPages;

class DeskPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(look("reporter", "/", "menu", 200, (page) -> page.click(".who summary")), plain("reporter", "/"),
				plain("xinshe", "/"), plain("linshu", "/"), plain("shiqiao", "/"), plain("reporter2", "/"),
				plain("nandu", "/"), plain("qinglan", "/"), plain("supervisor", "/"), plain("yunling", "/"),
				plain("admin", "/"), plain("admin", "/admin"));
	}

}
