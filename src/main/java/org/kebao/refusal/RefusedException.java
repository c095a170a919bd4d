package org.kebao.refusal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A report did not take what was asked of it. The message is for the person, in Chinese,
 * and says what stands in the way.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class RefusedException extends RuntimeException {

	public RefusedException(String message) {
		super(message);
	}

}
