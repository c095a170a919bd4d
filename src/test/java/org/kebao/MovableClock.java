package org.kebao;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that a test moves on.
 */
public class MovableClock extends Clock {

	private Instant now;

	private final ZoneId zone;

	public MovableClock(Instant now, ZoneId zone) {
		this.now = now;
		this.zone = zone;
	}

	public void moveOn(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new MovableClock(this.now, other);
	}

}
