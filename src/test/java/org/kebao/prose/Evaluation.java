package org.kebao.prose;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.kebao.glossary.Glossary;
import org.kebao.glossary.ShippedGlossary;
import org.kebao.lint.Lint;

/**
 * Measures the reader of prose in the open:
 * {@code ./mvnw -Pevaluate verify -Dcorpus=DIR}. Reads every text of the folder, holds
 * those that {@code DIR/gold/*.json} speaks of against it, prints the scores and what was
 * missed or wrong, and writes {@code target/evaluation.json} ({@linkplain EvaluationJson
 * its schema}). The rules are told at {@link EvaluationScore}. No test of the ordinary
 * build.
 */
class Evaluation {

	private static final String USUAL = "../shared/seeds";

	private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	@Test
	void evaluate() throws IOException {
		Path corpus = Path.of(System.getProperty("corpus", USUAL));
		if (!Files.isDirectory(corpus)) {
			this.out.println("Nothing to evaluate: there is no folder " + corpus.toAbsolutePath().normalize()
					+ " (name one with -Dcorpus=DIR)");
			return;
		}
		evaluate(corpus, Path.of("target", "evaluation.json"));
	}

	private void evaluate(Path corpus, Path target) throws IOException {
		Map<String, EvaluationGold> golds = golds(corpus.resolve("gold"));
		Glossary glossary = ShippedGlossary.glossary();
		List<EvaluationJson.Document> documents = new ArrayList<>();
		EvaluationTable table = new EvaluationTable();
		StringBuilder remarks = new StringBuilder();
		List<EvaluationScore> scores = new ArrayList<>();
		for (Path file : texts(corpus, golds)) {
			String source = file.getFileName().toString();
			Reading reading = Prose.read(text(file));
			EvaluationJson.Document document = new EvaluationJson.Document(source, reading, glossary.links(reading),
					Lint.flaws(reading));
			documents.add(document);
			EvaluationGold gold = golds.get(source);
			if (gold == null) {
				table.add(document);
				continue;
			}
			EvaluationScore score = EvaluationScore.of(gold, EvaluationKey.of(source), document);
			scores.add(score);
			table.add(source, score);
			remarks.append("\n== ").append(source).append("  ").append(gold.title()).append('\n');
			score.remarks()
				.forEach((remark) -> remarks.append("  ")
					.append(EvaluationTable.pad(remark.what(), 24))
					.append(remark.words())
					.append('\n'));
		}
		if (scores.size() > 1) {
			table.add("in all", EvaluationScore.sum(scores));
		}
		Files.createDirectories(target.getParent());
		Files.writeString(target, EvaluationJson.write(documents));
		this.out.println(remarks);
		this.out.println(table);
		this.out.println("Written: " + target);
	}

	private Map<String, EvaluationGold> golds(Path folder) throws IOException {
		Map<String, EvaluationGold> golds = new TreeMap<>();
		if (Files.isDirectory(folder)) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
				for (Path file : files) {
					EvaluationGold gold = EvaluationGold.read(Files.readString(file));
					golds.put(gold.source(), gold);
				}
			}
		}
		return golds;
	}

	/**
	 * Every text of the folder and every source of the gold, in the order of their names.
	 */
	private List<Path> texts(Path corpus, Map<String, EvaluationGold> golds) throws IOException {
		Map<String, Path> texts = new TreeMap<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(corpus, "*.txt")) {
			files.forEach((file) -> texts.put(file.getFileName().toString(), file));
		}
		for (String source : golds.keySet()) {
			Path file = corpus.resolve(source);
			if (Files.isRegularFile(file)) {
				texts.putIfAbsent(source, file);
			}
			else {
				this.out.println("Left out: there is no text " + file);
			}
		}
		return List.copyOf(texts.values());
	}

	/** UTF-8, or the national standard where it is not that. */
	private static String text(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(bytes, Charset.forName("GB18030"));
		}
	}

}
