package org.outloud.feed.attachment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Pictures and files over HTTP: sent first, named by a post then. */
@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping
    Mono<ResponseEntity<Attachment>> add(Caller caller, @RequestParam String name, ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().getContentLength() > MOST_BYTES) {
            return Mono.error(new DataBufferLimitException("Longer than " + MOST_BYTES + " bytes"));
        }
        return DataBufferUtils.join(exchange.getRequest().getBody(), MOST_BYTES)
                .map(AttachmentController::bytes)
                .filter(read -> read.length > 0)
                .switchIfEmpty(Mono.error(() -> Invalid.field("file", "required", "This file is empty.")))
                .flatMap(read ->
                        Mono.fromCallable(() -> Prepared.of(name, read)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(prepared -> attachments.add(caller.id(), prepared))
                .switchIfEmpty(Mono.error(() -> Invalid.field("file", "too-many", "Post what you have sent first.")))
                .map(added -> ResponseEntity.created(URI.create(added.url())).body(added));
    }

    /** Who may read it may change, so each time it is asked again; unchanged content is not sent again. */
    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> find(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "whole") String size,
            ServerWebExchange exchange) {
        boolean preview = isPreview(size);
        return attachments
                .find(id, caller.id(), preview)
                .switchIfEmpty(Mono.error(Absent::new))
                .map(found -> answer(found, "\"" + id + (preview ? "-p" : "") + "\"", exchange));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(Caller caller, @PathVariable UUID id) {
        return attachments.discard(id, caller.id());
    }

    /** Whether the smaller one is wanted. */
    static boolean isPreview(String size) {
        boolean preview = size.equals("preview");
        if (!preview && !size.equals("whole")) {
            throw Invalid.field("size", "unknown-value", "One of whole, preview.");
        }
        return preview;
    }

    static ResponseEntity<byte[]> answer(Attachments.Served found, String tag, ServerWebExchange exchange) {
        CacheControl askAgain = CacheControl.noCache().cachePrivate();
        if (exchange.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(askAgain)
                    .build();
        }
        boolean picture = found.kind().equals("picture");
        ContentDisposition how = (picture ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(found.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(askAgain)
                .contentType(picture ? MediaType.parseMediaType(found.mediaType()) : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(found.content());
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
