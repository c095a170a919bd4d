package org.kebao;

import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What an address or a form may say at all, wherever it leads.
 */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration implements WebMvcConfigurer {

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addFormatterForFieldType(LocalDate.class, new Days());
	}

	/** Days there are, in years of four digits that somebody can mean. */
	static final class Days implements Formatter<LocalDate> {

		private static final int FIRST_YEAR = 1900;

		private static final int LAST_YEAR = 9999;

		@Override
		public LocalDate parse(String text, Locale locale) throws ParseException {
			try {
				LocalDate day = LocalDate.parse(text.strip(), DateTimeFormatter.ISO_LOCAL_DATE);
				if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
					throw new ParseException(text, 0);
				}
				return day;
			}
			catch (DateTimeParseException ex) {
				throw new ParseException(text, ex.getErrorIndex());
			}
		}

		@Override
		public String print(LocalDate day, Locale locale) {
			return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
		}

	}

}
