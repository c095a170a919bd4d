package org.kebao.review;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kebao.report.Part;

/**
 * What a report went back to its bureau with.
 *
 * @param decision {@link Decision#RETURNED} or {@link Decision#REOPENED}
 * @param version the number of the version that was read
 * @param by the name of who decided
 * @param reason why it was opened again, "" for a return
 * @param remarks what is to be mended, in the order it was said
 */
public record Returned(Long reportId, Decision decision, int version, String by, LocalDateTime at, String reason,
		List<Line> remarks) {

	/**
	 * One remark.
	 *
	 * @param place {@code report}, {@code part:achievements}, {@code entry:12},
	 * {@code target:5} or {@code metric:PRJ01}
	 * @param placeName the heading or name of the place at that time
	 * @param part the part it lies in, null for the whole report
	 * @param by the name of who made it
	 */
	public record Line(String place, String placeName, @Nullable Part part, String words, String by) {
	}

}
