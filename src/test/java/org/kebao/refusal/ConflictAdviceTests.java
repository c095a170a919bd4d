package org.kebao.refusal;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConflictAdviceTests {

	private final ConflictAdvice advice = new ConflictAdvice();

	@Test
	void whyTheDatabaseRefusedIsToldApart() {
		assertThat(told(this.advice.refused(violation("23505")))).contains("刚刚已经保存过");
		assertThat(told(this.advice.refused(violation("23503")))).contains("已被删除").contains("没有保存");
		assertThat(told(this.advice.changed(new ObjectOptimisticLockingFailureException(Object.class, 1L))))
			.contains("改动过")
			.contains("没有保存");
		assertThat(told(this.advice.busy(new CannotAcquireLockException("deadlock detected")))).contains("没有保存");
	}

	@Test
	void nobodyIsBlamedForAMistakeOfOurs() {
		for (String state : new String[] { "23502", "23514", "22001" }) {
			DataIntegrityViolationException mistake = violation(state);
			assertThatThrownBy(() -> this.advice.refused(mistake)).isSameAs(mistake);
		}
	}

	private static DataIntegrityViolationException violation(String state) {
		return new DataIntegrityViolationException("refused",
				new IllegalStateException(new SQLException("refused", state)));
	}

	private static String told(ModelAndView page) {
		assertThat(page.getStatus()).isEqualTo(HttpStatus.CONFLICT);
		return page.getModel().get("refused").toString();
	}

}
