package org.outloud.profile.scim.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScimFilterTest {

    @Test
    void whatTheClientSentIsNeverPartOfTheStatement() throws BadRequestException {
        ScimFilter filter = users("userName eq \"x' or 1=1 --\"");
        assertThat(filter.condition()).isEqualTo("(p.user_key is not null and p.user_key = :filter0)");
        assertThat(filter.values()).containsEntry("filter0", "x' or 1=1 --");
    }

    @Test
    void andBindsTighterThanOr() throws BadRequestException {
        ScimFilter filter = users("externalId eq \"a\" and locale pr or userName eq \"C\"");
        assertThat(filter.condition())
                .isEqualTo("(((p.external_id is not null and p.external_id = :filter0) and (p.locale is not null))"
                        + " or (p.user_key is not null and p.user_key = :filter1))");
        assertThat(filter.values()).containsEntry("filter1", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:scim:schemas:core:2.0:User:USERNAME eq \"a\"",
                "UserName EQ \"A\"",
                " userName eq \"a\" "
            })
    void attributesMatchWithoutCaseAndMayNameTheirSchema(String filter) throws BadRequestException {
        assertThat(users(filter).condition()).isEqualTo("(p.user_key is not null and p.user_key = :filter0)");
    }

    @Test
    void anAttributeOfTheExtensionIsFoundWithoutItsUrnToo() throws BadRequestException {
        assertThat(users("manager eq \"7\""))
                .isEqualTo(users("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"7\""));
    }

    @Test
    void anAddressIsLookedUpByItsIndex() throws BadRequestException {
        assertThat(users("emails[type eq \"work\" and value eq \"Ada@outloud.example\"]")
                        .condition())
                .contains("x.email_keys @> array[:filter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "emails[type eq \"work\"].value eq \"a]b\" | emails[(type eq \"work\") and value eq \"a]b\"]",
                "emails[type eq \"].value pr\"].value PR or active eq true"
                        + " | emails[(type eq \"].value pr\") and value PR] or active eq true",
                "(emails[type eq \"a\"].value co \"x\") and emails[type eq \"b\"].primary eq true"
                        + " | (emails[(type eq \"a\") and value co \"x\"]) and emails[(type eq \"b\") and primary eq true]"
            })
    void aPartBehindBracketsIsAsIfWithinThem(String asEntraWritesIt, String asTheGrammarHasIt)
            throws BadRequestException {
        assertThat(users(asEntraWritesIt)).isEqualTo(users(asTheGrammarHasIt));
    }

    @Test
    void theExtensionIsPresentWithAnyOfItsAttributes() throws BadRequestException {
        assertThat(users("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User pr")
                        .condition())
                .isEqualTo(
                        "((p.department is not null) or (p.employee_number is not null) or (p.manager is not null))");
    }

    /** Of RFC 7644, 3.4.2.2, in its order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName Eq \"john\"",
                "Username eq \"john\"",
                "userName eq \"bjensen\"",
                "name.familyName co \"O'Malley\"",
                "userName sw \"J\"",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"",
                "title pr",
                "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
                "meta.lastModified ge \"2011-05-13T04:42:34Z\"",
                "meta.lastModified lt \"2011-05-13T04:42:34Z\"",
                "meta.lastModified le \"2011-05-13T04:42:34Z\"",
                "title pr and locale eq \"Employee\"",
                "title pr or locale eq \"Intern\"",
                "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"",
                "locale eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")",
                "locale ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")",
                "locale eq \"Employee\" and (emails.type eq \"work\")",
                "locale eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]",
                "emails[type eq \"work\" and value co \"@example.com\"] or groups[type eq \"xmpp\" and value co \"@foo.com\"]"
            })
    void theFiltersOfTheStandardAreUnderstood(String filter) throws BadRequestException {
        assertThat(users(filter).condition()).isNotEqualTo("true").contains("is not null");
    }

    @Test
    void noFilterMeansEverybody() throws BadRequestException {
        assertThat(users(" ").condition()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "userName eq",
                "userName eq 7",
                "userName eq true",
                "userName xx \"a\"",
                "userName gt null",
                "active gt true",
                "active eq \"perhaps\"",
                "meta.created co \"2026\"",
                "meta.created gt \"yesterday\"",
                "meta.created gt \"+999999999-12-31T00:00:00Z\"",
                "nickName pr",
                "title pr and userType eq \"Employee\"",
                "emails[type eq \"work\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]",
                "name eq \"x\"",
                "emails[display eq \"x\"]",
                "emails[type eq \"work\"",
                "emails[emails[type eq \"x\"]]",
                "userName[value eq \"x\"]",
                "name[givenName eq \"x\"]",
                "((((",
                ")",
                "not",
                "not userName pr",
                "and",
                "userName pr and",
                "userName pr or or userName pr",
                "userName eq \"a\" userName eq \"b\"",
                "userName eq \"a\u0000b\"",
                "userName eq \"a\\u0000b\"",
                "userName eq \"a\\ud800b\"",
                "urn:nobody:knows:this eq \"a\"",
                "urn:",
                ":",
                "[",
                "]",
                "\"a\" eq \"b\"",
                "userName eq {\"a\": 1}",
                "userName eq [\"a\"]"
            })
    void aFilterThatIsNotUnderstoodIsSaidToBeSo(String filter) {
        assertThatThrownBy(() -> users(filter))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        refusal ->
                                assertThat(refusal.getScimError().getScimType()).isIn("invalidFilter", "invalidPath"));
    }

    @Test
    @Timeout(5)
    void longAndDeepFiltersAreRefusedAtOnce() {
        for (String filter : new String[] {
            "(".repeat(100_000) + "userName pr" + ")".repeat(100_000),
            "not(".repeat(400) + "userName pr" + ")".repeat(400),
            "userName pr and ".repeat(100_000) + "userName pr",
            "userName eq \"" + "a".repeat(1_000_000) + "\"",
            "emails[".repeat(300) + "]".repeat(300)
        }) {
            assertThatThrownBy(() -> users(filter)).isInstanceOf(BadRequestException.class);
        }
    }

    private static ScimFilter users(String filter) throws BadRequestException {
        return ScimFilter.of(filter, ScimAttributes.USER, "https://outloud.example");
    }
}
