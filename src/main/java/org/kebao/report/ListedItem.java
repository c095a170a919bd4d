package org.kebao.report;

import java.util.List;

import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a list of the report: it has its place, can be deleted and come back,
 * and can be taken over from an earlier report.
 */
@MappedSuperclass
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public abstract class ListedItem {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "report_id")
	@Getter(AccessLevel.NONE)
	private Report report;

	private int position;

	private boolean deleted;

	/** Its like in an earlier report, where it was taken over. */
	private @Nullable Long carriedFrom;

	/** Whether it was taken over and nobody has touched it since. */
	private boolean carriedUntouched;

	ListedItem(Report report, int position) {
		this.report = report;
		this.position = position;
	}

	final void carried(ListedItem earlier) {
		this.carriedFrom = earlier.id;
		this.carriedUntouched = true;
	}

	final void touch() {
		this.carriedUntouched = false;
	}

	void delete(boolean deleted) {
		this.deleted = deleted;
	}

	/**
	 * Puts pieces into that order; those not named keep theirs, behind.
	 * @return whether one has moved
	 */
	static boolean order(List<? extends ListedItem> pieces, List<Long> ids) {
		List<? extends ListedItem> ordered = pieces.stream()
			.sorted((one, other) -> Integer.compare(place(ids, one.getId()), place(ids, other.getId())))
			.toList();
		for (int i = 0; i < ordered.size(); i++) {
			((ListedItem) ordered.get(i)).position = i + 1;
		}
		return !ordered.equals(pieces);
	}

	private static int place(List<Long> ids, @Nullable Long id) {
		int place = ids.indexOf(id);
		return (place < 0) ? Integer.MAX_VALUE : place;
	}

	static int nextPosition(List<? extends ListedItem> pieces) {
		return pieces.stream().mapToInt(ListedItem::getPosition).max().orElse(0) + 1;
	}

}
