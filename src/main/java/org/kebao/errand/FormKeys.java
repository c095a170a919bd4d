package org.kebao.errand;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Gives every form that is posted a key of its own each time it is shown, in a hidden
 * field beside the token against forgery, and says whom it was shown to.
 */
class FormKeys implements RequestDataValueProcessor {

	static final String PARAMETER = "_once";

	private final RequestDataValueProcessor tokens;

	FormKeys(RequestDataValueProcessor tokens) {
		this.tokens = tokens;
	}

	@Override
	public String processAction(HttpServletRequest request, String action, String method) {
		return this.tokens.processAction(request, action, method);
	}

	@Override
	public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
		return this.tokens.processFormFieldValue(request, name, value, type);
	}

	@Override
	public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
		Map<String, String> token = this.tokens.getExtraHiddenFields(request);
		// a form that needs no token changes nothing
		if (token == null || token.isEmpty() || request.getRemoteUser() == null) {
			return token;
		}
		Map<String, String> fields = new LinkedHashMap<>(token);
		fields.put(PARAMETER, UUID.randomUUID().toString());
		fields.put(Errand.OWNER, request.getRemoteUser());
		return fields;
	}

	@Override
	public String processUrl(HttpServletRequest request, String url) {
		return this.tokens.processUrl(request, url);
	}

}
