package org.kebao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * That one application has a data folder. The operating system lets go of it with the
 * process, however that ends.
 */
final class FolderLock implements AutoCloseable {

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	static FolderLock take(Path folder) throws IOException {
		// who holds it stands in a file of its own: a locked one cannot be read
		// everywhere
		Path holder = folder.resolve("application.pid");
		FileChannel channel = FileChannel.open(folder.resolve("application.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		if (lock(channel) == null) {
			channel.close();
			String process = Files.exists(holder) ? " (process " + Files.readString(holder).strip() + ")" : "";
			throw new EmbeddedDatabaseFailure(
					"Kebao runs already with the data folder " + folder + process + ". It goes on undisturbed.");
		}
		Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
		return new FolderLock(channel);
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
