package org.outloud.feed.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Notifications over HTTP, each person's for that person alone. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    Mono<ResponseEntity<Page<Notifications.Notification>>> list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        Place after = Place.of(cursor);
        return notifications
                .page(caller.id(), after, unread, most + 1)
                .map(read -> Page.of(read, most, after::behind))
                .flatMap(page -> notifications
                        .shown(page.items(), caller.id())
                        .map(items -> new Page<>(items, page.next()).answer(exchange)));
    }

    @GetMapping("/unread")
    Mono<Unread> unread(Caller caller) {
        return notifications.unread(caller.id()).map(Unread::new);
    }

    @PostMapping("/read")
    Mono<Unread> read(Caller caller, @RequestBody @Valid Seen seen) {
        return mark(caller, seen).then(Mono.defer(() -> unread(caller)));
    }

    private Mono<Void> mark(Caller caller, Seen seen) {
        Instant until = seen.until() == null ? Instant.now().plusSeconds(1) : seen.until();
        if (seen.ids() == null && seen.until() == null) {
            throw Invalid.field("ids", "required", "Say which notifications were seen, or until when all of them.");
        }
        return notifications.read(caller.id(), seen.ids(), until);
    }

    /**
     * What was seen: some notifications, or all.
     *
     * @param until nothing later than this; required for all
     */
    record Seen(
            @Nullable @Size(max = 100) List<UUID> ids,
            @Nullable Instant until) {}

    /** How many notifications hold something unread. */
    record Unread(int notifications) {}
}
