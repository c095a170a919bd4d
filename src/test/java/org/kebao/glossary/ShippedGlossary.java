package org.kebao.glossary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The catalogue as it is shipped, read from the migrations that insert it, so that
 * neither a database nor Spring is needed to read prose with it.
 */
public final class ShippedGlossary {

	private ShippedGlossary() {
	}

	public static Glossary glossary() {
		return Glossary.of(entries());
	}

	public static List<Glossary.Entry> entries() {
		String catalogue = migration("V6__metric_insert_catalogue.sql");
		Map<String, String> groups = new HashMap<>();
		rows(catalogue, "insert into metric_groups").forEach((row) -> groups.put(row.get(0), row.get(1)));
		Map<String, List<String>> aliases = new HashMap<>();
		rows(migration("V61__metric_fill_guidance.sql"), "update metrics")
			.forEach((row) -> aliases.put(row.get(0), List.of(row.get(4).split("、"))));
		return rows(catalogue, "insert into metrics").stream()
			.map((row) -> new Glossary.Entry(row.get(0), row.get(1), aliases.getOrDefault(row.get(0), List.of()),
					row.get(2), groups.getOrDefault(row.get(3), "")))
			.toList();
	}

	/** The quoted words of each row of one statement. */
	private static List<List<String>> rows(String sql, String statement) {
		int start = sql.indexOf(statement);
		String values = sql.substring(sql.indexOf("values", start), sql.indexOf(";\n", start));
		return values.lines().filter((line) -> line.strip().startsWith("(")).map(ShippedGlossary::quoted).toList();
	}

	private static List<String> quoted(String row) {
		List<String> words = new ArrayList<>();
		int open = row.indexOf('\'');
		while (open >= 0) {
			int close = row.indexOf('\'', open + 1);
			words.add(row.substring(open + 1, close));
			open = row.indexOf('\'', close + 1);
		}
		return words;
	}

	private static String migration(String name) {
		try (InputStream stream = ShippedGlossary.class.getResourceAsStream("/db/migration/" + name)) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
