package org.kebao.report;

import java.util.List;

/**
 * What is added to the history of figures: one after the other as it happened, however
 * much a save changes, and never anything else.
 */
interface ValueHistory {

	void append(List<ValueChange> changes);

}
