package org.kebao.refusal;

import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where no page takes the refusal into its own hands, a page of its own says why.
 */
@ControllerAdvice
class RefusalAdvice {

	@ExceptionHandler
	ModelAndView refused(RefusedException ex) {
		ModelAndView page = new ModelAndView("error/409", HttpStatus.CONFLICT);
		page.addObject("refused", ex.getMessage());
		return page;
	}

	/** What cannot be read is told as such by whoever reads it, unless it is too long. */
	@ExceptionHandler
	ModelAndView unreadable(HttpMessageNotReadableException ex) {
		return BodyLimit.TooLongException.isBehind(ex) ? new ModelAndView("error/413", HttpStatus.CONTENT_TOO_LARGE)
				: new ModelAndView("error/4xx", HttpStatus.BAD_REQUEST);
	}

}
