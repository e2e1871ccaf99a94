package org.outloud.profile.audit;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The audit over HTTP, for administrators; reading it is kept in it. */
@RestController
class AuditController {

    private static final int LONGEST_ACTOR = 200;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/api/v1/audit")
    Mono<ResponseEntity<Page<Audit.Entry>>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable PersonId person,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        caller.require("admin");
        if (actor != null && (actor.length() > LONGEST_ACTOR || actor.indexOf('\0') >= 0)) {
            throw Invalid.field("actor", "malformed", "A person's id, or the name of a technical account.");
        }
        return audit.list(person, actor, Cursor.at(cursor), Limit.of(limit))
                .flatMap(page -> audit.record(caller, Act.AUDIT_READ, person).thenReturn(page))
                .map(page -> page.answer(exchange));
    }
}
