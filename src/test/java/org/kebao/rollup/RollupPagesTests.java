package org.kebao.rollup;

import java.util.List;

import org.kebao.RoomPages;

class RollupPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("supervisor", "/board"), plain("supervisor", "/board?state=OVERDUE"),
				plain("supervisor", "/board?q=没有这个单位"),
				plain("supervisor", "/board?period={closed}&q=县&state=APPROVED"), plain("supervisor", "/rollup"),
				plain("supervisor", "/rollup?approved=true"), plain("supervisor", "/rollup?period={closed}"),
				plain("supervisor", "/rollup?bureau={bureau}"), plain("supervisor", "/rollup?metric=PRJ01"),
				plain("supervisor", "/rollup?metric=RDI02&period={closed}"),
				plain("supervisor", "/rollup?metric=ENT01"), plain("supervisor", "/rollup?metric=PUB04"),
				plain("yunling", "/board"), plain("yunling", "/rollup"),
				plain("yunling", "/rollup?metric=ENT01&period={closed}"), plain("admin", "/board"),
				plain("admin", "/rollup"));
	}

}
