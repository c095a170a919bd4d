package org.kebao.summary;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.kebao.period.PeriodKind;

/**
 * 模板: what a kind of paper is made after. Its text stands in its versions.
 */
@Entity
@Table(name = "summary_templates")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class SummaryTemplate {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Version
	private @Nullable Integer version;

	private String name;

	@Enumerated(EnumType.STRING)
	private PeriodKind periodKind;

	/** The level of the bureaus it is for, null for all. */
	private @Nullable String levelCode;

	private int position;

	/** 停用: makes no new papers; those approved with it keep it. */
	private boolean retired;

	SummaryTemplate(String name, PeriodKind periodKind, @Nullable String levelCode, int position) {
		this.position = position;
		change(name, periodKind, levelCode);
	}

	final void change(String name, PeriodKind periodKind, @Nullable String levelCode) {
		this.name = name;
		this.periodKind = periodKind;
		this.levelCode = levelCode;
	}

	void retire(boolean retired) {
		this.retired = retired;
	}

}
