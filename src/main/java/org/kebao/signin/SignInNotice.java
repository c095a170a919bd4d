package org.kebao.signin;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What the sign-in page tells a visitor of the demo. Where nobody provides one, it tells
 * nothing.
 *
 * @param loading whether the accounts are still on their way
 */
public record SignInNotice(String password, List<Line> lines, BooleanSupplier loading) {

	public boolean isLoading() {
		return this.loading.getAsBoolean();
	}

	public record Line(String username, String meaning) {
	}

}
