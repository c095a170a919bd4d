package org.kebao.refusal;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;

/**
 * How a form is answered that was not taken, with its page again: 409 where somebody else
 * changed the same meanwhile, which no field is to blame for, else 422.
 */
public final class FormRefusal {

	private FormRefusal() {
	}

	public static void tell(Errors errors, HttpServletResponse response) {
		response.setStatus((errors.hasGlobalErrors() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
	}

}
