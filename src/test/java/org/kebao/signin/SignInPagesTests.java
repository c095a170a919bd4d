package org.kebao.signin;

import java.util.List;

import org.kebao.RoomPages;

class SignInPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain(NOBODY, "/sign-in"), look(NOBODY, "/sign-in", "wrong", 401, (page) -> {
			page.fill("#username", "niemand");
			page.fill("#password", "falsch");
			submit(page, "main form");
		}), plain("reporter", "/password"),
				look("reporter", "/password", "empty", 422, (page) -> submit(page, "main form")),
				look("reporter", "/password", "outdated", 403, (page) -> outdated(page, "main form")),
				plain("linshi", "/"));
	}

}
