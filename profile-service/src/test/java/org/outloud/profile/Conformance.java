package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The SCIM compliance tests of SAP's SCIMono, run by their own launcher in a process of their own. Not part of the build:
 * docs/scim.md tells how to run them. Where they ask for other than the standard, they stand in {@code
 * scim/contradictions.txt} under the section that says so: every other failure is news, and so is one that is gone.
 */
@ServiceTest
class Conformance {

    private static final Path CLIENT = Path.of("../conformance/target/lib");
    private static final String LAUNCHER = "com.sap.scimono.scim.system.tests.launcher.TestsLauncher";
    private static final String REPORT = "TEST-junit-jupiter.xml";

    @LocalServerPort
    int port;

    @TempDir
    Path directory;

    @Test
    void anIndependentClientFindsNothingWrongButWhatContradictsTheStandard() throws Exception {
        assertThat(CLIENT)
                .as("made by mvn -f conformance/pom.xml process-resources")
                .isDirectory();
        HttpServer issuer = issuer();
        try {
            runClient(issuer.getAddress().getPort());
        } finally {
            issuer.stop(0);
        }

        List<Element> tests = tests(directory.resolve(REPORT));
        SortedMap<String, String> failed = failed(tests);
        Set<String> known = contradictions();
        failed.forEach((test, answer) -> {
            if (!known.contains(test)) {
                System.out.println("Not known to contradict the standard: " + test + ": " + answer);
            }
        });
        System.out.println("SCIM compliance tests: " + count(tests, List.of()) + " run, "
                + count(tests, List.of("failure", "error")) + " failed in " + failed.size() + " methods, "
                + count(tests, List.of("skipped")) + " left out by the client");
        assertThat(failed.keySet()).containsExactlyInAnyOrderElementsOf(known);
        assertThat(tests).hasSizeGreaterThan(400);
    }

    private void runClient(int issuerPort) throws IOException, InterruptedException {
        File log = directory.resolve("client.log").toFile();
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--add-opens=java.base/java.net=ALL-UNNAMED",
                        "--add-opens=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                        "-cp",
                        CLIENT.toAbsolutePath() + File.separator + "*",
                        LAUNCHER,
                        "scim.service.url=http://localhost:" + port + "/scim/v2",
                        "auth.type=Oauth",
                        "oauth.grant=client_credentials",
                        "oauth.clientId=outloud-hr",
                        "oauth.secret=secret",
                        "oauth.service.url=http://localhost:" + issuerPort + "/token")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertThat(client.waitFor(10, TimeUnit.MINUTES))
                    .as("the client ended")
                    .isTrue();
        } finally {
            client.destroyForcibly();
        }
        assertThat(client.exitValue()).as(Files.readString(log.toPath())).isZero();
    }

    /** Where the client gets its token, as it would from Keycloak. */
    private static HttpServer issuer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            byte[] answer = ("{\"access_token\": \"" + Tokens.service("scim")
                            + "\", \"token_type\": \"Bearer\", \"expires_in\": 600}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static List<Element> tests(Path report) throws IOException, SAXException, ParserConfigurationException {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        List<Element> tests = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            tests.add((Element) found.item(i));
        }
        return tests;
    }

    /** By class and method; of a method with many arguments one failure stands for all. */
    private static SortedMap<String, String> failed(List<Element> tests) {
        SortedMap<String, String> failed = new TreeMap<>();
        for (Element test : tests) {
            for (String kind : List.of("failure", "error")) {
                NodeList found = test.getElementsByTagName(kind);
                if (found.getLength() > 0) {
                    failed.put(
                            test.getAttribute("classname").replaceFirst(".*\\.", "") + "."
                                    + test.getAttribute("name").replaceFirst("\\(.*", ""),
                            ((Element) found.item(0)).getAttribute("message"));
                }
            }
        }
        return failed;
    }

    /** How many tests have one of these outcomes; all when none is named. */
    private static long count(List<Element> tests, List<String> outcomes) {
        return tests.stream()
                .filter(test -> outcomes.isEmpty()
                        || outcomes.stream()
                                .anyMatch(outcome ->
                                        test.getElementsByTagName(outcome).getLength() > 0))
                .count();
    }

    private static Set<String> contradictions() throws IOException {
        try (InputStream file = Conformance.class.getResourceAsStream("/scim/contradictions.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        }
    }
}
