package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services are made of stands in their jars, and each part may be passed on with them. */
class LicencesTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Identifiers of SPDX, and the names that some projects give instead; one of a part's licences is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "MIT",
            "MIT-0",
            "Eclipse Public License (EPL) 2.0",
            // RE2/J, as BSD-3-Clause
            "Go License",
            // JDOM
            "Similar to Apache License but with the acknowledgment clause removed");

    @ParameterizedTest
    @ValueSource(strings = {"profile-service", "feed-service", "community-service", "gateway"})
    void everyPartOfAServiceIsNamedWithALicenceThatIsAllowed(String service) {
        JsonNode bill = JSON.readTree(Path.of("../" + service + "/target/classes/META-INF/sbom/application.cdx.json"));

        assertThat(bill.get("bomFormat").stringValue()).isEqualTo("CycloneDX");
        assertThat(parts(bill).map(part -> part.path("name").asString(""))).contains("spring-webflux", "netty-handler");
        assertThat(refused(bill)).isEmpty();
    }

    @Test
    void aPartWithoutALicenceOrWithAnotherIsRefusedAndOneOfSeveralIsEnough() {
        JsonNode bill = JSON.readTree("""
                {"components": [
                  {"group": "a", "name": "nameless", "version": "1"},
                  {"group": "a", "name": "strict", "version": "2", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
                  {"group": "a", "name": "either", "version": "3",
                   "licenses": [{"license": {"id": "GPL-2.0-only"}}, {"license": {"id": "MIT"}}]}]}
                """);
        assertThat(refused(bill)).containsExactly("a:nameless:1 []", "a:strict:2 [AGPL-3.0-only]");
    }

    private static List<String> refused(JsonNode bill) {
        return parts(bill)
                .filter(part -> licences(part).noneMatch(ALLOWED::contains))
                .map(part -> "%s:%s:%s %s"
                        .formatted(
                                part.path("group").asString(""),
                                part.path("name").asString(""),
                                part.path("version").asString(""),
                                licences(part).toList()))
                .toList();
    }

    private static Stream<JsonNode> parts(JsonNode bill) {
        return bill.get("components").valueStream();
    }

    private static Stream<String> licences(JsonNode part) {
        return part.path("licenses")
                .valueStream()
                .map(one -> one.has("expression")
                        ? one.get("expression").asString("")
                        : one.path("license")
                                .path("id")
                                .asString(one.path("license").path("name").asString("")));
    }
}
