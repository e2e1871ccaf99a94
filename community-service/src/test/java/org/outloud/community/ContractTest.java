package org.outloud.community;

import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.OpenApiDocument;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@ServiceTest
@Import(Organisation.class)
class ContractTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void theDocumentAndTheServiceNameTheSameOperations() {
        OpenApiDocument.read()
                .assertSame(
                        mappings,
                        "/api/v1/communities",
                        "/api/v1/invitations",
                        "/api/v1/inventory",
                        "/api/v1/imports/communities",
                        "/api/v1/imports/{id}");
    }
}
