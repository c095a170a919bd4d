package org.kebao.bureau;

import java.util.Optional;

/**
 * Whoever keeps something of a bureau says so before it is deleted.
 */
public interface BureauUse {

	/**
	 * Why the bureau has to stay.
	 * @return half a sentence for the page, such as "已有 3 个账号"; nothing where it may go
	 */
	Optional<String> reasonToKeep(Long bureauId);

}
