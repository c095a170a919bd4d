package org.kebao.period;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;

/**
 * 延期: one bureau may file a period until that day, and why.
 */
@Embeddable
public record Extension(LocalDate until, String reason) {
}
