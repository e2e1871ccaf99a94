package org.outloud.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.contracts.event.AnswerChanged;
import org.outloud.contracts.event.AskWaiting;
import org.outloud.contracts.event.BlockChanged;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.EventType;
import org.outloud.contracts.event.ExportPart;
import org.outloud.contracts.event.ExportRequested;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.GroupChanged;
import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.contracts.event.HelpersFound;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.PostsHandedOver;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.contracts.event.SuspensionChanged;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

    private static final List<Class<?>> EVENTS = List.of(
            PersonChanged.class,
            GroupChanged.class,
            GroupMemberChanged.class,
            PersonErased.class,
            ErasureConfirmed.class,
            ExportRequested.class,
            ExportPart.class,
            FollowChanged.class,
            BlockChanged.class,
            SuspensionChanged.class,
            PostPublished.class,
            PostDeleted.class,
            AskWaiting.class,
            HelpersFound.class,
            RecognitionChanged.class,
            AnswerChanged.class,
            CommunityChanged.class,
            PostsHandedOver.class,
            MembershipChanged.class);

    private final JsonNode document = read();

    @Test
    void theDocumentNamesEveryEventAndNoOther() {
        Set<String> documented = new TreeSet<>();
        document.at("/components/messages")
                .forEach(message -> documented.add(message.get("name").stringValue()));
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        EVENTS.stream().map(AsyncApiTest::typeOf).toList());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PersonChanged.class,
                GroupChanged.class,
                GroupMemberChanged.class,
                PersonErased.class,
                ErasureConfirmed.class,
                ExportRequested.class,
                ExportPart.class,
                FollowChanged.class,
                BlockChanged.class,
                SuspensionChanged.class,
                PostPublished.class,
                PostDeleted.class,
                RecognitionChanged.class,
                AnswerChanged.class,
                CommunityChanged.class,
                MembershipChanged.class
            })
    void theDocumentNamesEveryFieldOfAnEventAndItsTopic(Class<?> event) {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(event.getRecordComponents()).forEach(component -> fields.add(component.getName()));
        JsonNode message = message(typeOf(event));
        assertThat(message.at("/payload/properties").propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
        String topic = event.getAnnotation(EventType.class).topic();
        assertThat(document.at("/channels")).anySatisfy(channel -> {
            assertThat(channel.get("address").stringValue()).isEqualTo(topic);
            assertThat(channel.get("messages").toString()).contains(key(typeOf(event)));
        });
    }

    private JsonNode message(String type) {
        return document.at("/components/messages/" + key(type));
    }

    private String key(String type) {
        return document.at("/components/messages").properties().stream()
                .filter(message -> message.getValue().get("name").stringValue().equals(type))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static String typeOf(Class<?> event) {
        return event.getAnnotation(EventType.class).value();
    }

    private static JsonNode read() {
        try (InputStream yaml = AsyncApiTest.class.getResourceAsStream("/asyncapi/outloud.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
