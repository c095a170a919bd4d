package org.kebao.signin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import org.kebao.account.PasswordRules;
import org.kebao.account.Person;
import org.kebao.errand.Errand;

/**
 * What was sent when the session had ended, by a browser that runs no script: it was not
 * done, and nothing of it is lost. The page itself carries it, to be sent again by
 * whoever typed it.
 */
@Controller
class ResumeController {

	/** One thing that was typed. */
	record Carried(String name, String text) {
	}

	/** Where Spring Security forwards a form whose token is not of this session. */
	@PostMapping("/sign-in/resume")
	String resume(@Nullable Person person, HttpServletRequest request, Model model) {
		Object action = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
		if (person == null && (request.getContextPath() + "/sign-out").equals(action)) {
			return "redirect:/sign-in";
		}
		String owner = request.getParameter(Errand.OWNER);
		boolean other = person != null && owner != null && !person.username().equals(owner);
		boolean whole = isOurs(request) && owner != null && !isFile(request)
				&& Collections.disjoint(request.getParameterMap().keySet(), PasswordRules.FIELDS);
		model.addAttribute("owner", owner);
		model.addAttribute("other", other);
		model.addAttribute("file", isFile(request));
		model.addAttribute("action", action);
		model.addAttribute("carried", (whole && !other) ? carried(request) : null);
		return "signin/resume";
	}

	/** A form of another site is not carried on. */
	private static boolean isOurs(HttpServletRequest request) {
		String ours = ServletUriComponentsBuilder.fromContextPath(request).replacePath(null).toUriString();
		return ours.equals(request.getHeader(HttpHeaders.ORIGIN));
	}

	private static boolean isFile(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	private static List<Carried> carried(HttpServletRequest request) {
		List<Carried> carried = new ArrayList<>();
		new TreeMap<>(request.getParameterMap()).forEach((name, texts) -> {
			if (!name.equals("_csrf")) {
				List.of(texts).forEach((text) -> carried.add(new Carried(name, text)));
			}
		});
		return carried;
	}

}
