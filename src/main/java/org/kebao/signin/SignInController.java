package org.kebao.signin;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import org.kebao.account.Person;

@Controller
@RequiredArgsConstructor
class SignInController {

	private final ObjectProvider<SignInNotice> notice;

	@GetMapping("/sign-in")
	String show(Model model) {
		model.addAttribute("notice", this.notice.getIfAvailable());
		return "signin/sign-in";
	}

	/** Where Spring Security forwards a failed attempt to; what was typed stays. */
	@PostMapping("/sign-in/failure")
	String refused(@RequestParam(defaultValue = "") String username, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		model.addAttribute("username", username);
		Object reason = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
		response.setStatus(
				((reason instanceof StillLoadingException) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED)
					.value());
		model.addAttribute("refusal", refusal(reason));
		return show(model);
	}

	private static String refusal(@Nullable Object reason) {
		if (reason instanceof StillLoadingException) {
			return "演示数据正在装入，还不能登录，请过几秒再试。";
		}
		if (reason instanceof LockedException) {
			return "失败次数过多，请 15 分钟后再试。";
		}
		return (reason instanceof DisabledException) ? "这个账号已停用，请联系管理员。" : "账号或密码不正确。连续 5 次不正确，须等 15 分钟。";
	}

	/**
	 * Tells a page that was left open whether its session still lives, whose it is, the
	 * token its forms need, and whether a password of one's own must be chosen first.
	 */
	@GetMapping("/session")
	@ResponseBody
	Map<String, String> session(Person person, CsrfToken token) {
		return Map.of("username", person.username(), "token", token.getToken(), "password",
				person.mustChangePassword() ? "first" : "");
	}

}
