package org.kebao.filing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.kebao.check.Explained;
import org.kebao.proof.Choice;
import org.kebao.proof.Finding;
import org.kebao.proof.Spot;

/**
 * A finding as it stands beside its cell or its sentence: what the page shows of it, and
 * what its scripts are told.
 */
final class Notice {

	private static final int HEARD = 40;

	private final Explained said;

	private final Explained.State state;

	Notice(Explained said) {
		this.said = said;
		this.state = said.state();
	}

	@JsonProperty
	public String key() {
		return finding().key();
	}

	/** The code of the cell's metric, "" beside a sentence. */
	@JsonProperty
	public String metric() {
		return finding().metric();
	}

	/** Where it stands, as in an address. */
	@JsonProperty
	public String part() {
		return finding().part().slug();
	}

	@JsonProperty
	public boolean error() {
		return finding().isError();
	}

	/** Whether it is only offered. */
	@JsonProperty
	public boolean hint() {
		return finding().isHint();
	}

	@JsonProperty
	public String message() {
		return finding().message();
	}

	/** The same for those who do not see where. */
	@JsonProperty
	public String statement() {
		return finding().statement();
	}

	@JsonProperty
	public String instruction() {
		return finding().instruction();
	}

	/** The name of the explanation's field. */
	@JsonProperty
	public String field() {
		return this.said.field();
	}

	/** The explanation, "" for none. */
	@JsonProperty
	public String words() {
		return this.said.words();
	}

	@JsonProperty
	public String version() {
		return this.said.version();
	}

	@JsonProperty
	public Explained.State state() {
		return this.state;
	}

	/** What the supervisor found lacking, "" elsewhere. */
	@JsonProperty
	public String verdict() {
		return this.said.verdictWords();
	}

	/**
	 * What has changed since the explanation was written, "" for nothing: "到位资金：写于
	 * 1500万元，现为 1510万元".
	 */
	@JsonProperty
	public String since() {
		if (!this.said.isFallen()) {
			return "";
		}
		return this.said.changes().isEmpty() ? "有关的数字变了"
				: this.said.changes()
					.stream()
					.map((change) -> "%s：写于 %s，现为 %s".formatted(change.label(), change.then(), change.now()))
					.collect(Collectors.joining("；"));
	}

	@JsonProperty
	public List<Explained.Earlier> earlier() {
		return this.said.earlier();
	}

	/** How it can be settled in its text. */
	@JsonProperty
	public List<Choice> choices() {
		return Optional.ofNullable(spot()).map(Spot::choices).orElse(List.of());
	}

	/** Of the finding as it stands: what is done about it is done about this. */
	@JsonProperty
	public String mark() {
		return finding().mark();
	}

	/** Null beside a cell. */
	@JsonProperty
	public @Nullable Spot spot() {
		return finding().spot();
	}

	private Finding finding() {
		return this.said.finding();
	}

	public boolean isBlocking() {
		return this.state.isBlocking();
	}

	/** "校核：2 处错误，1 处提示（待说明 1），12 条建议". */
	static String count(List<Notice> notices) {
		long errors = notices.stream().filter(Notice::error).count();
		long hints = notices.stream().filter(Notice::hint).count();
		long open = notices.stream().filter((one) -> !one.error() && one.isBlocking()).count();
		long warnings = notices.size() - errors - hints;
		return "校核：%d 处错误，%d 处提示%s%s".formatted(errors, warnings, (open > 0) ? "（待说明 " + open + "）" : "",
				(hints > 0) ? "，%d 条建议".formatted(hints) : "");
	}

	/** The name of the field it stands below, "" beside a cell. */
	String place() {
		return Optional.ofNullable(spot()).map(Spot::field).orElse("");
	}

	/** "err", "warn", "ok" or "": how it is coloured. */
	public String tone() {
		return error() ? "err" : hint() ? "" : isBlocking() ? "warn" : "ok";
	}

	/** What is to be done about it, in the list of all. */
	public String label() {
		return error() ? "错误" : hint() ? "建议" : isBlocking() ? "待说明" : "已说明";
	}

	/** What has become of the explanation, "" for nothing. */
	public String progress() {
		return switch (this.state) {
			case REJECTED -> "请重写";
			case FALLEN -> "数字已变，请核对说明";
			case EXPLAINED -> "已说明";
			case ACCEPTED -> "审核员已认可";
			default -> "";
		};
	}

	/** Whether it has to be looked at: there are words, or somebody wants some. */
	public boolean isUnfolded() {
		return !words().isEmpty() || this.state == Explained.State.REJECTED;
	}

	public boolean isFallen() {
		return this.state == Explained.State.FALLEN;
	}

	/** The same for those who do not see where, short enough to be read out. */
	public String subject() {
		String statement = statement();
		int end = statement.offsetByCodePoints(0, Math.min(statement.codePointCount(0, statement.length()), HEARD));
		return statement.substring(0, end);
	}

	/** The name of the field that says that old words still hold. */
	public String holds() {
		return Explained.HOLDS + key();
	}

}
