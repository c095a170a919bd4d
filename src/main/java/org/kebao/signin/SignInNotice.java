package org.kebao.signin;

import java.util.List;

/**
 * What the sign-in page tells a visitor of the demo. Where nobody provides one, it tells
 * nothing.
 */
public record SignInNotice(String password, List<Line> lines) {

	public record Line(String username, String meaning) {
	}

}
