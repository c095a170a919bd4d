package org.kebao.demo;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import lombok.RequiredArgsConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import org.kebao.account.Person;
import org.kebao.database.ConditionalOnDemo;
import org.kebao.field.Saving;
import org.kebao.metric.Metric;
import org.kebao.metric.Metrics;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.promise.Promises;
import org.kebao.promise.Task;
import org.kebao.register.Register;
import org.kebao.report.CompletionTable;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.revision.Fulfilment;

/**
 * What the invented bureaus say of their promises, and what the city asks of its
 * counties.
 */
@Component
@ConditionalOnDemo
@RequiredArgsConstructor
class DemoPromises {

	/** One measure in so many drags on into the next year. */
	private static final int DRAGGING = 4;

	private static final BigDecimal TENTH_MORE = new BigDecimal("1.1");

	private final JsonMapper json;

	private final Reckoning reckoning;

	private final Register register;

	private final Metrics metrics;

	private final Promises promises;

	/**
	 * Spreads one metric over the counties, a tenth more than each had the year before.
	 */
	void assign(Person supervisor, int year, String code, Collection<Long> bureaus) {
		Metric metric = this.metrics.catalogue().find(code).orElseThrow();
		Map<Long, BigDecimal> last = this.register.approved(bureaus,
				new PeriodKey(year, PeriodKind.wholeYear()).yearBefore(), metric.getId());
		this.promises.assign(supervisor, year, metric, bureaus.stream().filter(last::containsKey).map((bureau) -> {
			BigDecimal base = last.get(bureau);
			BigDecimal goal = base.multiply(TENTH_MORE).setScale(metric.getScale(), RoundingMode.CEILING);
			return new Task(bureau, null, goal.max(BigDecimal.ONE), base);
		}).toList());
	}

	/**
	 * Settles the promises of a report.
	 * @param whole whether all of them, or the first half only
	 */
	List<Saving.Wish> settlements(Report report, boolean whole) {
		Map<String, String> reasons = reasons();
		List<CompletionTable.Line> lines = this.reckoning.completion(report, this.reckoning.vocabulary(report)).lines();
		List<Saving.Wish> wishes = new ArrayList<>();
		lines.stream()
			.limit(whole ? lines.size() : lines.size() / 2)
			.filter((line) -> !line.isFixed())
			// a figure that is still to come settles what it belongs to
			.filter((line) -> whole || line.metric() == null || line.actual() != null)
			.forEach((line) -> settle(line, reasons, wishes));
		return wishes;
	}

	private static void settle(CompletionTable.Line line, Map<String, String> reasons, List<Saving.Wish> wishes) {
		boolean missed = line.completion().isShort() || line.lacksFigure();
		boolean dragging = line.isMeasure() && line.promise().getPosition() % DRAGGING == 0;
		Fulfilment state = (missed && line.due()) ? Fulfilment.MISSED
				: (missed || dragging || !line.due()) ? Fulfilment.UNDER_WAY : Fulfilment.DONE;
		wishes.add(new Saving.Wish(line.field() + ".state", state.name(), Saving.version("")));
		if (state != Fulfilment.DONE && line.due()) {
			String reason = (line.metric() != null) ? line.metric().substring(0, 3) : "MEASURE";
			wishes.add(new Saving.Wish(line.field() + ".note", reasons.get(reason), Saving.version("")));
		}
	}

	private Map<String, String> reasons() {
		try (InputStream in = new ClassPathResource("demo/settlements.json").getInputStream()) {
			return this.json.readValue(in, new TypeReference<Map<String, String>>() {
			});
		}
		catch (IOException ex) {
			throw new IllegalStateException("Demo data are missing", ex);
		}
	}

}
