package org.kebao.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The server over the data of a folder, made, started and stopped by PostgreSQL's own
 * programs.
 */
final class PostgresServer {

	static final String USER = "postgres";

	private static final Logger logger = LoggerFactory.getLogger(PostgresServer.class);

	/** Recovery after a power cut may take as long, in seconds. */
	private static final String PATIENCE = "300";

	private static final int TRIES = 3;

	/** So much of the log is quoted where the server does not start. */
	private static final int QUOTED = 12;

	/** Lies with the data it opens. */
	private static final String PASSWORD = "kebao.password";

	private static final int PASSWORD_BYTES = 24;

	/** Written anew at every start, over what the data were made with. */
	private static final String SETTINGS = """
			listen_addresses = '127.0.0.1'
			unix_socket_directories = ''
			port = %d
			max_connections = 100
			timezone = 'UTC'
			lc_messages = 'C'
			lc_monetary = 'C'
			lc_numeric = 'C'
			lc_time = 'C'
			""";

	private static final String INCLUDE = "include_if_exists = 'kebao.conf'";

	private static final String ONLY_WITH_PASSWORD = """
			host all all 127.0.0.1/32 scram-sha-256
			host all all ::1/128 scram-sha-256
			""";

	private final Path data;

	private final Path log;

	private final PostgresPrograms programs;

	private String password = "";

	private int port;

	private PostgresServer(Path home, PostgresPrograms programs) {
		this.data = home.resolve("postgresql");
		this.log = home.resolve("postgresql.log");
		this.programs = programs;
	}

	/** For who has the folder for himself. */
	static PostgresServer start(Path home) throws IOException {
		PostgresServer server = new PostgresServer(home, PostgresPrograms.in(home));
		server.start();
		server.programs.deleteOthers();
		return server;
	}

	int port() {
		return this.port;
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(this.port);
	}

	String password() {
		return this.password;
	}

	/** Ends this server only, whatever the file in its folder says by now. */
	void stop() throws IOException {
		if (LeftoverServer.in(this.data).isOurs(this.programs)) {
			run(this.programs.command("pg_ctl", "stop", "-D", this.data.toString(), "-m", "fast", "-w", "-t",
					PATIENCE));
		}
	}

	private void start() throws IOException {
		LeftoverServer leftover = LeftoverServer.in(this.data);
		if (leftover.isOurs(this.programs)) {
			logger.info("Stopping the PostgreSQL that the last run left behind");
			stop();
		}
		else {
			leftover.tidy();
		}
		if (!Files.exists(this.data.resolve("PG_VERSION"))) {
			make();
		}
		boolean open = isOpen();
		include();
		this.password = Files.readString(open ? newPassword(this.data) : this.data.resolve(PASSWORD));
		for (int tries = 1; !launch(); tries++) {
			if (tries == TRIES || !isPortTaken()) {
				throw failure();
			}
		}
		if (open) {
			shut();
		}
	}

	private boolean launch() throws IOException {
		this.port = freePort();
		Files.writeString(this.data.resolve("kebao.conf"), SETTINGS.formatted(this.port));
		Files.deleteIfExists(this.log);
		return run(this.programs.command("pg_ctl", "start", "-D", this.data.toString(), "-l", this.log.toString(), "-w",
				"-t", PATIENCE));
	}

	/** Somebody else may have taken the port in between. */
	private boolean isPortTaken() throws IOException {
		return words().contains("could not bind");
	}

	/** Under a name of its own first: data that are made by half are no data. */
	private void make() throws IOException {
		if (Files.exists(this.data)) {
			try (Stream<Path> files = Files.list(this.data)) {
				if (files.findAny().isPresent()) {
					throw new EmbeddedDatabaseFailure(
							"The folder %s holds something that is no database.".formatted(this.data));
				}
			}
			Files.delete(this.data);
		}
		Path part = this.data.resolveSibling("initializing");
		FileSystemUtils.deleteRecursively(part);
		Path password = newPassword(this.data.getParent());
		if (!run(this.programs.command("initdb", "-D", part.toString(), "-U", USER, "-E", "UTF8", "--locale=C",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "-A", "scram-sha-256",
				"--pwfile=" + password))) {
			throw failure();
		}
		Files.move(password, part.resolve(PASSWORD));
		Files.move(part, this.data, StandardCopyOption.ATOMIC_MOVE);
	}

	private void include() throws IOException {
		Path settings = this.data.resolve("postgresql.conf");
		if (Files.readAllLines(settings, StandardCharsets.UTF_8).stream().noneMatch(INCLUDE::equals)) {
			Files.writeString(settings, "\n" + INCLUDE + "\n", StandardOpenOption.APPEND);
		}
	}

	/** Data of an earlier version let everybody on this machine in. */
	private boolean isOpen() throws IOException {
		return Files.readAllLines(this.data.resolve("pg_hba.conf"), StandardCharsets.UTF_8)
			.stream()
			.anyMatch((line) -> !line.startsWith("#") && line.strip().endsWith("trust"));
	}

	/** Whoever is cut off in the middle finds the data open still and does it again. */
	private void shut() throws IOException {
		try (Connection connection = DriverManager.getConnection(url(), USER, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute("alter role %s password '%s'".formatted(USER, this.password));
			Path part = this.data.resolve("pg_hba.conf.part");
			Files.writeString(part, ONLY_WITH_PASSWORD);
			Files.move(part, this.data.resolve("pg_hba.conf"), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
			statement.execute("select pg_reload_conf()");
		}
		catch (SQLException ex) {
			throw new EmbeddedDatabaseFailure("The data in %s could not be given a password".formatted(this.data), ex);
		}
	}

	private EmbeddedDatabaseFailure failure() throws IOException {
		return new EmbeddedDatabaseFailure("The embedded PostgreSQL does not start with the data in %s. It says:\n\n%s"
			.formatted(this.data, words()));
	}

	/** The last of what it said. */
	private String words() throws IOException {
		if (!Files.exists(this.log)) {
			return "(nothing)";
		}
		List<String> lines = new String(Files.readAllBytes(this.log), StandardCharsets.UTF_8).lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED), lines.size()));
	}

	/** What it says goes to the log: the server that stays keeps its output open. */
	private boolean run(ProcessBuilder command) throws IOException {
		Path said = this.log.resolveSibling("postgresql-start.log");
		Process process = command.redirectOutput(said.toFile()).start();
		try {
			boolean done = process.waitFor() == 0;
			if (!done) {
				Files.writeString(this.log, Files.readString(said, StandardCharsets.ISO_8859_1),
						StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			}
			return done;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedDatabaseFailure("Interrupted while PostgreSQL was at work", ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	/** Only the owner of the folder reads it. */
	private static Path newPassword(Path folder) throws IOException {
		byte[] random = new byte[PASSWORD_BYTES];
		new SecureRandom().nextBytes(random);
		Path file = folder.resolve(PASSWORD);
		Files.deleteIfExists(file);
		Files.createFile(file);
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
		return Files.writeString(file, HexFormat.of().formatHex(random));
	}

}
