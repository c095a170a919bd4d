package org.kebao.account;

import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types about an account.
 *
 * @param version of the account the form was filled from, null for a new one
 * @param username asked for once and kept for good
 */
record AccountForm(@Nullable Integer version,
		@NotBlank(message = "请填账号") @Pattern(regexp = "|[A-Za-z0-9._-]{3,64}",
				message = "账号为 3 到 64 个字母、数字或 . _ -") String username,
		@NotBlank(message = "请填姓名") @Size(max = 40, message = "姓名最多 40 个字") @Pattern(regexp = "\\P{Cntrl}*",
				message = "姓名里有不能保存的字符") String name,
		@Nullable Long bureauId, @NotEmpty(message = "请至少选一个角色") Set<Role> roles) {

	static final AccountForm EMPTY = new AccountForm(null, "", "", null, Set.of());

	AccountForm {
		username = Objects.requireNonNullElse(username, "").strip();
		name = Objects.requireNonNullElse(name, "").strip();
		roles = Objects.requireNonNullElse(roles, Set.of());
	}

	static AccountForm of(Account account) {
		return new AccountForm(account.getVersion(), account.getUsername(), account.getName(), account.getBureauId(),
				account.getRoles());
	}

	boolean lacksBureau() {
		return this.bureauId == null && !this.roles.equals(Set.of(Role.ADMINISTRATOR));
	}

}
