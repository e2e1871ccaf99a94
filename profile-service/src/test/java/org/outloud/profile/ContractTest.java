package org.outloud.profile;

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
                .without("/api/v1/people/{id}/outbox")
                .assertSame(
                        mappings,
                        "/api/v1/me",
                        "/api/v1/people",
                        "/api/v1/webhooks",
                        "/api/v1/erasures",
                        "/api/v1/audit",
                        "/api/v1/exports",
                        "/api/v1/experts",
                        "/api/v1/skills",
                        "/scim/v2",
                        "/api/v1/imports/people",
                        "/api/v1/imports/{id}");
    }
}
