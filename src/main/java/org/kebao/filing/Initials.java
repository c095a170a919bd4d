package org.kebao.filing;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.util.ULocale;

import org.springframework.util.ConcurrentLruCache;

/**
 * 拼音首字母: the initials of a name as they are typed to find it, zlsql for 专利申请量. They come
 * from the pinyin index of ICU, which is there at once; the same library's transliterator
 * takes seconds to begin.
 */
final class Initials {

	private static final AlphabeticIndex.ImmutableIndex<Void> INDEX = new AlphabeticIndex<Void>(
			new ULocale("zh-u-co-pinyin"))
		.buildImmutableIndex();

	/** The index knows one reading of a character; in names of metrics these have two. */
	private static final Map<String, String> READINGS = Map.of("重", "zc", "长", "zc", "行", "xh", "调", "dt", "校", "xj");

	private static final int MOST = 16;

	/** More names than any catalogue has. */
	private static final ConcurrentLruCache<String, List<String>> KNOWN = new ConcurrentLruCache<>(5_000,
			Initials::read);

	private Initials() {
	}

	/**
	 * The initials of a name, more than one where it can be read in more than one way.
	 */
	static List<String> of(String name) {
		return KNOWN.get(name);
	}

	private static List<String> read(String name) {
		Set<String> initials = Set.of("");
		String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		for (String character : plain.codePoints().mapToObj(Character::toString).toList()) {
			String readings = readings(character);
			if (!readings.isEmpty()) {
				initials = initials.stream()
					.flatMap((before) -> readings.chars().mapToObj((reading) -> before + (char) reading))
					.limit(MOST)
					.collect(Collectors.toCollection(LinkedHashSet::new));
			}
		}
		return List.copyOf(initials);
	}

	/** "" for what has no sound. */
	private static String readings(String character) {
		if (character.matches("[a-z0-9]")) {
			return character;
		}
		String label = READINGS.getOrDefault(character, INDEX.getBucket(INDEX.getBucketIndex(character)).getLabel());
		return label.matches("[A-Za-z]{1,2}") ? label.toLowerCase(Locale.ROOT) : "";
	}

}
