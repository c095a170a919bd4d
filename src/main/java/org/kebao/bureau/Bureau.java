package org.kebao.bureau;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * 机构: a node of the tree of bureaus. The tree follows who reports to whom, not the map.
 */
@Entity
@Table(name = "bureaus")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Bureau {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Version
	private @Nullable Integer version;

	private String code;

	private String name;

	@ManyToOne(fetch = FetchType.EAGER)
	@JoinColumn(name = "level_code")
	private BureauLevel level;

	/** The bureau above, null at the top. */
	private @Nullable Long parentId;

	private int position;

	private LocalDate validFrom;

	private @Nullable LocalDate validTo;

	Bureau(String code, String name, BureauLevel level, @Nullable Long parentId, int position, LocalDate validFrom,
			@Nullable LocalDate validTo) {
		change(code, name, level, parentId, position, validFrom, validTo);
	}

	final void change(String code, String name, BureauLevel level, @Nullable Long parentId, int position,
			LocalDate validFrom, @Nullable LocalDate validTo) {
		if (validTo != null && validTo.isBefore(validFrom)) {
			throw new IllegalArgumentException(
					"A bureau cannot end (%s) before it begins (%s)".formatted(validTo, validFrom));
		}
		this.code = code;
		this.name = name;
		this.level = level;
		this.parentId = parentId;
		this.position = position;
		this.validFrom = validFrom;
		this.validTo = validTo;
	}

	/** Whether the bureau exists on that day. */
	public boolean isValidOn(LocalDate day) {
		return !day.isBefore(this.validFrom) && (this.validTo == null || !day.isAfter(this.validTo));
	}

	/** Whether it owes reports: every bureau does that has another above it. */
	public boolean isFiling() {
		return this.parentId != null;
	}

}
