package org.outloud.platform.imports;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies received lines, a batch to a transaction that also takes them off the waiting list: whichever instance is
 * killed, another goes on with what is left. A batch that the database refuses is tried line by line, so that the bad
 * line alone is rejected.
 */
final class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int BATCH = 500;

    /** As many rejections as a rehearsal remembers. */
    private static final int REHEARSED = 50_000;

    private static final Duration POLL = Duration.ofSeconds(2);

    private final ImportJobs jobs;
    private final Map<String, ImportFormat> formats;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Sinks.Many<Boolean> woken = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable running;

    ImportRunner(ImportJobs jobs, List<ImportFormat> formats, TransactionalOperator transaction, JsonMapper json) {
        this.jobs = jobs;
        this.formats = formats.stream().collect(Collectors.toMap(ImportFormat::kind, Function.identity()));
        this.transaction = transaction;
        this.json = json;
    }

    void wake() {
        woken.tryEmitNext(true);
    }

    @Override
    public void start() {
        running = Flux.merge(woken.asFlux(), Flux.interval(POLL).map(tick -> true))
                .onBackpressureLatest()
                .concatMap(tick -> work(), 1)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, POLL)
                        .maxBackoff(POLL.multipliedBy(5))
                        .doBeforeRetry(signal -> LOG.warn("Imports pause: {}", String.valueOf(signal.failure()))))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable work = running;
        running = null;
        if (work != null) {
            work.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Steps until no job has anything to do. */
    Mono<Void> work() {
        return step().repeat().takeWhile(more -> more).then();
    }

    private Mono<Boolean> step() {
        return claimed(Mono::just)
                .flatMap(job -> job.dryRun() ? rehearse(job) : claimed(held -> batch(held, 0, BATCH)))
                .onErrorResume(ImportRunner::isDataFault, e -> stepByLine())
                .defaultIfEmpty(false);
    }

    private <T> Mono<T> claimed(Function<ImportJobs.Work, Mono<T>> action) {
        return transaction.execute(status -> jobs.claim().flatMap(action)).singleOrEmpty();
    }

    private Mono<Boolean> stepByLine() {
        return Flux.range(0, BATCH)
                .concatMap(i -> claimed(job -> batch(job, 0, 1))
                        .onErrorResume(ImportRunner::isDataFault, e -> claimed(job -> rejectFirst(job, e))))
                .takeWhile(more -> more)
                .then(Mono.just(true));
    }

    private Mono<Boolean> rejectFirst(ImportJobs.Work job, Throwable fault) {
        LOG.info("Import {} rejects a line: {}", job.id(), fault.toString());
        return jobs.lines(job.id(), 0, 1).flatMap(lines -> {
            ImportJobs.Received line = lines.get(0);
            ImportJob.RejectedLine rejected =
                    new ImportJob.RejectedLine(line.line(), "", "refused", "The database cannot keep this line.");
            return jobs.reject(job.id(), List.of(rejected))
                    .then(jobs.applied(job.id(), line.phase(), List.of(line.line())))
                    .thenReturn(true);
        });
    }

    /** Applies everything in one transaction, undoes it and keeps only the report. */
    private Mono<Boolean> rehearse(ImportJobs.Work job) {
        Mono<Boolean> all = Mono.defer(() -> batch(job, 0, BATCH))
                .repeat()
                .takeWhile(more -> more)
                .then(Mono.just(true));
        return transaction
                .execute(
                        status -> all.then(jobs.find(job.id(), REHEARSED)).doOnNext(report -> status.setRollbackOnly()))
                .singleOrEmpty()
                .flatMap(report -> jobs.keepReport(report).as(transaction::transactional))
                .onErrorResume(ImportRunner::isDataFault, e -> {
                    LOG.info("Dry run {} stops: {}", job.id(), e.toString());
                    return jobs.fail(job.id(), "The database cannot keep one of the lines.");
                })
                .thenReturn(true);
    }

    /** One batch of the first phase that waits; false once nothing does. */
    private Mono<Boolean> batch(ImportJobs.Work job, long after, int most) {
        return jobs.lines(job.id(), after, most).flatMap(received -> {
            if (!received.isEmpty()) {
                return apply(job, received, most);
            }
            return after == 0 ? jobs.end(job.id()).thenReturn(false) : rejectDeferred(job);
        });
    }

    private Mono<Boolean> apply(ImportJobs.Work job, List<ImportJobs.Received> received, int most) {
        return outcomes(job, received).flatMap(tally -> {
            if (tally.applied().isEmpty()) {
                return batch(job, received.get(received.size() - 1).line(), most);
            }
            return keep(job, received, tally);
        });
    }

    /** A whole phase without progress: what still waits, waits for something that is not there. */
    private Mono<Boolean> rejectDeferred(ImportJobs.Work job) {
        return jobs.lines(job.id(), 0, BATCH)
                .flatMap(received ->
                        outcomes(job, received).flatMap(tally -> keep(job, received, tally.rejectingDeferred())));
    }

    private Mono<Tally> outcomes(ImportJobs.Work job, List<ImportJobs.Received> received) {
        List<ImportLine> lines = received.stream()
                .map(line -> new ImportLine(line.line(), json.readTree(line.body())))
                .toList();
        return format(job)
                .apply(received.get(0).phase(), lines, job.owner())
                .map(outcomes -> Tally.of(lines, outcomes));
    }

    private Mono<Boolean> keep(ImportJobs.Work job, List<ImportJobs.Received> received, Tally tally) {
        return jobs.applied(job.id(), received.get(0).phase(), tally.applied())
                .then(jobs.reject(job.id(), tally.rejected()))
                .then(jobs.count(job.id(), tally.created(), tally.updated(), tally.unchanged()))
                .thenReturn(true);
    }

    private ImportFormat format(ImportJobs.Work job) {
        ImportFormat format = formats.get(job.kind());
        if (format == null) {
            throw new IllegalStateException("No format for an import of " + job.kind());
        }
        return format;
    }

    private static boolean isDataFault(Throwable thrown) {
        return thrown instanceof DataIntegrityViolationException
                || thrown instanceof NonTransientDataAccessException
                || thrown instanceof Refusal;
    }
}
