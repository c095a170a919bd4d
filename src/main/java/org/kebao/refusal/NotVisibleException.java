package org.kebao.refusal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What the signed-in person may not see does not exist for him: 404, not 403.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotVisibleException extends RuntimeException {

	public NotVisibleException(String what) {
		super(what + " does not exist for the person who asks");
	}

}
