package org.outloud.profile.photo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pictures over HTTP. */
@RestController
@RequestMapping("/api/v1/people/{id}/photo")
class PhotoController {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    private final ChangingPhotos changing;
    private final Photos photos;

    PhotoController(ChangingPhotos changing, Photos photos) {
        this.changing = changing;
        this.photos = photos;
    }

    @PutMapping(consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Mono<Uploaded> put(Caller caller, @PathVariable PersonId id, ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().getContentLength() > MOST_BYTES) {
            return Mono.error(new DataBufferLimitException("Longer than " + MOST_BYTES + " bytes"));
        }
        return keep(caller, id, exchange.getRequest().getBody());
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Uploaded> put(Caller caller, @PathVariable PersonId id, @RequestPart("photo") Part photo) {
        if (!(photo instanceof FilePart)) {
            return Mono.error(Invalid.field("photo", "malformed", "This part is a file."));
        }
        return keep(caller, id, photo.content());
    }

    /** Who may not is told before anything is read. */
    private Mono<Uploaded> keep(Caller caller, PersonId id, Flux<DataBuffer> body) {
        if (!caller.id().equals(id)) {
            return Mono.error(new Forbidden("not-your-profile"));
        }
        return DataBufferUtils.join(body, MOST_BYTES)
                .map(PhotoController::bytes)
                .filter(read -> read.length > 0)
                .switchIfEmpty(Mono.error(() -> Invalid.field("photo", "required", "There is no picture.")))
                .flatMap(read -> changing.put(caller, id, read))
                .map(Uploaded::new);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Caller caller, @PathVariable PersonId id) {
        return changing.delete(caller, id);
    }

    /** The address with {@code v} never changes what it answers, so it is asked once. */
    @GetMapping
    Mono<ResponseEntity<byte[]>> find(
            Caller caller,
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "256") int size,
            @RequestParam(required = false) @Nullable String v,
            ServerWebExchange exchange) {
        if (size != Developing.LARGE && size != Developing.SMALL) {
            throw Invalid.field("size", "unknown-value", "One of 64, 256.");
        }
        return photos.find(id, caller.id(), size)
                .filter(photo -> v == null || v.equals(photo.tag()))
                .switchIfEmpty(Mono.error(Absent::new))
                .map(photo -> answer(photo, size, v == null ? ASK_AGAIN : FOREVER, exchange));
    }

    private static ResponseEntity<byte[]> answer(
            Photos.Served photo, int size, CacheControl caching, ServerWebExchange exchange) {
        String tag = "\"" + photo.tag() + "-" + size + "\"";
        if (exchange.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(caching)
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(caching)
                .contentType(MediaType.parseMediaType(photo.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .body(photo.picture());
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    record Uploaded(String avatar) {}
}
