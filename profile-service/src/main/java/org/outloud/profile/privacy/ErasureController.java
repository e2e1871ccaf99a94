package org.outloud.profile.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.outloud.profile.audit.Act;
import org.outloud.profile.audit.Audit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Being forgotten, over HTTP: everybody asks for themselves, administrators for anybody. */
@RestController
class ErasureController {

    private static final String ADMIN = "admin";

    private final ErasingPeople erasing;
    private final Erasures erasures;
    private final Audit audit;

    ErasureController(ErasingPeople erasing, Erasures erasures, Audit audit) {
        this.erasing = erasing;
        this.erasures = erasures;
        this.audit = audit;
    }

    @PostMapping("/api/v1/me/erase")
    Mono<ResponseEntity<Receipt>> eraseMe(Caller caller, @Valid @RequestBody Confirmed confirmed) {
        return erase(caller, caller.id(), confirmed);
    }

    @PostMapping("/api/v1/people/{id}/erase")
    Mono<ResponseEntity<Receipt>> erasePerson(
            Caller caller, @PathVariable PersonId id, @Valid @RequestBody Confirmed confirmed) {
        caller.require(ADMIN);
        return erase(caller, id, confirmed);
    }

    @GetMapping("/api/v1/erasures/{id}")
    Mono<Receipt> receipt(Caller caller, @PathVariable UUID id) {
        caller.require(ADMIN);
        return erasures.receipt(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(receipt -> audit.record(caller, Act.ERASURE_READ, receipt.personId())
                        .thenReturn(receipt));
    }

    private Mono<ResponseEntity<Receipt>> erase(Caller caller, PersonId id, Confirmed confirmed) {
        return erasing.erase(caller, id, confirmed.userName())
                .flatMap(erasures::receipt)
                .map(receipt -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/erasures/" + receipt.id()))
                        .body(receipt));
    }

    /** The user name of whom to erase, repeated. */
    record Confirmed(@NotBlank @Size(max = 255) String userName) {}
}
