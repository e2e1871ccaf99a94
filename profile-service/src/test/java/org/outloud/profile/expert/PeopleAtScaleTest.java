package org.outloud.profile.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.profile.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The directory and who can help in a large organisation: figures and query plans for docs/performance.md. Takes minutes;
 * benchmark/README.md tells how to run it.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "outloud.people-at-scale", matches = "\\d+")
class PeopleAtScaleTest {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int PEOPLE = Integer.getInteger("outloud.people-at-scale", 100_000);
    private static final int ROUNDS = 200;

    /** Two thousand words, of which a few are frequent and most are rare, as in any language. */
    private static final String WORD = "'w' || (2000 * power(random(), 3))::int";

    private static final String NAMES = """
            insert into person (id, version, user_name, user_key, emails, email_keys, display_name, name_source, department,
              location, job_title_shown, languages, skills, skill_keys, interests, active, provisioning, created_at, changed_at)
            select gen_random_uuid(), 1, 'u' || i, 'u' || i, '[]', '{}', initcap(first) || ' ' || initcap(last), 'hr',
              'Department ' || i %% 400, 'Place ' || i %% 50, false, '{}',
              jsonb_build_array(jsonb_build_object('name', skill, 'level', 'works-with')), array[skill], '{}', true,
              'provisioned', now(), now()
            from (select i, syllable(i, 3) as first, syllable(i * 7919, 4) as last, 'w' || (2000 * power(random(), 2))::int as skill
              from generate_series(1, %d) as i) as someone
            """;
    private static final String POSTS = """
            insert into evidence_post (id, version, author_id, root_id, reply, audience, readers, mentions, said, asked,
              created_at, deleted)
            select id, 1, author, case when reply then root else id end, reply, 'everyone', '{}', '{}',
              case when question then '' else stems(words) end, case when question then stems(words) else '' end,
              now() - i %% 700 * interval '1 day', false
            from (select i, i %% 3 <> 0 as reply, i %% 9 = 0 as question, numbered(i) as id, numbered(i - i %% 3) as root,
                (select id from scale_person where n = 1 + (%1$d * power(random(), 2))::int %% %1$d and i > 0) as author,
                (select string_agg(%2$s, ' ') from generate_series(1, 30) where i > 0) as words
              from generate_series(%3$d, %4$d) as i) as post
            """;

    @Autowired
    DatabaseClient database;

    @Autowired
    WebTestClient web;

    @Test
    void theDirectoryAndWhoCanHelpStayFast() {
        fill();
        Someone ada = Someone.named("ada");
        ada.id(web);
        Map<String, String> requests = Map.of(
                "directory, first page", "/api/v1/people",
                "directory, begun name", "/api/v1/people?q=kamo",
                "directory, misspelled name", "/api/v1/people?q=kamoritilo",
                "directory, department and skill", "/api/v1/people?department=Department 7&skill=w3",
                "directory, filters", "/api/v1/people/filters",
                "who can help, rare word", "/api/v1/experts?topic=w1500",
                "who can help, frequent word", "/api/v1/experts?topic=w3",
                "who can help, sentence", "/api/v1/experts?topic=w40 with w200 and w900");
        requests.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(request -> measure(ada, request.getKey(), request.getValue()));
        explain("directory, department", """
                select id from person p where p.active and p.department = 'Department 7' order by p.name_key, p.id limit 21
                """, "person_by_department");
        explain("directory, begun name", """
                select id from person p where p.active and p.words @@ to_tsquery('simple', 'kamo:*')
                order by p.name_key, p.id limit 21
                """, "person_by_words");
        explain(
                "directory, misspelled name",
                "select id from person p where p.active and p.spelled %> 'kamoritilo'",
                "person_by_spelling");
        explain(
                "who can help, sentence",
                Experts.EVIDENCE
                        .replace(":query", "'(w40 & w200) | (w40 & w900) | (w200 & w900)'")
                        .replace(":terms", "'{w40,w200,w900}'")
                        .replace(":n", "3")
                        .replace(":viewer", "'" + UUID.randomUUID() + "'")
                        .replace(":most", "50")
                        .replace(":hits", String.valueOf(Experts.HITS))
                        .replace(":candidates", "100"),
                "evidence_post_by_words");
    }

    private void fill() {
        run("""
                create function syllable(seed bigint, parts int) returns text language sql immutable as $$
                  select string_agg(substr('bdfgklmnprstvz', 1 + (hashtextextended(seed::text, part) & 65535)::int % 14, 1)
                    || substr('aeiou', 1 + (hashtextextended(seed::text, -part) & 65535)::int % 5, 1), '')
                  from generate_series(1, parts) as part
                $$
                """);
        run("create function numbered(bigint) returns uuid language sql immutable as $$ select md5($1::text)::uuid $$");
        run(NAMES.formatted(PEOPLE));
        run("create table scale_person as select id, row_number() over (order by user_key) as n from person");
        run("create unique index on scale_person (n)");
        int batch = 100_000;
        for (int from = 3; from < PEOPLE * 10; from += batch) {
            run(POSTS.formatted(PEOPLE, WORD, from, from + batch - 1));
        }
        run("""
                insert into evidence_thanks select id, (select id from scale_person where n = 1), 'helped', true, 1
                from evidence_post tablesample system (10) where reply
                """);
        run("""
                insert into follow select a.id, b.id, true, 1, now()
                from scale_person a join scale_person b on b.n in ((a.n * 13) % 99991 + 1, (a.n * 17) % 99991 + 1) and a.n <> b.n
                on conflict do nothing
                """);
        run("vacuum analyze");
    }

    private void run(String statement) {
        database.sql(statement).then().block(PATIENCE);
    }

    private void measure(Someone reader, String name, String path) {
        for (int round = 0; round < ROUNDS / 4; round++) {
            reader.refused(web, HttpMethod.GET, path).isOk();
        }
        List<Long> micros = new ArrayList<>();
        Duration before = cpu();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            reader.refused(web, HttpMethod.GET, path).isOk();
            micros.add((System.nanoTime() - begin) / 1000);
        }
        Duration used = cpu().minus(before);
        Collections.sort(micros);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                name,
                micros.get(ROUNDS / 2) / 1000.0,
                micros.get(ROUNDS * 99 / 100) / 1000.0,
                used.toNanos() / 1e6 / ROUNDS);
    }

    /** Of this process, the client included, and of the database. */
    private static Duration cpu() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.equals(ProcessHandle.current())
                        || process.info().command().orElse("").contains("postgres"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void explain(String name, String query, String index) {
        List<String> plan = Objects.requireNonNull(database.sql("explain (analyze, buffers off, timing off) " + query)
                .mapValue(String.class)
                .all()
                .collectList()
                .block(PATIENCE));
        System.out.println("### " + name + "\n" + String.join("\n", plan));
        assertThat(String.join("\n", plan)).contains(index);
    }
}
