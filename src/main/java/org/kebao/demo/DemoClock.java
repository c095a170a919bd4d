package org.kebao.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of the demo: while the invented past is loaded, the loading thread lives in
 * it; everybody else has the time of day.
 */
class DemoClock extends Clock {

	private final ThreadLocal<Instant> past = new ThreadLocal<>();

	private final Clock clock;

	DemoClock(Clock clock) {
		this.clock = clock;
	}

	void turnTo(Instant instant) {
		this.past.set(instant);
	}

	void turnToNow() {
		this.past.remove();
	}

	@Override
	public Instant instant() {
		Instant instant = this.past.get();
		return (instant != null) ? instant : this.clock.instant();
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.clock.withZone(zone);
	}

}
