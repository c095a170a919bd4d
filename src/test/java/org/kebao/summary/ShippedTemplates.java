package org.kebao.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/**
 * The templates as the migration inserts them, for tests without a database.
 */
final class ShippedTemplates {

	static final String ANNUAL = "年度工作总结及下年工作计划";

	static final String ANNUAL_LETTER = "关于报送年度工作总结和下年工作计划的报告";

	static final String PLAN = "下年工作要点";

	private ShippedTemplates() {
	}

	static TemplateText text(String name) {
		return TemplateText.of(all().get(name));
	}

	/** Texts by the name of their template. */
	static Map<String, String> all() {
		try {
			String sql = new ClassPathResource("db/migration/V51__summary_insert_templates.sql")
				.getContentAsString(StandardCharsets.UTF_8);
			Matcher insert = Pattern.compile("\\$template\\$(.*?)\\$template\\$.*?where name = '(.*?)'", Pattern.DOTALL)
				.matcher(sql);
			Map<String, String> texts = new LinkedHashMap<>();
			while (insert.find()) {
				texts.put(insert.group(2), insert.group(1));
			}
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
