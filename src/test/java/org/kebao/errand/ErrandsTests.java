package org.kebao.errand;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.kebao.HouseTest;
import org.kebao.refusal.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of an errand whose application dies at one point or another.
 */
@HouseTest
class ErrandsTests {

	private static final Errand.Answer ANSWER = new Errand.Answer("/there#1", Map.of("flash", "已记下", "bound", 3));

	@Autowired
	private Errands errands;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final Errands.Name name = new Errands.Name("zhou", UUID.randomUUID().toString(), "0".repeat(64));

	@Test
	void whoAsksAgainIsToldWhatTheFirstWasTold() {
		this.errands.answer(begin(), ANSWER);
		assertThat(this.errands.begin(this.name)).isEqualTo(new Errands.Begun(null, ANSWER));
	}

	@Test
	void whatWasRefusedMayBeAskedAgain() {
		this.errands.release(begin());
		begin();
	}

	@Test
	void anotherContentOfTheSameFormIsAnotherErrand() {
		this.errands.answer(begin(), ANSWER);
		assertThat(this.errands.begin(new Errands.Name("zhou", this.name.form(), "1".repeat(64))).errand()).isNotNull();
		assertThat(this.errands.begin(new Errands.Name("zheng", this.name.form(), this.name.digest())).errand())
			.isNotNull();
	}

	@Test
	void whatADeadApplicationHadOnlyBegunIsTakenOverAndItsCommitComesTooLate() {
		Errand first = begin();
		dies(first);
		Errand second = begin();
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> change(first));
		assertThat(changes(first)).isZero();
		change(second);
		assertThat(changes(second)).isOne();
	}

	@Test
	void whatADeadApplicationHadCommittedIsNotDoneAgain() {
		Errand first = begin();
		change(first);
		dies(first);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.errands.begin(this.name))
			.withMessageContaining("已经保存过内容");
	}

	@Test
	void whatWasRolledBackIsTakenOver() {
		Errand first = begin();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> during(first, () -> {
			this.jdbc.sql("insert into sign_in_failures values (?, 1, now())").param(first.claim().toString()).update();
			throw new IllegalStateException();
		}));
		dies(first);
		begin();
	}

	@Test
	void whatBrokeOffAfterACommitIsNotDoneAgain() {
		Errand first = begin();
		change(first);
		this.errands.breakOff(first);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.errands.begin(this.name));
	}

	@Test
	void theLivingAreNotTakenForDead() {
		Errand first = begin();
		this.jdbc.sql("update errands set alive_at = alive_at - interval '14 seconds'").update();
		this.errands.live();
		assertThat(this.jdbc.sql("select alive_at > now() - interval '1 second' from errands where claim = ?")
			.param(first.claim())
			.query(Boolean.class)
			.single()).isTrue();
		this.errands.release(first);
	}

	@Test
	void theyAreForgottenAfterADay() {
		Errand first = begin();
		this.errands.answer(first, ANSWER);
		this.jdbc.sql("update errands set claimed_at = now() - interval '25 hours' where claim = ?")
			.param(first.claim())
			.update();
		this.errands.forget();
		begin();
	}

	private Errand begin() {
		Errand errand = this.errands.begin(this.name).errand();
		assertThat(errand).isNotNull();
		return errand;
	}

	private void dies(Errand errand) {
		this.jdbc.sql("update errands set alive_at = now() - make_interval(secs => ?) where claim = ?")
			.params(Errands.DEAD.toSeconds() + 1, errand.claim())
			.update();
	}

	private void change(Errand errand) {
		during(errand,
				() -> this.jdbc.sql("insert into sign_in_failures values (?, 1, now())")
					.param(errand.claim().toString())
					.update());
	}

	private int changes(Errand errand) {
		return this.jdbc.sql("select count(*) from sign_in_failures where username = ?")
			.param(errand.claim().toString())
			.query(Integer.class)
			.single();
	}

	/** In a transaction of one of the rooms, within the request of the errand. */
	private void during(Errand errand, Runnable step) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		errand.accompany(request);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
		definition.setName("org.kebao.room.Door.step");
		try {
			new TransactionTemplate(this.transactions, definition).executeWithoutResult((status) -> step.run());
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
	}

}
