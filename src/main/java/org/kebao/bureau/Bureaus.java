package org.kebao.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the tree of bureaus.
 */
@Service
@RequiredArgsConstructor
public class Bureaus {

	private final BureauRepository bureaus;

	private final Clock clock;

	@Transactional(readOnly = true)
	public Optional<Bureau> find(Long id) {
		return this.bureaus.findById(id);
	}

	@Transactional(readOnly = true)
	public Optional<Bureau> find(String code) {
		return this.bureaus.findByCode(code);
	}

	/** All bureaus, those that have ended too, in their order. */
	@Transactional(readOnly = true)
	public List<Bureau> all() {
		return this.bureaus.findAll();
	}

	@Transactional(readOnly = true)
	public Map<Long, Bureau> byId(Collection<Long> ids) {
		return this.bureaus.findAll(ids).stream().collect(Collectors.toMap(Bureau::getId, Function.identity()));
	}

	/** The bureau itself and all below it. */
	@Transactional(readOnly = true)
	public Set<Long> idsFrom(Long id) {
		return this.bureaus.idsFrom(id);
	}

	/** Those that owe a report on that day. */
	@Transactional(readOnly = true)
	public List<Bureau> filingOn(LocalDate day) {
		return this.bureaus.findAll().stream().filter((bureau) -> bureau.isFiling() && bureau.isValidOn(day)).toList();
	}

	@Transactional(readOnly = true)
	public List<BureauLevel> levels() {
		return this.bureaus.levels();
	}

	/**
	 * Founds a bureau.
	 * @param level the code of its level
	 * @param parentId the bureau above, null for the top of a tree
	 */
	@Transactional
	public Bureau found(String code, String name, String level, @Nullable Long parentId, int position,
			LocalDate validFrom, @Nullable LocalDate validTo) {
		return this.bureaus.saveAndFlush(new Bureau(code, name,
				this.bureaus.levels().stream().filter((one) -> one.getCode().equals(level)).findFirst().orElseThrow(),
				parentId, position, validFrom, validTo));
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
