package org.kebao.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the application which started it. It still holds the data
 * folder, and only one server may.
 */
record LeftoverServer(ProcessHandle process) {

	private static final Logger logger = LoggerFactory.getLogger(LeftoverServer.class);

	/** The first line of PostgreSQL's own postmaster.pid names the process. */
	static Optional<LeftoverServer> in(Path folder) throws IOException {
		Path pidFile = folder.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(pidFile);
		if (lines.isEmpty()) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
			.filter(LeftoverServer::isPostgres)
			.map(LeftoverServer::new);
	}

	/**
	 * The number may have gone to another program since: end nothing that is not ours.
	 */
	private static boolean isPostgres(ProcessHandle process) {
		return process.info().command().map((command) -> command.contains("postgres")).orElse(false);
	}

	void stop(Duration patience) {
		logger.info("Stopping the PostgreSQL that the last run left behind (process {})", this.process.pid());
		this.process.destroy();
		try {
			this.process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			throw new IllegalStateException(
					"PostgreSQL of the last run (process " + this.process.pid() + ") does not stop", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
