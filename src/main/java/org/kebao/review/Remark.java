package org.kebao.review;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.refusal.RefusedException;
import org.kebao.report.Part;

/**
 * 意见: what a supervisor has to say about one place of a version. Its maker may change it
 * until it is sent with a return.
 */
@Entity
@Table(name = "remarks")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Remark {

	/** Long enough for any remark, too short for a report. */
	static final int LONGEST = 2000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Long reportId;

	private Long revisionId;

	/** The return it was sent with, null as long as it was not. */
	private @Nullable Long reviewId;

	/** Such as {@code part:plan}, {@code entry:12} or {@code metric:PRJ01}. */
	private String place;

	/** The heading or the metric's name at that time. */
	private String placeName;

	/** The part the place lies in, null for the whole report. */
	@Enumerated(EnumType.STRING)
	private @Nullable Part part;

	private String words;

	private Long madeBy;

	private Instant madeAt;

	Remark(Long reportId, Long revisionId, RemarkPlace place, String words, Long madeBy, Instant madeAt) {
		this.reportId = reportId;
		this.revisionId = revisionId;
		this.place = place.key();
		this.placeName = place.name();
		this.part = place.part();
		this.madeBy = madeBy;
		change(words, madeAt);
	}

	public boolean isSent() {
		return this.reviewId != null;
	}

	final void change(String words, Instant now) {
		requireUnsent("修改");
		this.words = words;
		this.madeAt = now;
	}

	/** Goes to the bureau with that return. */
	void send(Long reviewId) {
		requireUnsent("再发");
		this.reviewId = reviewId;
	}

	void requireUnsent(String verb) {
		if (isSent()) {
			throw new RefusedException("这条意见已随退回发出，不能" + verb);
		}
	}

}
