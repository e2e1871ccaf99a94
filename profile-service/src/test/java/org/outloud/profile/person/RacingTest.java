package org.outloud.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.profile.Hr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** First sign-ins as many instances would see them: nothing is remembered between them. */
@ServiceTest
class RacingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ArrivingPeople arriving;

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Test
    void fiftyFirstSignInsAndFiftyCreationsByHrAtOnceLeaveOnePersonAndTheirEventsInOrder() {
        String userName = "race-" + UUID.randomUUID();
        String address = userName + "@outloud.example";
        Flux<String> signIns = Flux.range(0, 50)
                .flatMap(
                        i -> arriving.arrive(new SignIn(
                                        "subject-" + userName,
                                        i % 2 == 0 ? userName : userName.toUpperCase(Locale.ROOT),
                                        "Race Driver",
                                        address))
                                .map(person -> person.id().toString())
                                .subscribeOn(Schedulers.parallel()),
                        50);
        Flux<Integer> hr = Flux.range(0, 50)
                .flatMap(
                        i -> Mono.fromCallable(() -> Hr.on(web)
                                        .post(Map.of(
                                                "userName",
                                                address,
                                                "displayName",
                                                "Racing Driver",
                                                "emails",
                                                List.of(Map.of("value", address, "primary", true))))
                                        .expectBody(byte[].class)
                                        .returnResult()
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        50);

        StepVerifier.create(Mono.zip(signIns.collect(Collectors.toSet()), hr.collectList()))
                .assertNext(came -> {
                    assertThat(came.getT1()).hasSize(1);
                    assertThat(came.getT2()).hasSize(50).containsOnlyOnce(201).containsOnly(201, 409);
                    List<PersonChanged> events = topics.await(
                            PersonChanged.class, came.getT1().iterator().next(), 2);
                    assertThat(events).extracting(PersonChanged::version).containsExactly(1L, 2L);
                    assertThat(events.get(1).subject()).isEqualTo("subject-" + userName);
                    assertThat(events.get(1).displayName()).isEqualTo("Racing Driver");
                })
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void twoSubjectsOfOneUserNameMakeOnePersonAndOneRefusal() {
        String userName = "twice-" + UUID.randomUUID();
        Flux<Boolean> signIns = Flux.range(0, 20)
                .flatMap(
                        i -> arriving.arrive(new SignIn("subject-" + i % 2 + userName, userName, null, null))
                                .thenReturn(true)
                                .onErrorReturn(Forbidden.class, false)
                                .subscribeOn(Schedulers.parallel()),
                        20);

        StepVerifier.create(signIns.collectList())
                .assertNext(came -> assertThat(came).hasSize(20).containsOnly(true, false))
                .expectComplete()
                .verify(PATIENCE);
    }
}
