package org.kebao;

import java.math.BigDecimal;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.PropertyAccessException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
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

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new WithoutNul());
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

	/**
	 * What is looked for holds no NUL: no database takes one. Forms refuse it in words.
	 */
	static final class WithoutNul implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
				throws Exception {
			// the page of errors does not read again what could not be read
			if (request.getDispatcherType() == DispatcherType.REQUEST && HttpMethod.GET.matches(request.getMethod())
					&& request.getParameterMap()
						.values()
						.stream()
						.flatMap(Arrays::stream)
						.anyMatch((value) -> value.indexOf('\0') >= 0)) {
				response.sendError(HttpStatus.BAD_REQUEST.value());
				return false;
			}
			return true;
		}

	}

}
