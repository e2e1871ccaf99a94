package org.outloud.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./outloud} says on a machine that lacks something, in a copy of the script with nothing built. */
class ScriptTest {

    private static final List<String> SHELL =
            List.of("dirname", "sed", "uname", "find", "head", "tail", "tr", "touch", "mkdir");

    @TempDir
    Path machine;

    @Test
    void aMissingJavaIsNamedWithHowToGetIt() throws Exception {
        assertThat(up()).startsWith("1: ✗ Java is missing").contains("install").hasLineCount(1);
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        has("java", "echo '    java.specification.version = 11'");

        assertThat(up()).startsWith("1: ✗ Java is version 11").contains("17").hasLineCount(1);
    }

    @Test
    void aJavaWithoutCompilerIsToldFromAJdk() throws Exception {
        hasJava();

        assertThat(up()).startsWith("1: ✗ This Java has no compiler").hasLineCount(1);
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        hasJava();
        has("javac", "");

        assertThat(up()).startsWith("1: ✗ Maven is missing").hasLineCount(1);
    }

    @Test
    void anOldNodeIsNamedWithItsVersion() throws Exception {
        hasJava();
        has("javac", "");
        has("mvn", "");
        has("node", "echo v20.9.0");

        assertThat(up()).startsWith("1: ✗ Node is v20.9.0").contains("20.19").hasLineCount(1);
    }

    @Test
    void aMissingNpmIsNamed() throws Exception {
        hasJava();
        has("javac", "");
        has("mvn", "");
        has("node", "echo v20.19.0");

        assertThat(up()).startsWith("1: ✗ npm is missing").hasLineCount(1);
    }

    @Test
    void whatNeedsABuildSaysSo() throws Exception {
        hasJava();

        assertThat(outloud("status"))
                .startsWith("1: ✗ Outloud is not built yet")
                .hasLineCount(1);
    }

    private void hasJava() throws Exception {
        has("java", "echo '    java.specification.version = 17'");
    }

    private void has(String program, String script) throws Exception {
        Path file = Files.createDirectories(machine.resolve("bin")).resolve(program);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String up() throws Exception {
        return outloud("up");
    }

    /** Runs the script with a path on which there is a shell and what the test put there. */
    private String outloud(String command) throws Exception {
        for (String program : SHELL) {
            has(program, "exec " + find(program) + " \"$@\"");
        }
        Path script = Files.copy(Path.of("../outloud"), machine.resolve("outloud"));
        ProcessBuilder builder = new ProcessBuilder(find("bash").toString(), script.toString(), command);
        builder.redirectErrorStream(true).environment().clear();
        builder.environment().put("PATH", machine.resolve("bin").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + ": " + output;
    }

    private static Path find(String program) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
