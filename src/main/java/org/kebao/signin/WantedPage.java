package org.kebao.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The page somebody wanted before he signed in, kept by his own browser: whoever never
 * signs in leaves nothing behind. Only its path is kept: it leads nowhere but to this
 * house.
 */
class WantedPage extends CookieRequestCache {

	/** A longer address is not worth the cookie. */
	private static final int LONGEST = 1_000;

	WantedPage() {
		MediaTypeRequestMatcher page = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
		page.setUseEquals(true);
		RequestMatcher shortEnough = (request) -> UrlUtils.buildFullRequestUrl(request).length() <= LONGEST;
		setRequestMatcher(new AndRequestMatcher(List.of((request) -> HttpMethod.GET.matches(request.getMethod()), page,
				shortEnough, new NegatedRequestMatcher(SecurityConfiguration.isFromScript()))));
	}

	/**
	 * Whoever comes to that page again asks as he asks now, and not as he once did; that
	 * he is there is all that is taken from it.
	 */
	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		super.getMatchingRequest(request, response);
		return null;
	}

}
