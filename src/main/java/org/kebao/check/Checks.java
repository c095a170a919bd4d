package org.kebao.check;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import org.kebao.account.Person;
import org.kebao.account.Right;
import org.kebao.field.Fields;
import org.kebao.field.Saving;
import org.kebao.mention.Mentions;
import org.kebao.mention.Passage;
import org.kebao.proof.Choice;
import org.kebao.proof.Finding;
import org.kebao.proof.Spot;
import org.kebao.refusal.NotVisibleException;
import org.kebao.report.Progress;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;
import org.kebao.report.SubmissionGate;
import org.kebao.report.Vocabulary;

/**
 * The door to the checks: what is found in the figures and the texts of a report, what
 * its bureau says to it, and what the supervisor thinks of that.
 */
@Service
@RequiredArgsConstructor
public class Checks implements SubmissionGate {

	private final ExplanationRepository explanations;

	private final Explainer explainer;

	private final FrozenFindingRepository frozen;

	private final GroundsReader grounds;

	private final Reports reports;

	private final Reckoning reckoning;

	private final Fields fields;

	private final Mentions mentions;

	private final TransactionOperations transactions;

	private final Clock clock;

	/**
	 * What is found in a report as it stands, in its figures and in its texts: errors
	 * first, what is only offered last.
	 */
	public List<Explained> findings(Report report, Vocabulary vocabulary) {
		return findings(report, vocabulary, this.mentions.read(report, vocabulary));
	}

	/**
	 * The same for who has read the texts already. As they are read, they are examined
	 * while nobody holds the database.
	 * @param passages the texts of the report
	 */
	public List<Explained> findings(Report report, Vocabulary vocabulary, List<Passage> passages) {
		Grounds grounds = this.grounds.of(report, vocabulary);
		List<Finding> found = Stream
			.concat(Examination.findings(grounds.rules(), grounds.figures()).stream(),
					grounds.inTexts(passages).stream())
			.sorted(Comparator.comparing(Finding::severity))
			.toList();
		return Attribution.of(found, grounds.said(), grounds.accepted());
	}

	/**
	 * Settles what was found, as it was shown: writes the very stretch or the very cell,
	 * as long as the figures are those of the mark.
	 * @return what takes it back; nothing where it was not there any more
	 */
	public Optional<Saving.Wish> settle(Long id, Person person, String mark, Choice.Kind kind) {
		this.mentions.prepare(id, person);
		return Optional.ofNullable(this.transactions.execute((transaction) -> settlePrepared(id, person, mark, kind)))
			.orElseThrow();
	}

	private Optional<Saving.Wish> settlePrepared(Long id, Person person, String mark, Choice.Kind kind) {
		Report report = this.reports.writable(id, person, (kind == Choice.Kind.FILL) ? Right.FIGURES : Right.WORDS);
		Vocabulary vocabulary = this.reckoning.vocabulary(report);
		List<Passage> passages = this.mentions.read(report, vocabulary);
		return this.grounds.of(report, vocabulary)
			.inTexts(passages)
			.stream()
			.filter((finding) -> finding.mark().equals(mark))
			.findFirst()
			.map(Finding::spot)
			.flatMap((spot) -> (kind == Choice.Kind.FILL) ? filled(id, person, spot)
					: mended(id, person, spot, passages, kind == Choice.Kind.BIND));
	}

	private Optional<Saving.Wish> filled(Long id, Person person, Spot spot) {
		return Optional.ofNullable(spot.fill()).map((fill) -> {
			this.fields.saveAll(id, person, List.of(new Saving.Wish(fill.field(), fill.text(), fill.base())));
			return new Saving.Wish(fill.field(), fill.was(), Saving.version(fill.text()));
		});
	}

	private Optional<Saving.Wish> mended(Long id, Person person, Spot spot, List<Passage> passages, boolean bound) {
		return passages.stream()
			.filter((passage) -> passage.field().equals(spot.field()))
			.findFirst()
			.flatMap((passage) -> spot.mended(passage.printed().source(), bound).map((text) -> {
				this.fields.saveAll(id, person, List.of(new Saving.Wish(passage.field(), text, passage.base())));
				return new Saving.Wish(passage.field(), passage.printed().source(), Saving.version(text));
			}));
	}

