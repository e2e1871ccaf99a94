package org.outloud.feed;

import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.OpenApiDocument;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@ServiceTest
class ContractTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void theDocumentAndTheServiceNameTheSameOperations() {
        OpenApiDocument.read()
                .assertSame(
                        mappings,
                        "/api/v1/posts",
                        "/api/v1/asks",
                        "/api/v1/attachments",
                        "/api/v1/notifications",
                        "/api/v1/feeds",
                        "/api/v1/drafts",
                        "/api/v1/people/{id}/outbox",
                        "/api/v1/stream",
                        "/api/v1/audiences",
                        "/api/v1/tags",
                        "/api/v1/search",
                        "/api/v1/catch-up",
                        "/api/v1/moderation",
                        "/api/v1/imports/posts",
                        "/api/v1/imports/{id}");
    }
}
