package org.kebao.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 管理: the way to the administrator's pages.
 */
@Controller
class AdminController {

	@GetMapping("/admin")
	String index() {
		return "desk/admin";
	}

}