	/** Errors are mended, warnings explained, before a report leaves its bureau. */
	@Override
	public Inspection inspect(Report report, Vocabulary vocabulary) {
		List<Explained> found = findings(report, vocabulary);
		return new Inspection() {

			@Override
			public List<Progress.Gap> gaps() {
				return found.stream().filter(Explained::isBlocking).map(Checks::gap).toList();
			}

			@Override
			public void keep(Long revisionId) {
				freeze(revisionId, found.stream().filter((one) -> !one.finding().isHint()).toList());
			}

		};
	}

	private static Progress.Gap gap(Explained one) {
		return new Progress.Gap(one.finding().part(), words(one), true,
				List.of(new Progress.Place("finding-" + one.finding().key(), "")));
	}

	private static String words(Explained one) {
		String lead = one.finding().isError() ? ""
				: one.isRejected() ? "说明未获认可，请重写：" : one.isFallen() ? "数字已变，请核对原来的说明：" : "需要说明原因：";
		return lead + one.finding().statement();
	}

	/**
	 * Saves explanations as every other field of the report is saved: each for itself,
	 * and never over words the writer has not seen.
	 * @param wishes fields named {@link Explained#FIELD} and the finding's key, or
	 * {@link Explained#HOLDS} and the key, for the figures of the mark that is the text;
	 * "" says nothing
	 */
	public List<Saving> explain(Long id, Person person, List<Saving.Wish> wishes) {
		if (wishes.isEmpty()) {
			return List.of();
		}
		this.mentions.prepare(id, person);
		return Optional.ofNullable(this.transactions.execute((transaction) -> explainPrepared(id, person, wishes)))
			.orElseThrow();
	}

	private List<Saving> explainPrepared(Long id, Person person, List<Saving.Wish> wishes) {
		Report report = this.reports.writable(id, person, Right.FILL);
		requireKnown(id, person, wishes);
		return this.explainer.explain(report, person, wishes, findings(report, this.reckoning.vocabulary(report)));
	}

	/**
	 * Sees to it that each of these explains something there is or may be.
	 * @throws IllegalArgumentException where one of them names no finding
	 */
	@Transactional(readOnly = true)
	public void requireKnown(Long id, Person person, List<Saving.Wish> wishes) {
		this.explainer.unknown(id, wishes).ifPresent((key) -> {
			this.reports.own(id, person);
			throw new IllegalArgumentException("No finding has the key " + key);
		});
	}

	/** What is submitted keeps its findings, whatever becomes of the rules. */
	private void freeze(Long revisionId, List<Explained> found) {
		for (Explained one : found) {
			Explanation explanation = Optional.ofNullable(one.explanation()).orElseThrow();
			explanation.hold(one.finding());
			this.frozen.save(new FrozenFinding(revisionId, found.indexOf(one), one.finding(), explanation));
		}
	}

	/** What was found in a version, and how it was explained. */
	@Transactional(readOnly = true)
	public List<FrozenFinding> ofRevision(Long revisionId) {
		return this.frozen.findByRevisionIdOrderByPosition(revisionId);
	}

	/** How many explanations of a version have that verdict. */
	@Transactional(readOnly = true)
	public int count(Long revisionId, Explanation.Verdict verdict) {
		return this.frozen.countByRevisionIdAndVerdict(revisionId, verdict);
	}

	/**
	 * Accepts or rejects an explanation, for one who has seen to it that the version
	 * waits for his decision.
	 * @param words what is lacking, "" where it is accepted
	 */
	@Transactional
	public FrozenFinding judge(Long revisionId, Long findingId, Person person, Explanation.Verdict verdict,
			String words) {
		FrozenFinding finding = this.frozen.findByIdAndRevisionId(findingId, revisionId)
			.orElseThrow(() -> new NotVisibleException("Finding " + findingId));
		finding.judge(verdict, words, person.id(), this.clock.instant());
		Optional.ofNullable(finding.getExplanationId())
			.flatMap(this.explanations::findById)
			.ifPresent((explanation) -> explanation.judge(verdict, words, person.id(), this.clock.instant()));
		return finding;
	}

}
