package org.kebao.audit;

import java.util.List;

import org.kebao.RoomPages;

class AuditPagesTests extends RoomPages {

	@Override
	protected List<Look> looks() {
		return List.of(plain("admin", "/admin/audit"), plain("admin", "/admin/audit?act=APPROVED"),
				plain("admin", "/admin/audit?actor=nobody"));
	}

}
