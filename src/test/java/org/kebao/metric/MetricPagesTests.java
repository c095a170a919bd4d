package org.kebao.metric;

import java.util.List;

import org.kebao.RoomPages;

class MetricPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("admin", "/admin/metrics"), plain("admin", "/admin/metrics?q=高企"),
				plain("admin", "/admin/metrics?q=没有"), plain("admin", "/admin/metrics/PRJ"),
				plain("admin", "/admin/metrics/PRJ/new"), plain("admin", "/admin/metrics/PRJ/edit"),
				plain("admin", "/admin/metrics/new"), plain("admin", "/admin/metrics/TEC/TEC02"),
				plain("admin", "/admin/metrics/RDI/RDI02"),
				look("admin", "/admin/metrics/new", "empty", 422, (page) -> submit(page, "main form")),
				look("admin", "/admin/metrics/PRJ/new", "empty", 422, (page) -> submit(page, "main form")),
				look("admin", "/admin/metrics/PRJ/PRJ05", "wrong in many places", 422, (page) -> {
					page.fill("#name", "");
					page.fill("#scale", "viel");
					page.fill("#high-COUNTY", "-5");
					page.fill("#validFromYear", "2026");
					submit(page, "form.metric-form");
				}), look("admin", "/admin/metrics/PRJ/PRJ07", "saved by another meanwhile", 409, (page) -> {
					page.evaluate("() => { document.querySelector('[name=base]').value = '0'; }");
					page.fill("#ownerSection", "我填的科室");
					submit(page, "form.metric-form");
				}), look("admin", "/admin/metrics/PRJ/PRJ08", "with a history", 200, (page) -> {
					page.fill("#ownerSection", "计划科" + System.nanoTime());
					page.fill("#low-COUNTY", "1");
					submit(page, "form.metric-form");
					page.navigate(page.url().replaceAll("#.*", "") + "/PRJ08");
				}), look("admin", "/admin/metrics/COP/edit", "changed by another meanwhile", 409, (page) -> {
					page.evaluate("() => { document.querySelector('[name=version]').value = '-1'; }");
					submit(page, "main form");
				}));
	}

}
