package org.kebao.errand;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

import org.kebao.refusal.RefusedException;

/**
 * Lets what a form asks through once. What was done leads somewhere; whoever asks the
 * same again is led there too. What was refused, or only shown, was not done and may be
 * asked again.
 */
@Component
@RequiredArgsConstructor
class ErrandInterceptor implements HandlerInterceptor {

	private static final Pattern KEY = Pattern.compile("[0-9a-zA-Z-]{8,64}");

	private static final Pattern HOST = Pattern.compile("^https?://[^/?#]*");

	private final Errands errands;

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		// the page of errors does not read again what could not be read
		if (request.getDispatcherType() != DispatcherType.REQUEST || !request.getMethod().equals("POST")) {
			return true;
		}
		String key = request.getParameter(FormKeys.PARAMETER);
		String username = request.getRemoteUser();
		if (key == null || username == null || !KEY.matcher(key).matches()) {
			return true;
		}
		String owner = request.getParameter(Errand.OWNER);
		if (owner != null && !owner.equals(username)) {
			throw new RefusedException("这一页是账号“%s”打开的，现在登录的是“%s”，没有办理；请用原来的账号登录。".formatted(owner, username));
		}
		Errands.Begun begun = this.errands.begin(new Errands.Name(username, key, Digest.of(request)));
		Errand errand = begun.errand();
		Errand.Answer answer = begun.answer();
		if (errand != null) {
			errand.accompany(request);
		}
		else if (answer != null) {
			RequestContextUtils.getOutputFlashMap(request).putAll(answer.told());
			RequestContextUtils.saveOutputFlashMap(answer.location(), request, response);
			response.sendRedirect(answer.location());
		}
		return errand != null;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		Errand errand = Errand.of(request);
		if (errand == null || request.getDispatcherType() != DispatcherType.REQUEST) {
			return;
		}
		Errand.leave(request);
		HttpStatusCode status = (ex != null) ? HttpStatus.INTERNAL_SERVER_ERROR
				: HttpStatusCode.valueOf(response.getStatus());
		String location = response.getHeader(HttpHeaders.LOCATION);
		if (status.is3xxRedirection() && location != null) {
			this.errands.answer(errand, new Errand.Answer(HOST.matcher(location).replaceFirst(""),
					new LinkedHashMap<>(RequestContextUtils.getOutputFlashMap(request))));
		}
		else if (status.is2xxSuccessful() && errand.answer() != null) {
			this.errands.answer(errand,
					new Errand.Answer(request.getContextPath() + errand.answer().location(), errand.answer().told()));
		}
		else if (status.is5xxServerError() && errand.isCommitted()) {
			this.errands.breakOff(errand);
		}
		else {
			this.errands.release(errand);
		}
	}

}
