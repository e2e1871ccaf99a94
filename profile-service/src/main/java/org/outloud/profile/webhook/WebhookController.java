package org.outloud.profile.webhook;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Webhooks over HTTP, for technical accounts and people alike. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookController {

    private final ManagingWebhooks managing;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    WebhookController(ManagingWebhooks managing, Webhooks webhooks, Deliveries deliveries) {
        this.managing = managing;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @GetMapping
    Mono<ResponseEntity<Page<WebhookView>>> list(
            Authentication caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        return webhooks.list(Subscriber.of(caller), Cursor.at(cursor), Limit.of(limit))
                .map(page ->
                        new Page<>(page.items().stream().map(WebhookView::of).toList(), page.next()))
                .map(page -> page.answer(exchange));
    }

    /** The only answer that carries the secret. */
    @PostMapping
    Mono<ResponseEntity<WebhookView>> create(Authentication caller, @Valid @RequestBody WebhookWish wish) {
        return managing.create(Subscriber.of(caller), wish)
                .map(webhook -> ResponseEntity.created(URI.create("/api/v1/webhooks/" + webhook.id()))
                        .eTag(IfMatch.tag(webhook.version()))
                        .body(WebhookView.withSecret(webhook)));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<WebhookView>> read(Authentication caller, @PathVariable UUID id) {
        return managing.find(Subscriber.of(caller), id).map(WebhookController::answer);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<WebhookView>> edit(
            Authentication caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody WebhookEdit edit) {
        return managing.edit(Subscriber.of(caller), id, new IfMatch(ifMatch), edit)
                .map(WebhookController::answer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Authentication caller, @PathVariable UUID id) {
        return managing.remove(Subscriber.of(caller), id);
    }

    @PostMapping("/{id}/ping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> ping(Authentication caller, @PathVariable UUID id) {
        return managing.ping(Subscriber.of(caller), id);
    }

    @GetMapping("/{id}/deliveries")
    Mono<ResponseEntity<Page<Delivery>>> deliveries(
            Authentication caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        Cursor.At after = Cursor.at(cursor);
        int most = Limit.of(limit);
        return managing.find(Subscriber.of(caller), id)
                .flatMap(webhook -> deliveries.log(id, after, most))
                .map(page -> page.answer(exchange));
    }

    @PostMapping("/{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> redeliver(Authentication caller, @PathVariable UUID id, @PathVariable UUID delivery) {
        return managing.redeliver(Subscriber.of(caller), id, delivery);
    }

    private static ResponseEntity<WebhookView> answer(Webhook webhook) {
        return ResponseEntity.ok().eTag(IfMatch.tag(webhook.version())).body(WebhookView.of(webhook));
    }
}
