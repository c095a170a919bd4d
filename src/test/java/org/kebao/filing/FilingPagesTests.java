package org.kebao.filing;

import java.util.ArrayList;
import java.util.List;

import org.kebao.RoomPages;

class FilingPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		List<Look> looks = new ArrayList<>();
		for (String part : List.of("metrics", "completion", "achievements", "cases", "problems", "plan",
				"suggestions")) {
			looks.add(plain("reporter", "/reports/{WC}/" + part));
			looks.add(plain("xinshe", "/reports/{XS}/" + part));
		}
		for (String part : List.of("metrics", "completion", "achievements", "problems", "plan")) {
			looks.add(plain("reporter2", "/reports/{LX}/" + part));
			looks.add(plain("reporter", "/reports/{WC}/carry-over?part=" + part));
		}
		looks.add(trouble("qingze", "/reports/{QZ}/completion", "missed without a reason", (page) -> {
			page.locator(".promise select:has(option[value=DONE])").last().selectOption("MISSED");
			page.waitForSelector(".promise.lacks");
		}));
		looks.add(plain("xinshe", "/reports/{XS}/carry-over"));
		looks.add(look("reporter", "/reports/{WC}/metrics", "with help", 200, (page) -> {
			page.locator(".help summary").first().click();
			page.locator(".help summary").nth(14).click();
		}));
		looks.add(look("reporter", "/reports/{WC}/achievements", "picking a metric", 200, (page) -> {
			page.locator("#lead + .cm-editor .cm-content").click();
			page.keyboard().type("{{");
			page.waitForSelector(".picker [role=option][aria-selected=true]");
		}));
		looks.add(look("reporter", "/reports/{WC}/plan", "the menu of a chip", 200, (page) -> {
			page.fill("#idea", "{{专利申请量}}，{{专利申请量.同比}}，{{没有的}}");
			page.locator(".token b").nth(1).waitFor();
			page.locator(".token").first().click();
			page.waitForSelector("[role=menu]");
		}));
		for (String path : List.of("/reports", "/reports?period={period}", "/reports?status=APPROVED",
				"/reports?period={closed}&status=DRAFT", "/reports/{WC}", "/reports/{WC}/submission",
				"/reports/{WC}/changes")) {
			looks.add(plain("reporter", path));
		}
		looks.add(plain("xinshe", "/reports/{XS}/submission"));
		looks.add(plain("xinshe", "/reports/{XS}/changes"));
		looks.add(plain("shiqiao", "/reports/{SQ}"));
		looks.add(plain("reporter2", "/reports/{LX}/submission"));
		looks.add(plain("yunlu", "/reports/{YU}/submission"));
		looks.add(plain("nandu", "/reports/{ND}"));
		looks.add(plain("qinglan", "/reports/{QL}"));
		for (String path : List.of("/reports", "/reports/{WC}", "/reports/{WC}/achievements",
				"/reports/{WC}/changes")) {
			looks.add(plain("linshu", path));
		}
		looks.add(look("linshu", "/reports/{WC}/metrics", "a figure saved", 200, (page) -> {
			page.fill("[name='metric.PUB03']", "7");
			page.waitForSelector("[data-save-state]:has-text('已保存')");
		}));
		looks.add(plain("supervisor", "/reports"));
		looks.add(plain("yunling", "/reports"));
		looks.add(plain("admin", "/reports"));
		looks.add(trouble("gaoxin", "/reports/{GX}", "", OPENED));
		return looks;
	}

}
