package org.kebao.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

import org.kebao.account.Accounts;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.bureau.Bureau;
import org.kebao.database.ConditionalOnDemo;

/**
 * The invented people: each filing bureau has somebody who fills in, and the city and the
 * province somebody who reviews.
 */
@Component
@ConditionalOnDemo
@RequiredArgsConstructor
class DemoPeople {

	private static final Map<String, String[]> REPORTERS = Map.of("WC", new String[] { "reporter", "周文" }, "LX",
			new String[] { "reporter2", "沈佳禾" }, "QL", new String[] { "qinglan", "陆远" }, "ND",
			new String[] { "nandu", "何思齐" }, "SQ", new String[] { "shiqiao", "石磊" }, "YU",
			new String[] { "yunlu", "蒋一苇" }, "GX", new String[] { "gaoxin", "方哲" }, "QZ",
			new String[] { "qingze", "梁书仪" });

	private static final Map<String, String[]> SUPERVISORS = Map.of("QZ", new String[] { "supervisor", "郑明" }, "YL",
			new String[] { "yunling", "高婧" });

	private final Accounts accounts;

	/** Whether they are not there, or wait behind closed doors for the rest. */
	boolean areMissing() {
		return this.accounts.isEmpty() || this.accounts.areClosed();
	}

	void settle(Map<String, Bureau> bureaus) {
		if (!this.accounts.isEmpty()) {
			return;
		}
		List<Accounts.Newcomer> people = new ArrayList<>();
		people.add(new Accounts.Newcomer("admin", "系统管理员", null, Set.of(Role.ADMINISTRATOR)));
		REPORTERS.forEach((code, who) -> people
			.add(new Accounts.Newcomer(who[0], who[1], bureaus.get(code).getId(), Set.of(Role.REPORTER))));
		SUPERVISORS.forEach((code, who) -> people
			.add(new Accounts.Newcomer(who[0], who[1], bureaus.get(code).getId(), Set.of(Role.SUPERVISOR))));
		this.accounts.createClosed(people);
	}

	/** Everything is there: they may come in. */
	void letIn() {
		this.accounts.open(DemoConfiguration.PASSWORD);
	}

	Person administrator() {
		return this.accounts.person("admin").orElseThrow();
	}

	Person reporterOf(String bureau) {
		return this.accounts.person(REPORTERS.get(bureau)[0]).orElseThrow();
	}

	/**
	 * Who decides on that bureau's reports: the city on its counties, the province on the
	 * city.
	 */
	Person supervisorOf(String bureau) {
		return this.accounts.person(SUPERVISORS.get(bureau.equals("QZ") ? "YL" : "QZ")[0]).orElseThrow();
	}

}
