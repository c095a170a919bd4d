package org.kebao.review;

import java.util.ArrayList;
import java.util.List;

import org.kebao.RoomPages;
import org.kebao.account.Accounts;
import org.kebao.report.Reports;

class ReviewPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		List<Look> looks = new ArrayList<>();
		for (String path : List.of("/reviews", "/reports/{ND}/review", "/reports/{QL}/review",
				"/reports/{LX}/review")) {
			looks.add(plain("supervisor", path));
		}
		looks.add(plain("yunling", "/reviews"));
		looks.add(look("supervisor", "/reports/{ND}/review", "returning", 200, (page) -> unfold(page, ".decide", 0)));
		looks.add(look("supervisor", "/reports/{ND}/review", "approving", 200, (page) -> unfold(page, ".decide", 1)));
		looks.add(look("supervisor", "/reports/{QL}/review", "reopening", 200,
				(page) -> unfold(page, ".acts details", 0)));
		looks.add(look("supervisor", "/reports/{QL}/review", "reopened without a word", 422, (page) -> {
			unfold(page, ".acts details", 0);
			submit(page, ".acts form");
		}));
		looks.add(look("supervisor", "/reports/{ND}/review", "a remark without words", 422, (page) -> {
			unfold(page, ".sheet .add", 2);
			submit(page, ".sheet .add[open] form");
		}));
		looks.add(look("supervisor", "/reports/{ND}/review", "a remark on a figure", 200, (page) -> {
			unfold(page, "tr .add", 0);
			page.fill("tr .add[open] textarea", "请与统计部门核对");
			submit(page, "tr .add[open] form");
		}));
		looks.add(look("supervisor", "/reports/{ND}/review", "a remark being changed", 200,
				(page) -> unfold(page, ".note-acts details", 0)));
		looks.add(look("supervisor", "/reports/{ND}/review", "a figure's form", 200,
				(page) -> unfold(page, "tr .add", 3)));
		looks.add(look("supervisor", "/reports/{GX}/review", "taken back meanwhile", 409, (page) -> {
			Reports reports = server().bean(Reports.class);
			Accounts accounts = server().bean(Accounts.class);
			Long report = id("GX");
			reports.withdraw(report, accounts.person("gaoxin").orElseThrow());
			unfold(page, ".sheet .add", 0);
			page.fill(".sheet .add[open] textarea", "请补充");
			submit(page, ".sheet .add[open] form");
			reports.submit(report, accounts.person("gaoxin").orElseThrow());
		}));
		return looks;
	}

}
