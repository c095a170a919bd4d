package org.kebao.prose;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import org.kebao.glossary.Glossary;
import org.kebao.glossary.ShippedGlossary;
import org.kebao.glossary.Link;
import org.kebao.lint.Lint;
import org.kebao.lint.Flaw;

/**
 * How long 10,000 characters take to read, and what memory they cost, beside one plain
 * pass over the same characters: {@code ./mvnw -Pbenchmark verify}. The ratio travels
 * from machine to machine, the time does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProseBenchmark {

	private static final int CHARACTERS = 10_000;

	private static final String MEMORY = "gc.alloc.rate.norm";

	private final String text = SampleReport.of(CHARACTERS).substring(0, CHARACTERS);

	private final Glossary glossary = ShippedGlossary.glossary();

	private final Reading reading = Prose.read(this.text);

	/** The yardstick: each character looked at once, and a copy made. */
	@Benchmark
	public String pass() {
		StringBuilder copy = new StringBuilder(this.text.length());
		for (int i = 0; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			copy.append((c == '，') ? ',' : c);
		}
		return copy.toString();
	}

	@Benchmark
	public Reading read() {
		return Prose.read(this.text);
	}

	@Benchmark
	public List<Flaw> lint() {
		return Lint.flaws(this.reading);
	}

	@Benchmark
	public List<Link> link() {
		return this.glossary.links(this.reading);
	}

	public static void main(String[] args) throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(ProseBenchmark.class.getSimpleName())
			.addProfiler(GCProfiler.class)
			.forks(1)
			.warmupIterations(5)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(5)
			.measurementTime(TimeValue.seconds(1))
			.build()).run();
		double pass = results.stream()
			.filter((result) -> name(result).equals("pass"))
			.mapToDouble(ProseBenchmark::time)
			.findFirst()
			.orElseThrow();
		System.out.printf(Locale.ROOT, "%n%,d characters%n%-8s %12s %12s %10s%n", CHARACTERS, "", "ms", "KB", "passes");
		for (RunResult result : results) {
			System.out.printf(Locale.ROOT, "%-8s %12.3f %12.1f %10.1f%n", name(result), time(result) / 1000,
					result.getSecondaryResults().get(MEMORY).getScore() / 1024, time(result) / pass);
		}
	}

	private static String name(RunResult result) {
		return result.getPrimaryResult().getLabel();
	}

	private static double time(RunResult result) {
		return result.getPrimaryResult().getScore();
	}

}
