package org.kebao.mention;

import java.util.List;

import com.microsoft.playwright.Locator;

import org.kebao.RoomPages;

class MentionPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("reporter", "/reports/{WC}/mentions"), plain("xinshe", "/reports/{XS}/mentions"),
				look("reporter", "/reports/{WC}/mentions", "nothing chosen, all open", 422, (page) -> {
					page.locator(".mention-list input:checked").all().forEach(Locator::uncheck);
					page.waitForNavigation(() -> page.locator(".mentions .actions .pri").click());
					unfoldAll(page);
				}), look("reporter", "/reports/{WC}/mentions", "newer than it was seen", 409, (page) -> {
					page.evaluate(
							"() => document.querySelectorAll('.mention-list input').forEach((one) => { one.value += '0'; })");
					page.waitForNavigation(() -> page.locator(".mentions .actions .pri").click());
				}), look("reporter2", "/reports/{LX}/mentions", "bound, and taken back", 200, (page) -> {
					page.waitForNavigation(() -> page.locator(".mentions button[name=all]").click());
					page.waitForNavigation(() -> page.locator(".undo button").click());
				}));
	}

}
