package org.kebao.firstprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Papers kept from the last build that kept no prints, with what they were made of: byte
 * for byte, whatever else changes in the house.
 */
class FirstPrinterTests {

	private final FirstPrinter printer = new FirstPrinter();

	static List<String> papers() throws IOException {
		try (Stream<Path> folders = Files.list(KeptPaper.FOLDER)) {
			return folders.map((folder) -> folder.getFileName().toString()).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("papers")
	void printsByteForByteWhatTheFirstBuildsPrinted(String name) {
		KeptPaper paper = KeptPaper.of(name);
		assertThat(this.printer.print(paper.content(), paper.template(), paper.numbering(), paper.date(), paper.annex())
			.getBytes(StandardCharsets.UTF_8)).isEqualTo(paper.html().getBytes(StandardCharsets.UTF_8));
	}

}
