package org.kebao.database;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL, unpacked into the data folder: a temporary folder is
 * cleaned by others, and shared with them.
 */
record PostgresPrograms(Path folder) {

	private static final String PREFIX = "programs-";

	private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

	/** Unpacks them where they are not there yet, all of them or none. */
	static PostgresPrograms in(Path home) throws IOException {
		byte[] archive = archive();
		Path folder = home.resolve(PREFIX + DigestUtils.md5DigestAsHex(archive));
		if (!Files.exists(folder)) {
			Path part = home.resolve("unpacking");
			FileSystemUtils.deleteRecursively(part);
			unpack(archive, part);
			Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		return new PostgresPrograms(folder);
	}

	/** Deletes those of older versions; nothing runs them while the folder is ours. */
	void deleteOthers() throws IOException {
		try (Stream<Path> all = Files.list(this.folder.getParent())) {
			for (Path one : all.filter((one) -> one.getFileName().toString().startsWith(PREFIX)).toList()) {
				if (!one.equals(this.folder)) {
					FileSystemUtils.deleteRecursively(one);
				}
			}
		}
	}

	/**
	 * A program with its arguments, ready to be started. PostgreSQL refuses to run as
	 * root, so there it is run as nobody. Its words are English everywhere, whatever
	 * locale is set and perhaps not installed.
	 */
	ProcessBuilder command(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(this.folder.resolve("bin").resolve(WINDOWS ? program + ".exe" : program).toString());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG") || name.equals("LANGUAGE"));
		builder.environment().put("LC_ALL", "C");
		return builder;
	}

	private static byte[] archive() throws IOException {
		String system = WINDOWS ? "Windows" : System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
		String processor = System.getProperty("os.arch");
		try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system,
				processor.equals("amd64") ? "x86_64" : processor)) {
			return in.readAllBytes();
		}
	}

	private static void unpack(byte[] archive, Path folder) throws IOException {
		try (TarArchiveInputStream entries = new TarArchiveInputStream(
				new XZInputStream(new ByteArrayInputStream(archive)))) {
			for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				Path path = folder.resolve(entry.getName()).normalize();
				if (entry.isDirectory()) {
					Files.createDirectories(path);
					continue;
				}
				Files.createDirectories(path.getParent());
				if (entry.isSymbolicLink() || entry.isLink()) {
					Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
				}
				else {
					write(entries, path);
				}
			}
		}
	}

	/** On the disk before the folder gets its name, or a power cut leaves it hollow. */
	private static void write(InputStream in, Path path) throws IOException {
		Files.copy(in, path);
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
			channel.force(false);
		}
		if (path.getParent().endsWith("bin")) {
			File file = path.toFile();
			file.setExecutable(true, false);
		}
	}

}
