package org.kebao;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.kebao.account.PasswordRules;
import org.kebao.script.Legible;

/**
 * Takes what cannot be seen off whatever comes with a form or an address, before anybody
 * reads it. A password is kept as it was typed: nobody reads it, and its hash knows no
 * likeness.
 */
@Component
class LegibleParameters extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new LegibleRequest(request), response);
	}

	private static final class LegibleRequest extends HttpServletRequestWrapper {

		LegibleRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String text = super.getParameter(name);
			return (text != null) ? legible(name, text) : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] texts = super.getParameterValues(name);
			return (texts != null) ? legible(name, texts) : null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> legible = new LinkedHashMap<>();
			super.getParameterMap().forEach((name, texts) -> legible.put(name, legible(name, texts)));
			return legible;
		}

		private static String[] legible(String name, String[] texts) {
			return Arrays.stream(texts).map((text) -> legible(name, text)).toArray(String[]::new);
		}

		private static String legible(String name, String text) {
			return PasswordRules.FIELDS.contains(name) ? text : Legible.text(text);
		}

	}

}
