package org.kebao.refusal;

import java.sql.SQLException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Two did something at the same moment, two people or one person in two windows: whoever
 * came second is told, and nothing of what he asked is half done. What the database
 * refuses for another reason is a mistake of ours and no conflict.
 */
@ControllerAdvice
class ConflictAdvice {

	private static final String UNIQUE = "23505";

	private static final String REFERENCE = "23503";

	@ExceptionHandler
	ModelAndView changed(OptimisticLockingFailureException ex) {
		return told("这项内容在您打开这一页以后改动过，这一次没有保存。请返回刷新，看过现在的内容再办。");
	}

	@ExceptionHandler
	ModelAndView busy(PessimisticLockingFailureException ex) {
		return told("同一时刻有别的操作也在改这项内容，这一次没有保存。请返回再办一次。");
	}

	@ExceptionHandler
	ModelAndView refused(DataIntegrityViolationException ex) {
		String state = (NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause)
				? cause.getSQLState() : "";
		if (UNIQUE.equals(state)) {
			return told("同样的内容（同一编号、名称或同一项）刚刚已经保存过，这一次没有再保存。请返回刷新，看现在的内容。");
		}
		if (REFERENCE.equals(state)) {
			return told("所涉及的内容刚刚有了变化：要用的已被删除，或者要删的已被用上。这一次没有保存，请返回刷新再看。");
		}
		throw ex;
	}

	private static ModelAndView told(String words) {
		ModelAndView page = new ModelAndView("error/409", HttpStatus.CONFLICT);
		page.addObject("refused", words);
		return page;
	}

}
