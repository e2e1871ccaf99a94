package org.outloud.profile.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.outloud.platform.privacy.Sealed;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP of one JSON file for each kind, for programs, and one page, for people. */
@Component
class ExportArchive {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>What Outloud keeps about you</title>
            <style>
              body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
              article { border-top: 1px solid #999; padding: .6rem 0; }
              dl { display: grid; grid-template-columns: 12rem 1fr; gap: .2rem 1rem; margin: 0; }
              dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            </style>
            <h1>What Outloud keeps about you</h1>
            <p>The same is in the JSON files beside this page, one for each heading.</p>
            """;

    private final JsonMapper json;

    ExportArchive(JsonMapper json) {
        this.json = json;
    }

    byte[] of(String own, Exports.Answers answers) {
        Map<String, JsonNode> kinds = new LinkedHashMap<>();
        add(kinds, own);
        for (Sealed answer : answers.sealed()) {
            add(kinds, new String(answer.open(answers.privateKey()), StandardCharsets.UTF_8));
        }
        return zip(kinds);
    }

    private void add(Map<String, JsonNode> kinds, String object) {
        json.readTree(object).properties().forEach(kind -> kinds.put(kind.getKey(), kind.getValue()));
    }

    private byte[] zip(Map<String, JsonNode> kinds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "index.html", page(kinds).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, JsonNode> kind : kinds.entrySet()) {
                entry(
                        zip,
                        kind.getKey() + ".json",
                        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(kind.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String page(Map<String, JsonNode> kinds) {
        StringBuilder page = new StringBuilder(HEAD);
        kinds.forEach((kind, items) -> {
            page.append("<h2>")
                    .append(HtmlUtils.htmlEscape(kind))
                    .append(" (")
                    .append(items.size())
                    .append(")</h2>\n");
            items.forEach(item -> page.append(article(item)));
        });
        return page.append("</html>\n").toString();
    }

    private static String article(JsonNode item) {
        StringBuilder article = new StringBuilder("<article><dl>");
        item.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> article.append("<dt>")
                        .append(HtmlUtils.htmlEscape(field.getKey()))
                        .append("</dt><dd>")
                        .append(HtmlUtils.htmlEscape(text(field.getValue())))
                        .append("</dd>"));
        return article.append("</dl></article>\n").toString();
    }

    private static String text(JsonNode value) {
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            List<String> words = value.valueStream().map(JsonNode::asString).toList();
            return String.join(", ", words);
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
