package org.kebao.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

import org.kebao.audit.Act;
import org.kebao.audit.AuditLog;

/**
 * The door to the tree of bureaus.
 */
@Service
@RequiredArgsConstructor
public class Bureaus {

	/** Stands in for the bureau above, where there is none. */
	private static final Long TOP = 0L;

	private final BureauRepository bureaus;

	private final ObjectProvider<BureauUse> uses;

	private final AuditLog audit;

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

	/** All bureaus, each followed by those below it. */
	@Transactional(readOnly = true)
	public List<Branch> tree() {
		Map<Long, List<Bureau>> below = this.bureaus.findAll()
			.stream()
			.collect(Collectors.groupingBy((bureau) -> Objects.requireNonNullElse(bureau.getParentId(), TOP)));
		List<Branch> tree = new ArrayList<>();
		grow(tree, TOP, 0, below);
		return tree;
	}

	private static void grow(List<Branch> tree, Long above, int depth, Map<Long, List<Bureau>> below) {
		for (Bureau bureau : below.getOrDefault(above, List.of())) {
			tree.add(new Branch(bureau, depth));
			grow(tree, bureau.getId(), depth + 1, below);
		}
	}

	/** What a list of bureaus offers: names by id, moved in by their depth. */
	@Transactional(readOnly = true)
	public Map<Long, String> choices() {
		Map<Long, String> choices = new LinkedHashMap<>();
		tree().forEach((branch) -> choices.put(branch.bureau().getId(), branch.indented()));
		return choices;
	}

	@Transactional(readOnly = true)
	public Map<Long, Bureau> byId(Collection<Long> ids) {
		return this.bureaus.findAll(ids).stream().collect(Collectors.toMap(Bureau::getId, Function.identity()));
	}

	/** Those directly below one of these. */
	@Transactional(readOnly = true)
	public List<Bureau> directlyBelow(Collection<Long> ids) {
		return this.bureaus.findBelow(ids);
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

	/** The levels' names by code, from the top down. */
	@Transactional(readOnly = true)
	public Map<String, String> levelNames() {
		Map<String, String> names = new LinkedHashMap<>();
		this.bureaus.levels().forEach((level) -> names.put(level.getCode(), level.getName()));
		return names;
	}

	/** Where a new bureau stands: behind those below the same one. */
	@Transactional(readOnly = true)
	int nextPosition(@Nullable Long parentId) {
		return this.bureaus.lastPosition(parentId) + 1;
	}

	/** Those with the text in their name. */
	@Transactional(readOnly = true)
	public Set<Long> idsNamed(String part) {
		return this.bureaus.idsNamed(part);
	}

	/**
	 * Founds a bureau.
	 * @param level the code of its level
	 * @param parentId the bureau above, null for the top of a tree
	 */
	@Transactional
	public Bureau found(String code, String name, String level, @Nullable Long parentId, int position,
			LocalDate validFrom, @Nullable LocalDate validTo) {
		Bureau bureau = this.bureaus.saveAndFlush(new Bureau(code, name, this.bureaus.level(level).orElseThrow(),
				parentId, position, validFrom, validTo));
		this.audit.add(Act.BUREAU_CHANGED, name, "新建，" + describe(bureau));
		return bureau;
	}

	/** Founds a bureau, or says beside the field why not. */
	@Transactional
	Optional<Bureau> found(BureauForm form, Errors errors) {
		check(null, form, errors);
		return errors.hasErrors() ? Optional.empty() : Optional.of(found(form.code(), form.name(), form.level(),
				form.parentId(), form.position(), form.validFrom(), form.validTo()));
	}

	/** Changes a bureau, or says beside the field why not. */
	@Transactional
	void change(Long id, BureauForm form, Errors errors) {
		// two people who move bureaus below one another would close a circle
		this.bureaus.lockTop();
		Bureau bureau = this.bureaus.findById(id).orElseThrow();
		if (!Objects.equals(bureau.getVersion(), form.version())) {
			errors.reject("changed");
			return;
		}
		check(bureau, form, errors);
		if (errors.hasErrors()) {
			return;
		}
		String before = describe(bureau);
		bureau.change(form.code(), form.name(), this.bureaus.level(form.level()).orElseThrow(), form.parentId(),
				form.position(), form.validFrom(), form.validTo());
		this.audit.add(Act.BUREAU_CHANGED, form.name(), "%s → %s".formatted(before, describe(bureau)));
	}

	/** Why the bureau cannot be deleted; empty where it can. */
	@Transactional(readOnly = true)
	List<String> reasonsToKeep(Long id) {
		List<String> reasons = new ArrayList<>();
		if (this.bureaus.existsByParentId(id)) {
			reasons.add("有下级机构");
		}
		this.uses.orderedStream().flatMap((use) -> use.reasonToKeep(id).stream()).forEach(reasons::add);
		return reasons;
	}

	/**
	 * Deletes a bureau that nothing speaks of.
	 * @return whether it went; there are reasons to keep it otherwise
	 */
	@Transactional
	boolean delete(Long id) {
		Bureau bureau = this.bureaus.findById(id).orElseThrow();
		if (!reasonsToKeep(id).isEmpty()) {
			return false;
		}
		this.bureaus.delete(bureau);
		this.audit.add(Act.BUREAU_CHANGED, bureau.getName(), "删除，" + describe(bureau));
		return true;
	}

	private void check(@Nullable Bureau bureau, BureauForm form, Errors errors) {
		if (this.bureaus.findByCode(form.code()).filter((other) -> other != bureau).isPresent()) {
			errors.rejectValue("code", "duplicate", "这个代码已被别的机构使用");
		}
		if (this.bureaus.level(form.level()).isEmpty()) {
			errors.rejectValue("level", "unknown", "没有这个层级");
		}
		if (form.validTo() != null && form.validTo().isBefore(form.validFrom())) {
			errors.rejectValue("validTo", "order", "终止日期不能早于起始日期");
		}
		if (form.parentId() == null) {
			return;
		}
		if (this.bureaus.findById(form.parentId()).isEmpty()) {
			errors.rejectValue("parentId", "unknown", "没有这个机构");
		}
		else if (bureau != null && idsFrom(bureau.getId()).contains(form.parentId())) {
			errors.rejectValue("parentId", "circle", "上级不能是本机构，也不能是它的下级");
		}
	}

	private String describe(Bureau bureau) {
		String above = Optional.ofNullable(bureau.getParentId())
			.flatMap(this.bureaus::findById)
			.map(Bureau::getName)
			.orElse("无");
		return "%s（%s），%s，上级 %s，次序 %d，%s 至 %s".formatted(bureau.getName(), bureau.getCode(),
				bureau.getLevel().getName(), above, bureau.getPosition(), bureau.getValidFrom(),
				Objects.requireNonNullElse(bureau.getValidTo(), "今"));
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
