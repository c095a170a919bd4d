package org.kebao.signin;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.kebao.DemoServer;
import org.kebao.ServedTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request says of where it comes from and whom it asks.
 */
@ServedTest(properties = { "kebao.proxies=127.0.0.0/8,::1", "kebao.hosts=kebao.test,report.kebao.test" })
class ProxiesTests {

	private static final String ELSEWHERE = "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Host: evil.test\r\nX-Forwarded-Proto: https\r\n";

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Test
	void byDefaultNobodyWritesTheAddressOfTheLogNorTheTargetOfARedirect() throws Exception {
		DemoServer server = DemoServer.shared();
		int open = URI.create(server.url("/")).getPort();
		String name = "nobody." + UUID.randomUUID();
		String answer = attempt(open, "evil.test", name);
		assertThat(answer).doesNotContain("evil.test", "203.0.113.7");
		assertThat(address(server.jdbc(), name)).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
		assertThat(ask(open, "evil.test", "GET /reports HTTP/1.1", "Accept: text/html\r\n")).contains(" 302 ")
			.doesNotContain("evil.test");
	}

	@Test
	void aProxyThatIsNamedSaysWhoAsks() throws Exception {
		String name = "nobody." + UUID.randomUUID();
		attempt(this.port, "kebao.test", name);
		assertThat(address(this.jdbc, name)).isEqualTo("203.0.113.7");
	}

	@Test
	void onlyTheNamesItIsKnownByAreAnswered() throws Exception {
		String page = "GET /sign-in HTTP/1.1";
		assertThat(ask(this.port, "kebao.test", page, "")).contains(" 200 ");
		assertThat(ask(this.port, "report.kebao.test:8443", page, "")).contains(" 200 ");
		assertThat(ask(this.port, "localhost", page, "")).contains(" 200 ");
		assertThat(ask(this.port, "evil.test", page, "")).contains(" 400 ");
		assertThat(ask(this.port, "kebao.test", page, "X-Forwarded-Host: evil.test\r\n")).contains(" 400 ");
	}

	/** A sign-in that fails, as a form without a token does too. */
	private static String attempt(int port, String host, String username) throws IOException {
		String page = ask(port, host, "GET /sign-in HTTP/1.1", "");
		String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		String cookies = page.lines()
			.filter((line) -> line.toLowerCase().startsWith("set-cookie: "))
			.map((line) -> line.substring("set-cookie: ".length()).split(";")[0])
			.reduce((one, other) -> one + "; " + other)
			.orElse("");
		String body = "username=%s&password=wrong&_csrf=%s".formatted(username, token);
		return ask(port, host, "POST /sign-in HTTP/1.1",
				ELSEWHERE.replace("evil.test", host.equals("evil.test") ? host : "kebao.test") + "Cookie: " + cookies
						+ "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
						+ "\r\n",
				body);
	}

	private static String ask(int port, String host, String line, String headers) throws IOException {
		return ask(port, host, line, headers, "");
	}

	private static String ask(int port, String host, String line, String headers, String body) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.getOutputStream()
				.write("%s\r\nHost: %s\r\nConnection: close\r\n%s\r\n%s".formatted(line, host, headers, body)
					.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String address(JdbcClient jdbc, String username) {
		return jdbc.sql("select address from audit_entries where actor = ?")
			.param(username)
			.query(String.class)
			.single();
	}

}
