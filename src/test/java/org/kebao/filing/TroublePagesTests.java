package org.kebao.filing;

import java.util.List;

import com.microsoft.playwright.Locator;

import org.kebao.RoomPages;

/**
 * What goes wrong while one fills in.
 */
class TroublePagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(trouble("yunlu", "/reports/{YU}/metrics", "a refused figure", (page) -> {
			page.locator("[data-cell]").first().fill("一百");
			page.waitForSelector("tr.bad .error:visible");
		}), trouble("xinshe", "/reports/{XS}/metrics", "a pasted sheet", (page) -> {
			page.locator("[data-cell]").first().focus();
			page.evaluate(
					"""
							() => {
							  const data = new DataTransfer();
							  data.setData('text/plain', '代码\\t指标\\t上年\\t今年\\nRDI01\\t全社会R&D经费内部支出\\t11\\t12.5\\nRDI03\\t规模以上工业企业研发费用\\t7\\t\\n\\t县里自己的指标\\t1\\t2\\n');
							  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
							}""");
			page.locator("#paste-dialog[open] input[name=paste-column]").last().check();
		}), trouble("qingze", "/reports/{QZ}/metrics", "a figure in conflict", (page) -> {
			server().jdbc()
				.sql("update metric_values set amount = amount + 1 where report_id = ? and amount is not null")
				.param(id("QZ"))
				.update();
			Locator cell = page.locator("[data-cell]").first();
			cell.fill("987654");
			page.waitForSelector(".conflict");
		}), trouble("qingze", "/reports/{QZ}/plan", "a text in conflict", (page) -> {
			server().jdbc().sql("update reports set idea = idea || '，别人又添一句' where id = ?").param(id("QZ")).update();
			page.fill("#idea", "我写的另一种思路");
			page.waitForSelector(".conflict");
		}), trouble("yunlu", "/reports/{YU}/achievements", "found in a text", (page) -> {
			page.fill("#lead", "举办培训班20期，其中线上8期、线下13期，走访企业xx家，引用{{没有的指标}}。加强领导,落实责任。");
			page.waitForSelector("[data-found-in=lead] .hint-finding");
			page.locator("[data-found-in=lead] summary").first().click();
		}), trouble("yunlu", "/reports/{YU}/achievements", "an entry deleted", (page) -> {
			page.locator("[formaction*=entries][formaction*=kind]").first().click();
			page.waitForURL("**#entry-*");
			page.locator(".entry").last().locator(".link.danger").click();
			page.waitForSelector(".undo");
		}), trouble("yunlu", "/reports/{YU}/plan", "a target added", (page) -> {
			page.locator("[formaction$='/targets']").click();
			page.waitForURL("**#target-*");
		}), trouble("yunlu", "/reports/{YU}/problems", "last year beside it",
				(page) -> page.click("[data-tab=previous]")),
				trouble("shiqiao", "/reports/{SQ}/plan", "the session ended", (page) -> {
					server().jdbc().sql("delete from spring_session where principal_name = 'shiqiao'").update();
					// what was kept of the first look comes back into the second
					page.fill("#idea", "登录到期后写下的" + page.viewportSize().width);
					page.waitForSelector("#sign-in-dialog[open] [name=password]");
					page.fill("#sign-in-dialog [name=password]", "falsch");
					page.click("#sign-in-dialog button[type=submit]");
					page.waitForSelector("[data-sign-in-error]:visible");
					server().jdbc().sql("delete from sign_in_failures").update();
				}));
	}

}
