package org.kebao.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import org.kebao.account.Person;
import org.kebao.bureau.Bureau;
import org.kebao.bureau.Bureaus;
import org.kebao.database.ConditionalOnDemo;
import org.kebao.period.PeriodKey;
import org.kebao.period.PeriodKind;
import org.kebao.period.Periods;
import org.kebao.period.ReportingPeriod;

/**
 * Loads the invented province once, in the order things happened. A report is there whole
 * or not at all, so a start that is interrupted is gone on with at the next; until all is
 * there nobody can sign in.
 */
@Component
@ConditionalOnDemo
@Order(0)
@RequiredArgsConstructor
class DemoData implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(DemoData.class);

	/** Those below first: the city's figures are held against theirs. */
	private static final List<String> COUNTIES = List.of("WC", "LX", "QL", "ND", "SQ", "YU", "GX");

	private static final String CITY = "QZ";

	private final JsonMapper json;

	private final Bureaus bureaus;

	private final Periods periods;

	private final DemoPeople people;

	private final DemoPromises promises;

	private final DemoFiling filing;

	private final DemoStage stage;

	private final DemoClock clock;

	private volatile boolean loaded;

	/** Before that there is nobody who could sign in. */
	boolean isLoaded() {
		return this.loaded;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (this.people.areMissing()) {
			logger.info("Loading the demo data, once …");
			load();
			this.people.letIn();
		}
		this.loaded = true;
	}

	private void load() {
		LocalDate today = LocalDate.now(this.clock);
		int year = (today.getMonthValue() > Month.JUNE.getValue()) ? today.getYear() : today.getYear() - 1;
		this.stage.play(() -> settle(LocalDate.of(year - 2, 1, 2)));
		Province province = new Province(year, today, Stream.concat(COUNTIES.stream(), Stream.of(CITY))
			.collect(Collectors.toMap((code) -> code, this::read)));
		Runnable city = () -> {
		};
		for (int before = -2; before <= 0; before++) {
			for (PeriodKind kind : this.periods.kinds()) {
				if (before < 0 || !kind.isWholeYear()) {
					city = loadPast(province, before, kind, city);
				}
			}
		}
		this.stage.play(city);
		loadPresent(province);
	}

	/**
	 * What is loaded.
	 *
	 * @param year the current reporting year
	 */
	private record Province(int year, LocalDate today, Map<String, List<DemoReport>> files) {

		DemoReport file(String code, int before, PeriodKind kind) {
			return this.files.get(code)
				.stream()
				.filter((report) -> report.year() == before && report.kind() == kind)
				.findFirst()
				.orElseThrow();
		}

	}

	private void settle(LocalDate since) {
		this.stage.at(since);
		Map<String, Bureau> founded = new HashMap<>();
		read("bureaus", new TypeReference<List<DemoReport.DemoBureau>>() {
		}).forEach((bureau) -> founded.put(bureau.code(),
				this.bureaus.find(bureau.code())
					.orElseGet(() -> this.bureaus.found(bureau.code(), bureau.name(), bureau.level(),
							idOf(bureau.parent(), founded), bureau.position(), since, null))));
		this.people.settle(founded);
	}

	private static @Nullable Long idOf(@Nullable String code, Map<String, Bureau> bureaus) {
		return (code != null) ? bureaus.get(code).getId() : null;
	}

	private Bureau bureau(String code) {
		return this.bureaus.find(code).orElseThrow();
	}

	/** 任务分解: the city tells its counties what to reach this year. */
	private void assign(int year) {
		this.stage.at(LocalDate.of(year, 2, 20));
		Person supervisor = this.people.supervisorOf("WC");
		this.stage.act(supervisor);
		List<Long> below = COUNTIES.stream().map((code) -> bureau(code).getId()).toList();
		List.of("ENT02", "IPR02").forEach((code) -> this.promises.assign(supervisor, year, code, below));
	}

	/**
	 * A period of the past: everybody filed in time and was approved.
	 * @param cityBefore what is still to come of the period before, and touches none of
	 * the counties
	 * @return what is still to come of this one
	 */
	private Runnable loadPast(Province province, int before, PeriodKind kind, Runnable cityBefore) {
		int year = province.year() + before;
		PeriodKey key = new PeriodKey(year, kind);
		LocalDate due = Stream.of(LocalDate.of(year, 1, 5).plusMonths(kind.months()), province.today().minusDays(30))
			.min(LocalDate::compareTo)
			.orElseThrow();
		if (this.periods.find(key).isEmpty()) {
			this.stage.play(() -> {
				if (before == 0) {
					assign(year);
				}
				open(key, due, due.minusDays(25));
			});
		}
		ReportingPeriod period = this.periods.find(key).orElseThrow();
		this.stage.playTogether(Stream
			.concat(Stream.of(cityBefore), COUNTIES.stream().map((code) -> filed(province, before, period, code, due)))
			.toList());
		Runnable city = filed(province, before, period, CITY, due);
		return () -> {
			city.run();
			if (period.isOpen()) {
				this.stage.at(due.plusDays(20));
				this.stage.act(this.people.administrator());
				this.periods.close(period.getId());
			}
		};
	}

	private Runnable filed(Province province, int before, ReportingPeriod period, String code, LocalDate due) {
		return scene(province, before, period, code, (job) -> {
			this.filing.write(job, due.minusDays(4));
			this.filing.submit(job, due.minusDays(2));
			this.filing.approve(job, due.plusDays(6));
		});
	}

	private Runnable scene(Province province, int before, ReportingPeriod period, String code,
			Consumer<DemoFiling.Job> story) {
		DemoFiling.Job job = new DemoFiling.Job(province.file(code, before, period.getKind()), code,
				bureau(code).getId(), period.getId(), province.year());
		return () -> {
			if (!this.filing.isWritten(job)) {
				story.accept(job);
			}
		};
	}

	/** The current period: one of everything that can be. */
	private void loadPresent(Province province) {
		LocalDate today = province.today();
		PeriodKey present = new PeriodKey(province.year(), PeriodKind.wholeYear());
		if (this.periods.find(present).isEmpty()) {
			this.stage.play(() -> {
				ReportingPeriod period = open(present, today.minusDays(2), today.minusDays(40));
				List.of("WC", "QZ", "LX")
					.forEach((code) -> this.periods.extend(period.getId(), bureau(code).getId(), bureau(code).getName(),
							today.plusDays(9), "年末数据待统计部门核定"));
			});
		}
		ReportingPeriod period = this.periods.find(present).orElseThrow();
		this.stage.playTogether(List.of(scene(province, 0, period, "QL", (job) -> {
			this.filing.write(job, today.minusDays(13));
			this.filing.submit(job, today.minusDays(12));
			this.filing.approve(job, today.minusDays(8));
		}), scene(province, 0, period, "LX", (job) -> {
			this.filing.write(job, today.minusDays(7));
			this.filing.submit(job, today.minusDays(6));
			this.filing.sendBack(job, today.minusDays(4));
		}), scene(province, 0, period, "ND", (job) -> {
			this.filing.write(job, today.minusDays(4));
			this.filing.submit(job, today.minusDays(3));
		}), scene(province, 0, period, "GX", (job) -> {
			this.filing.write(job, today.minusDays(2));
			this.filing.submit(job, today.minusDays(1));
		}), scene(province, 0, period, "YU", (job) -> this.filing.write(job, today.minusDays(5))),
				scene(province, 0, period, "WC", (job) -> this.filing.write(job, today.minusDays(2))),
				scene(province, 0, period, CITY, (job) -> this.filing.write(job, today.minusDays(3)))));
	}

	private ReportingPeriod open(PeriodKey key, LocalDate due, LocalDate opened) {
		this.stage.at(opened);
		this.stage.act(this.people.administrator());
		ReportingPeriod period = this.periods.plan(key.year(), key.kind(), due);
		this.periods.open(period.getId());
		return period;
	}

	private List<DemoReport> read(String code) {
		return read(code, new TypeReference<DemoReport.File>() {
		}).reports();
	}

	private <T> T read(String name, TypeReference<T> type) {
		String path = "demo/" + name + ".json";
		try (InputStream in = new ClassPathResource(path).getInputStream()) {
			return this.json.readValue(in, type);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Demo data are missing: " + path, ex);
		}
	}

}
