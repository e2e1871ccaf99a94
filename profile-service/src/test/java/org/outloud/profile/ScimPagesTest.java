package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Order and pages: RFC 7644, 3.4.2.3 and 3.4.2.4; RFC 9865. */
@ServiceTest
class ScimPagesTest {

    @Autowired
    WebTestClient web;

    @Test
    void peopleStandInTheOrderOfAnAttributeWithoutCaseAndThoseWithoutItLast() {
        Hr hr = Hr.on(web);
        String mark = mark();
        people(hr, mark, "beta", "Alpha", "", "alpha", "Émile", "");
        assertThat(titles(hr, mark, "sortBy=title")).containsExactly("Alpha", "alpha", "beta", "Émile", "", "");
        assertThat(titles(hr, mark, "sortBy=title&sortOrder=descending"))
                .containsExactly("", "", "Émile", "beta", "alpha", "Alpha");
        assertThat(ids(hr, mark, "")).isSorted();
        assertThat(ids(hr, mark, "sortOrder=descending")).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sortBy=title&",
                "sortBy=title&sortOrder=descending&",
                "sortBy=emails&",
                "sortBy=meta.created&sortOrder=descending&",
                "sortBy=urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department&"
            })
    void pagesByCursorAreThoseByIndexWithoutRepeatingAnybody(String order) {
        Hr hr = Hr.on(web);
        String mark = mark();
        people(hr, mark, "b", "a", "", "a", "c", "", "b");
        List<String> byIndex = Stream.of(1, 4, 7)
                .flatMap(start -> ids(hr, mark, order + "count=3&startIndex=" + start).stream())
                .toList();
        List<String> byCursor = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = page(hr, mark, order + "count=3&cursor=" + cursor);
            assertThat(page.get("totalResults").intValue()).isEqualTo(7);
            assertThat(page.has("startIndex")).isFalse();
            byCursor.addAll(ids(page));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(byCursor).doesNotHaveDuplicates().hasSize(7).isEqualTo(byIndex);
    }

    @Test
    void whoComesAndGoesBetweenPagesMovesNobodyElse() {
        Hr hr = Hr.on(web);
        String mark = mark();
        List<String> there = people(hr, mark, "b", "d", "f", "h");
        JsonNode first = page(hr, mark, "sortBy=title&count=2&cursor=");
        assertThat(ids(first)).containsExactly(there.get(0), there.get(1));
        hr.asks(HttpMethod.DELETE, "/scim/v2/Users/" + there.get(1))
                .expectStatus()
                .isNoContent();
        String newcomer = people(hr, mark, "a", "g").get(1);
        JsonNode second = page(
                hr,
                mark,
                "sortBy=title&count=9&cursor=" + first.get("nextCursor").stringValue());
        assertThat(ids(second)).containsExactly(there.get(2), newcomer, there.get(3));
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void aSearchIsPagedByCursorToo() {
        Hr hr = Hr.on(web);
        String mark = mark();
        List<String> there = people(hr, mark, "a", "b");
        String search = """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "attributes": ["title"],
                 "filter": "userName co \\"%s\\"", "sortBy": "title", "count": 1, "cursor": "%s"}""";
        JsonNode first = searched(hr, search.formatted(mark, ""));
        assertThat(ids(first)).containsExactly(there.get(0));
        JsonNode second =
                searched(hr, search.formatted(mark, first.get("nextCursor").stringValue()));
        assertThat(ids(second)).containsExactly(there.get(1));
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(second.at("/Resources/0/title").stringValue()).isEqualTo("b");
        assertThat(second.at("/Resources/0/userName").isMissingNode()).isTrue();
    }

    @Test
    void aCursorIsGoodForItsOwnQuestionAlone() {
        Hr hr = Hr.on(web);
        String mark = mark();
        people(hr, mark, "a", "b");
        String cursor = page(hr, mark, "count=1&cursor=").get("nextCursor").stringValue();
        refused(hr, "userName co \"" + mark + "\"", "count=1&sortBy=title&cursor=" + cursor, "invalidCursor");
        refused(hr, "userName sw \"" + mark + "\"", "count=1&cursor=" + cursor, "invalidCursor");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=nonsense, invalidCursor",
        "cursor=W10, invalidCursor",
        "cursor=%25, invalidCursor",
        "count=many&cursor=, invalidCount",
        "count=99999999999, invalidCount",
        "startIndex=first, invalidValue",
        "sortOrder=sideways, invalidValue",
        "sortBy=colour, invalidPath",
        "sortBy=groups, invalidPath"
    })
    void aPageThatCannotBeIsRefused(String page, String scimType) {
        refused(Hr.on(web), "userName pr", page, scimType);
    }

    private static void refused(Hr hr, String filter, String page, String scimType) {
        Hr.refused(hr.pages(filter, page), scimType);
    }

    /** Their ids; without a title for an empty one. */
    private static List<String> people(Hr hr, String mark, String... titles) {
        return Stream.of(titles)
                .map(title -> hr.creates(Map.of(
                        "userName",
                        mark + UUID.randomUUID(),
                        "title",
                        title,
                        "emails",
                        title.isEmpty()
                                ? List.of()
                                : List.of(Map.of("value", title + UUID.randomUUID() + "@outloud.example")))))
                .toList();
    }

    private static JsonNode page(Hr hr, String mark, String page) {
        return Someone.body(
                hr.pages("userName co \"" + mark + "\"", page).expectStatus().isOk());
    }

    private static JsonNode searched(Hr hr, String search) {
        return Someone.body(hr.sends(HttpMethod.POST, "/scim/v2/Users/.search", search)
                .expectStatus()
                .isOk());
    }

    private static List<String> ids(Hr hr, String mark, String page) {
        return ids(page(hr, mark, page));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("Resources")
                .valueStream()
                .map(person -> person.get("id").stringValue())
                .toList();
    }

    private static List<String> titles(Hr hr, String mark, String page) {
        return page(hr, mark, page)
                .get("Resources")
                .valueStream()
                .map(person -> person.path("title").asString(""))
                .toList();
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 13);
    }
}
