package org.outloud.feed.attachment;

import java.util.UUID;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Pictures and files of what was reported, for moderators. */
@RestController
@RequestMapping("/api/v1/moderation/cases/{caseId}/attachments/{id}")
class ReportedAttachmentController {

    private final Attachments attachments;

    ReportedAttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> find(
            Caller caller,
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "whole") String size,
            ServerWebExchange exchange) {
        caller.require("moderator");
        boolean preview = AttachmentController.isPreview(size);
        return attachments
                .reported(caseId, id, preview)
                .switchIfEmpty(Mono.error(Absent::new))
                .map(found -> AttachmentController.answer(found, "\"" + id + (preview ? "-p" : "") + "\"", exchange));
    }
}
