package org.outloud.profile.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import org.junit.jupiter.api.Test;

class ScimFilterTest {

    @Test
    void whatTheClientSentIsNeverPartOfTheStatement() throws BadRequestException {
        ScimFilter filter = ScimFilter.of("userName eq \"x' or 1=1 --\"");
        assertThat(filter.condition()).isEqualTo("p.user_key = :filter0");
        assertThat(filter.values()).containsEntry("filter0", "x' or 1=1 --");
    }

    @Test
    void andBindsTighterThanOr() throws BadRequestException {
        ScimFilter filter = ScimFilter.of("externalId eq \"a\" and id eq \"B\" or userName eq \"C\"");
        assertThat(filter.condition())
                .isEqualTo("((p.external_id = :filter0 and p.id::text = :filter1) or p.user_key = :filter2)");
        assertThat(filter.values()).containsEntry("filter1", "b").containsEntry("filter2", "c");
    }

    @Test
    void attributesMatchWithoutCaseAndMayNameTheirSchema() throws BadRequestException {
        assertThat(ScimFilter.of("urn:ietf:params:scim:schemas:core:2.0:User:USERNAME eq \"a\"")
                        .condition())
                .isEqualTo("p.user_key = :filter0");
    }

    @Test
    void noFilterMeansEverybody() throws BadRequestException {
        assertThat(ScimFilter.of(" ").condition()).isEqualTo("true");
    }
}
