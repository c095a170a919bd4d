package org.kebao.firstprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * A paper as a build printed it that kept no prints, and what it was made of.
 *
 * @param content of its revision, as JSON
 * @param template the text of the version it was made after
 */
record KeptPaper(String content, String template, Numbering numbering, LocalDate date,
		List<Document.CheckTable.Row> annex, String html) {

	static final Path FOLDER = Path.of("src/test/resources/papers");

	private record Made(Numbering numbering, LocalDate date, List<Document.CheckTable.Row> annex) {
	}

	static KeptPaper of(String name) {
		Path folder = FOLDER.resolve(name);
		try {
			Made made = JsonMapper.shared().readValue(Files.readString(folder.resolve("made.json")), Made.class);
			return new KeptPaper(Files.readString(folder.resolve("content.json")),
					Files.readString(folder.resolve("template.txt")), made.numbering(), made.date(), made.annex(),
					Files.readString(folder.resolve("paper.html")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
