package org.kebao.refusal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body is larger than a form may be, whatever its type says it is: what says how large
 * it is, is refused before it is read, what does not, as soon as it goes on too long.
 * Files have a limit of their own, which the server keeps.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

	private final long most;

	private final byte[] page;

	BodyLimit(@Value("${server.tomcat.max-http-form-post-size}") DataSize most) throws IOException {
		this.most = most.toBytes();
		this.page = new ClassPathResource("templates/error/413.html").getContentAsByteArray();
	}

	/** What was sent is longer than what is taken. */
	static final class TooLongException extends IOException {

		TooLongException(long most) {
			super("The body is longer than %d bytes".formatted(most));
		}

		static boolean isBehind(@Nullable Throwable thrown) {
			for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
				if (cause instanceof TooLongException) {
					return true;
				}
			}
			return false;
		}

	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (is(request, "multipart/")) {
			chain.doFilter(request, response);
		}
		else if (request.getContentLengthLong() > this.most || isFormTooLong(request)) {
			refuse(response);
		}
		else {
			chain.doFilter(new Limited(request, this.most), response);
		}
	}

	/** A form is read by the server, and the page of errors could not read it again. */
	private static boolean isFormTooLong(HttpServletRequest request) {
		if (request.getContentLengthLong() < 0 && is(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
			try {
				request.getParameterMap();
			}
			catch (InvalidParameterException ex) {
				return ex.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
			}
		}
		return false;
	}

	private static boolean is(HttpServletRequest request, String type) {
		String sent = request.getContentType();
		return sent != null && sent.regionMatches(true, 0, type, 0, type.length());
	}

	private void refuse(HttpServletResponse response) throws IOException {
		response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.getOutputStream().write(this.page);
	}

	/** A request whose body breaks off where it is too long. */
	private static final class Limited extends HttpServletRequestWrapper {

		private final long most;

		private @Nullable ServletInputStream body;

		Limited(HttpServletRequest request, long most) {
			super(request);
			this.most = most;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.body == null) {
				this.body = new Counted(super.getInputStream(), this.most);
			}
			return this.body;
		}

		@Override
		public BufferedReader getReader() throws IOException {
			String encoding = getCharacterEncoding();
			return new BufferedReader(new InputStreamReader(getInputStream(),
					(encoding != null) ? Charset.forName(encoding) : StandardCharsets.UTF_8));
		}

	}

	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final long most;

		private long read;

		Counted(ServletInputStream body, long most) {
			this.body = body;
			this.most = most;
		}

		@Override
		public int read() throws IOException {
			int one = this.body.read();
			count((one >= 0) ? 1 : 0);
			return one;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int count = this.body.read(bytes, offset, length);
			count(count);
			return count;
		}

		private void count(int more) throws IOException {
			this.read += Math.max(more, 0);
			if (this.read > this.most) {
				throw new TooLongException(this.most);
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
