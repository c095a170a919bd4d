package org.kebao.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What PostgreSQL's own {@code postmaster.pid} says of who holds the data. The number in
 * it may be nobody's, or that of any other program by now.
 */
record LeftoverServer(Path pidFile, Optional<ProcessHandle> process) {

	private static final Logger logger = LoggerFactory.getLogger(LeftoverServer.class);

	static LeftoverServer in(Path data) throws IOException {
		Path pidFile = data.resolve("postmaster.pid");
		return new LeftoverServer(pidFile,
				Files.exists(pidFile) ? number(pidFile).flatMap(ProcessHandle::of) : Optional.empty());
	}

	/** Empty after a power cut, or what a disk made of it. */
	private static Optional<Long> number(Path pidFile) throws IOException {
		String first = new String(Files.readAllBytes(pidFile), StandardCharsets.ISO_8859_1).lines()
			.findFirst()
			.orElse("")
			.strip();
		return first.matches("\\d{1,18}") ? Optional.of(Long.valueOf(first)) : Optional.empty();
	}

	/** Whether the data are served by programs of ours. */
	boolean isOurs(PostgresPrograms programs) {
		return this.process.flatMap((process) -> process.info().command())
			.filter((command) -> Path.of(command).startsWith(programs.folder().getParent()))
			.isPresent();
	}

	/**
	 * Takes the file away where it is certain that it names no server of these data;
	 * PostgreSQL would not start over it. Only for who has the folder for himself.
	 */
	void tidy() throws IOException {
		if (!Files.exists(this.pidFile)) {
			return;
		}
		ProcessHandle holder = this.process.orElse(null);
		if (holder == null || isOtherProgram(holder) || servesElsewhere(holder)) {
			logger.info("The last PostgreSQL ended without tidying up, {} says nothing any more", this.pidFile);
			Files.delete(this.pidFile);
		}
		else if (serves(holder)) {
			throw new EmbeddedDatabaseFailure(
					"Another PostgreSQL (process %d) has the data in %s. It was not started from here and is left alone; stop it first."
						.formatted(holder.pid(), this.pidFile.getParent()));
		}
	}

	/** What cannot be looked at belongs to somebody else; PostgreSQL knows what to do. */
	private static boolean isOtherProgram(ProcessHandle process) {
		return process.info()
			.command()
			.map((command) -> !Path.of(command).getFileName().toString().startsWith("postgres"))
			.orElse(false);
	}

	private boolean serves(ProcessHandle process) {
		return data(process).filter(this.pidFile.getParent().toString()::equals).isPresent();
	}

	/** Whether it says of itself that it has the data of another folder. */
	private boolean servesElsewhere(ProcessHandle process) {
		return data(process).filter((folder) -> Path.of(folder).isAbsolute())
			.filter((folder) -> !folder.equals(this.pidFile.getParent().toString()))
			.isPresent();
	}

	/** What stands behind -D. */
	private static Optional<String> data(ProcessHandle process) {
		List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
		int at = arguments.indexOf("-D");
		return (at >= 0 && at + 1 < arguments.size()) ? Optional.of(arguments.get(at + 1)) : Optional.empty();
	}

}
