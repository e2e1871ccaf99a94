package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** One rule and 100,000 people, measured: not part of the build, docs/performance.md tells how to run it. */
@ServiceTest
@Import(Organisation.class)
class ManyByRule {

    private static final int PEOPLE = 100_000;

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Test
    void aHundredThousandPeopleMoveInOneRun() {
        UUID head = UUID.randomUUID();
        organisation.run("""
                insert into person (id, version, user_name, display_name, active, hr_department)
                values (:head, 1, 'head', 'Head', true, 'Board')
                """, Map.of("head", head));
        organisation.run("""
                with made as (
                  select i, md5('person ' || i)::uuid as id from generate_series(1, :people) i)
                insert into person (id, version, user_name, display_name, active, hr_department, manager_id)
                select id, 1, 'many-' || i, 'Many ' || i, true, 'Department ' || i % 200,
                  case when i <= 10 then :head else md5('person ' || i / 10)::uuid end
                from made
                """, Map.of("people", PEOPLE, "head", head));
        organisation.run("analyze person", Map.of());
        Someone keeper = organisation.someone(web, "keeper", "learning");
        String community = keeper.founds("Everybody", "closed");
        Map<String, ?> everybody =
                Map.of("match", "any", "conditions", List.of(Map.of("attribute", "manager", "value", head.toString())));

        long before = System.nanoTime();
        JsonNode preview = keeper.post(community + "/rules/preview", everybody).body();
        report("preview", before);
        assertThat(preview.at("/joins/count").intValue()).isEqualTo(PEOPLE);

        resetPeaks();
        long cpu = cpu();
        before = System.nanoTime();
        assertThat(keeper.put(community + "/rules", everybody).status()).isEqualTo(200);
        awaitSettled(keeper, community);
        report("all join", before);
        System.out.println("CPU of the process: " + (cpu() - cpu) / 1_000_000 + " ms, peak heap: " + peak() + " MB");
        assertThat(keeper.get(community).body().get("members").intValue()).isEqualTo(PEOPLE + 1);

        Map<String, ?> some = Map.of(
                "match",
                "all",
                "conditions",
                List.of(
                        Map.of("attribute", "manager", "value", head.toString()),
                        Map.of("attribute", "department", "value", "Department 7")));
        before = System.nanoTime();
        keeper.put(community + "/rules", some);
        awaitSettled(keeper, community);
        report("99,500 leave", before);
        assertThat(keeper.get(community).body().get("members").intValue()).isEqualTo(PEOPLE / 200 + 1);
    }

    private static void awaitSettled(Someone keeper, String community) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() ->
                        keeper.get(community + "/rules").body().get("settled").booleanValue());
    }

    private static void report(String what, long before) {
        System.out.println(what + ": " + (System.nanoTime() - before) / 1_000_000 + " ms");
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1_000_000;
    }
}
