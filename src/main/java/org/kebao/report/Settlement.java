package org.kebao.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.revision.Fulfilment;

/**
 * What the bureau says of one promise in this report.
 */
@Entity
@Table(name = "settlements")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Settlement {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "report_id")
	@Getter(AccessLevel.NONE)
	private Report report;

	private Long promiseId;

	/** As it was chosen, null for not yet; what follows from the figures outweighs it. */
	@Enumerated(EnumType.STRING)
	private @Nullable Fulfilment state;

	/** 说明: why it was missed, how far it is. */
	private String note = "";

	Settlement(Report report, Long promiseId) {
		this.report = report;
		this.promiseId = promiseId;
	}

	void state(@Nullable Fulfilment state) {
		this.state = state;
	}

	void note(String note) {
		this.note = note;
	}

}
