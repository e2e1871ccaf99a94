package org.outloud.standalone.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReadingHistoryTest {

    private static final String SLACK_USERS = """
            [{"id": "U1", "name": "ada.l", "profile": {"real_name": "Ada Lindqvist", "email": "ada@outloud.example"}},
             {"id": "U2", "name": "bo", "deleted": true, "profile": {"real_name": "Bo Nakamura"}},
             {"id": "U3", "name": "ada", "profile": {"real_name": "", "email": "ada@partner.example"}},
             {"id": "B1", "name": "deployer", "is_bot": true, "profile": {}}]
            """;
    private static final String SLACK_DAY_ONE = """
            [{"type": "message", "user": "U1", "ts": "1762077600.000200", "text": "Why does it *stop*?", "thread_ts": "1762077600.000200",
              "reactions": [{"name": "heart", "users": ["U2", "U1"], "count": 2}, {"name": "eyes", "users": ["U2"], "count": 1}]},
             {"type": "message", "user": "U2", "ts": "1762077700.000100", "text": "Ask <@U1>", "thread_ts": "1762077600.000200"},
             {"type": "message", "subtype": "channel_join", "user": "U2", "ts": "1762077500.000100", "text": "<@U2> has joined"},
             {"type": "message", "subtype": "bot_message", "bot_id": "B1", "ts": "1762077800.000100", "text": "Deployed"}]
            """;
    private static final String SLACK_DAY_TWO = """
            [{"type": "message", "user": "U3", "ts": "1762164000.000000", "text": "", "files": [{"id": "F1"}]},
             {"type": "message", "user": "U3", "ts": "1762164001.000000", "text": "late", "thread_ts": "1700000000.000000"},
             {"type": "message", "subtype": "thread_broadcast", "user": "U3", "ts": "1762164002.000000", "text": "It is the cache", "thread_ts": "1762077600.000200"}]
            """;

    @TempDir
    Path folder;

    @Test
    void slackBringsItsAuthorsTimesThreadsAndChannels() throws IOException {
        ReadingHistory.Outcome outcome = read("slack", slack(), false);

        assertThat(lines("people"))
                .extracting(person -> person.get("userName").stringValue())
                .containsExactly("ada", "bo", "ada@partner.example");
        assertThat(lines("people").get(1).get("active").booleanValue()).isFalse();
        assertThat(lines("people").get(2).get("displayName").stringValue()).isEqualTo("ada@partner.example");
        List<JsonNode> communities = lines("communities");
        assertThat(communities).hasSize(2);
        assertThat(communities.get(0).get("slug").stringValue()).isEqualTo("alarms-grenzwerte");
        assertThat(communities.get(0).get("visibility").stringValue()).isEqualTo("open");
        assertThat(communities.get(0).get("steward").stringValue()).isEqualTo("ada");
        assertThat(communities.get(0).get("createdAt").stringValue()).isEqualTo("2025-11-01T00:00:00Z");
        assertThat(communities.get(1).get("person").stringValue()).isEqualTo("bo");
        List<JsonNode> posts = lines("posts");
        assertThat(posts)
                .extracting(line -> line.get("type").stringValue())
                .containsExactly("post", "reaction", "reaction", "comment", "comment");
        assertThat(posts.get(0).get("body").stringValue()).isEqualTo("Why does it **stop**?");
        assertThat(posts.get(0).get("createdAt").stringValue()).isEqualTo("2025-11-02T10:00:00.000200Z");
        assertThat(posts.get(0).get("community").stringValue()).isEqualTo("alarms-grenzwerte");
        assertThat(posts.get(3).get("inReplyTo")).isEqualTo(posts.get(0).get("externalId"));
        assertThat(posts.get(3).get("body").stringValue()).isEqualTo("Ask @ada");
        assertThat(posts.get(4).get("author").stringValue()).isEqualTo("ada@partner.example");
        assertThat(outcome.left())
                .containsEntry("bots", 1L)
                .containsEntry("files", 1L)
                .containsEntry("messages without words", 1L)
                .containsEntry("replies whose thread is not carried over", 1L)
                .containsEntry("messages of bots and of Slack itself, or without an author", 1L)
                .containsEntry("notes on who came and went, and on names and topics", 1L)
                .containsEntry("emoji of reactions, each person's of which are one like", 3L)
                .containsEntry("private channels (--private brings them in as secret communities)", 1L)
                .containsEntry("conversations between two", 1L);
        assertThat(Files.readString(folder.resolve("out/not-carried-over.txt"))).contains("1\tbots\n");
    }

    @Test
    void privateChannelsComeInAsSecretCommunitiesWhenAskedFor() throws IOException {
        read("slack", slack(), true);

        JsonNode secret = lines("communities").get(2);
        assertThat(secret.get("name").stringValue()).isEqualTo("merger");
        assertThat(secret.get("visibility").stringValue()).isEqualTo("secret");
        assertThat(lines("posts").get(5).get("community").stringValue()).isEqualTo("merger");
    }

    @Test
    void vivaEngageBringsItsAuthorsTimesThreadsAndGroupsInWhateverOrder() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("export/Users.csv", "\uFEFF" + """
                id,name,email,job_title,deleted_at,suspended_at
                1,Ada Lindqvist,ada@outloud.example,Engineer,,
                2,"Nakamura, Bo",bo@outloud.example,,2024-01-01T00:00:00Z,
                """);
        files.put("export/Groups.csv", """
                id,name,description,privacy,created_by_id,created_at,deleted
                7,All about alarms,"What, when
                and why",public,1,2019-03-01T08:00:00.000Z,false
                8,Merger,,private,1,2019-03-01T08:00:00.000Z,false
                9,Old,,public,1,2019-03-01T08:00:00.000Z,true
                """);
        files.put("export/Messages.csv", """
                id,replied_to_id,thread_id,group_id,in_private_conversation,sender_id,sender_type,title,body,attachments,created_at,deleted_at
                102,101,100,7,false,2,User,,"Ask [User:1:Ada Lindqvist] about [Tag:5:ring buffer]",,2019-03-02T08:01:00.000Z,
                101,100,100,7,false,1,User,,Nobody?,,2019-03-02T08:00:30.000Z,
                100,,100,7,false,1,User,A question,"Why does it ""stop""?","uploadedfile:3,uploadedfile:4",2019/03/02 08:00:00 +0000,
                103,,103,,false,2,User,,Hello everyone,,2019-03-03T08:00:00Z,
                104,,104,8,false,1,User,,Secret,,2019-03-03T08:00:00Z,
                105,,105,,true,1,User,,Between us,,2019-03-03T08:00:00Z,
                106,,106,7,false,1,User,,Gone,,2019-03-03T08:00:00Z,2019-03-04T08:00:00Z
                107,106,106,7,false,2,User,,Answer to what is gone,,2019-03-03T09:00:00Z,
                108,,108,7,false,99,Bot,,Beep,,2019-03-03T09:00:00Z,
                100,,100,7,false,1,User,A question,Why did it stop?,,2019-03-02T08:00:00Z,
                """);

        ReadingHistory.Outcome outcome = read("viva-engage", zip(files), false);

        assertThat(lines("people"))
                .extracting(person -> person.get("displayName").stringValue())
                .containsExactly("Ada Lindqvist", "Nakamura, Bo");
        assertThat(lines("people").get(1).get("active").booleanValue()).isFalse();
        List<JsonNode> communities = lines("communities");
        assertThat(communities.get(0).get("purpose").stringValue()).isEqualTo("What, when\nand why");
        assertThat(communities.subList(1, communities.size()))
                .extracting(line -> line.get("person").stringValue())
                .containsExactly("bo", "ada");
        List<JsonNode> posts = lines("posts");
        assertThat(posts)
                .extracting(line -> line.get("externalId").stringValue())
                .containsExactly("viva:102", "viva:101", "viva:100", "viva:103");
        assertThat(posts.get(0).get("body").stringValue()).isEqualTo("Ask @ada about #ring-buffer");
        assertThat(posts.get(0).get("inReplyTo").stringValue()).isEqualTo("viva:101");
        assertThat(posts.get(2).get("body").stringValue()).isEqualTo("**A question**\n\nWhy does it \"stop\"?");
        assertThat(posts.get(2).get("createdAt").stringValue()).isEqualTo("2019-03-02T08:00:00Z");
        assertThat(posts.get(3).at("/audience/type").stringValue()).isEqualTo("everyone");
        assertThat(outcome.left())
                .containsEntry("attachments", 2L)
                .containsEntry("further versions of messages", 1L)
                .containsEntry("groups that were deleted", 1L)
                .containsEntry("messages in groups that are not carried over", 1L)
                .containsEntry("messages of apps, or without an author or a time", 1L)
                .containsEntry("messages that were deleted", 1L)
                .containsEntry("private conversations' messages", 1L)
                .containsEntry("private groups (--private brings them in as closed communities)", 1L)
                .containsEntry("replies whose thread is not carried over", 1L);
    }

    @Test
    void peopleAreNamedAsTheIdentityProviderNamesThem() throws IOException {
        ReadingHistory.read("slack", slack(), folder.resolve("out"), UserNames.of("email"), false);
        assertThat(lines("people"))
                .extracting(person -> person.get("userName").stringValue())
                .containsExactly("ada@outloud.example", "bo", "ada@partner.example");
        ReadingHistory.read("slack", slack(), folder.resolve("out"), UserNames.of("name"), false);
        assertThat(lines("people"))
                .extracting(person -> person.get("userName").stringValue())
                .containsExactly("ada.l", "bo", "ada");
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws IOException {
        Path empty = zip(Map.of("readme.txt", "hello"));
        Path text = Files.writeString(folder.resolve("text.zip"), "hello");
        Path broken = zip(Map.of("users.json", "[", "channels.json", "[]"));

        assertThatThrownBy(() -> read("slack", empty, false)).hasMessageContaining("there is no users.json");
        assertThatThrownBy(() -> read("viva-engage", empty, false)).hasMessageContaining("there is no Users.csv");
        assertThatThrownBy(() -> read("slack", text, false)).hasMessageContaining("is not a ZIP file");
        assertThatThrownBy(() -> read("slack", broken, false)).hasMessageContaining("users.json is not JSON");
        assertThatThrownBy(() -> read("teams", empty, false)).hasMessageContaining("slack and viva-engage");
        assertThatThrownBy(() -> read("slack", folder.resolve("none.zip"), false))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> UserNames.of("number")).hasMessageContaining("local-part, email, name");
    }

    private Path slack() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("users.json", SLACK_USERS);
        files.put("channels.json", """
                [{"id": "C1", "name": "alarms & grenzwerte", "created": 1761955200, "creator": "U1", "members": ["U1", "U2", "B1"],
                  "purpose": {"value": "Why it beeps"}}]
                """);
        files.put("groups.json", """
                [{"id": "G1", "name": "merger", "created": 1761955200, "creator": "U1", "members": ["U1"]}]
                """);
        files.put("dms.json", "[{\"id\": \"D1\"}]");
        files.put("alarms & grenzwerte/2025-11-03.json", SLACK_DAY_TWO);
        files.put("alarms & grenzwerte/2025-11-02.json", SLACK_DAY_ONE);
        files.put(
                "merger/2025-11-02.json",
                "[{\"type\": \"message\", \"user\": \"U1\", \"ts\": \"1762077600.000200\", \"text\": \"Hush\"}]");
        return zip(files);
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path zip = Files.createTempFile(folder, "export", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private ReadingHistory.Outcome read(String platform, Path zip, boolean withPrivate) throws IOException {
        return ReadingHistory.read(platform, zip, folder.resolve("out"), UserNames.LOCAL_PART, withPrivate);
    }

    private List<JsonNode> lines(String kind) throws IOException {
        return Files.readAllLines(folder.resolve("out/" + kind + ".ndjson")).stream()
                .map(Lines.JSON::readTree)
                .toList();
    }
}
