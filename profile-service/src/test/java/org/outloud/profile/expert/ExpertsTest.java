package org.outloud.profile.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who is found for a topic, why, and for whose eyes. Each test speaks of a topic that no other test knows. */
@ServiceTest
class ExpertsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    FindingExperts finding;

    @Autowired
    Evidence evidence;

    @Autowired
    DatabaseClient database;

    private Organisation organisation;
    private PersonId ada;
    private PersonId bo;
    private PersonId viewer;
    private final String word = "topic" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void people() {
        organisation = new Organisation(database, evidence);
        ada = organisation.person("ada");
        bo = organisation.person("bo");
        viewer = organisation.person("viewer");
    }

    @Test
    void anAcceptedAnswerCountsMoreThanPostsAndOpensExactlyItself() {
        organisation.says(bo, word + " once");
        organisation.says(bo, word + " twice");
        PostId asked = organisation.asks(viewer, "Who knows " + word + "?");
        PostId answer = organisation.replies(ada, asked, "Turn it round.");
        organisation.replies(ada, asked, "You are welcome.");
        organisation.accepts(asked, answer, 2);

        List<Expert> found = find();

        assertThat(organisation.idsOf(found)).containsExactly(ada, bo);
        Reason reason = found.get(0).reasons().get(0);
        assertThat(reason.kind()).isEqualTo(Reason.Kind.ANSWERS);
        assertThat(reason.text()).isEqualTo("One answer on this, accepted or thanked for");
        assertThat(reason.count()).isEqualTo(1);
        assertThat(reason.evidence()).containsExactly(EvidenceItem.post(answer));
        Reason posts = found.get(1).reasons().get(0);
        assertThat(posts.kind()).isEqualTo(Reason.Kind.POSTS);
        assertThat(posts.count()).isEqualTo(2).isEqualTo(posts.evidence().size());
    }

    @Test
    void askingIsNotKnowing() {
        organisation.asks(ada, "Does anybody know " + word + "?");
        assertThat(find()).isEmpty();
    }

    @Test
    void aLoudPersonDoesNotOwnATopic() {
        for (int i = 0; i < 200; i++) {
            organisation.says(bo, word + " again, number " + i);
        }
        for (int i = 0; i < 3; i++) {
            PostId asked = organisation.asks(viewer, "A question on " + word + ", " + i);
            PostId answer = organisation.replies(ada, asked, "This is how.");
            organisation.accepts(asked, answer, 2);
            organisation.thanks(viewer, answer, "helped");
            organisation.thanks(bo, answer, "taught");
        }

        List<Expert> found = find();

        assertThat(organisation.idsOf(found)).containsExactly(ada, bo);
        Reason loud = found.get(1).reasons().get(0);
        assertThat(loud.count()).isEqualTo(50).isEqualTo(loud.evidence().size());
    }

    @Test
    void whatMayNotBeReadCountsForNobodyNeitherByNumberNorByScore() {
        organisation.says(ada, word + " for everybody");
        List<Expert> before = find();
        CommunityId closed = organisation.community("closed");
        CommunityId secret = organisation.community("secret");
        organisation.joins(ada, closed, "member", 1);
        organisation.joins(ada, secret, "member", 1);
        organisation.joins(viewer, closed, "follower", 1);
        for (String audience : List.of("followers", "people")) {
            PostId hidden = organisation.says(ada, word + " for some", audience, null, List.of(bo));
            organisation.replies(bo, hidden, word + " indeed");
        }
        for (CommunityId community : List.of(closed, secret)) {
            PostId hidden = organisation.says(ada, word + " among us", "community", community, List.of());
            PostId answer = organisation.replies(bo, hidden, word + " among us");
            organisation.accepts(hidden, answer, 2);
            organisation.thanks(ada, answer, "helped");
        }

        assertThat(find()).isEqualTo(before);
    }

    @Test
    void whatTheViewerMayReadCountsHoweverFewOthersMay() {
        CommunityId secret = organisation.community("secret");
        organisation.joins(viewer, secret, "member", 1);
        organisation.says(ada, word + " among us", "community", secret, List.of());
        assertThat(organisation.idsOf(find())).containsExactly(ada);
        organisation.joins(viewer, secret, null, 2);
        assertThat(find()).isEmpty();

        PostId named = organisation.says(bo, word + " for you", "people", null, List.of(viewer));
        assertThat(organisation.idsOf(find())).containsExactly(bo);
        assertThat(find().get(0).reasons().get(0).evidence()).containsExactly(EvidenceItem.post(named));
    }

    @Test
    void aBlockHidesThePersonAndWhatOthersWroteUnderTheirPosts() {
        PostId asked = organisation.asks(ada, "How does " + word + " work?");
        PostId answer = organisation.replies(bo, asked, "Like this.");
        organisation.thanks(ada, answer, "helped");
        organisation.says(ada, word + " for everybody");
        assertThat(organisation.idsOf(find())).containsExactlyInAnyOrder(ada, bo);
        organisation.blocks(ada, viewer);
        assertThat(find()).isEmpty();
    }

    @Test
    void followersReadWhatIsForFollowers() {
        organisation.says(ada, word + " for followers", "followers", null, List.of());
        assertThat(find()).isEmpty();
        organisation.follows(viewer, ada);
        assertThat(organisation.idsOf(find())).containsExactly(ada);
    }

    @Test
    void whomTheAskerMentionsReadsTheThread() {
        PostId root = organisation.says(ada, word + " between us", "people", null, List.of(bo));
        organisation.replies(PostId.next(), bo, root, "Ask the other one", 1, List.of(viewer));
        assertThat(find()).isEmpty();
        organisation.replies(PostId.next(), ada, root, "Let me ask", 1, List.of(viewer));
        assertThat(organisation.idsOf(find())).contains(ada);
    }

    @Test
    void anOpenCommunityThatClosesTakesItsPostsAlong() {
        CommunityId community = organisation.community("open");
        organisation.says(ada, word + " in the open", "community", community, List.of());
        assertThat(organisation.idsOf(find())).containsExactly(ada);
        organisation.becomes(community, "closed", 2);
        organisation.becomes(community, "open", 1);
        assertThat(find()).isEmpty();
    }

    @Test
    void aDeletedPostTakesItsThreadAlongAndDoesNotComeBack() {
        PostId root = organisation.says(ada, word + " one");
        PostId answer = organisation.replies(bo, root, word + " two");
        organisation.thanks(ada, answer, "helped");
        assertThat(find()).hasSize(2);
        evidence.keep(new PostDeleted(root, 2, ada, root, Instant.now())).block(PATIENCE);
        organisation.publish(
                root, "plain", ada, root, null, "everyone", null, List.of(), word, null, null, null, List.of(), 1);
        assertThat(find()).isEmpty();
    }

    @Test
    void thanksTakenBackCountNoMore() {
        PostId asked = organisation.asks(bo, "How does " + word + " work?");
        PostId answer = organisation.replies(ada, asked, "Like this.");
        organisation.thanks(viewer, answer, "helped");
        assertThat(organisation.idsOf(find())).containsExactly(ada);
        evidence.keep(new RecognitionChanged(answer, asked, ada, viewer, "helped", false, 2, Instant.now()))
                .block(PATIENCE);
        organisation.thanks(viewer, answer, "helped");
        assertThat(find()).isEmpty();
    }

    @Test
    void likesAndOnesOwnThanksAreNoEvidence() {
        PostId asked = organisation.asks(bo, "How does " + word + " work?");
        PostId answer = organisation.replies(ada, asked, "Like this.");
        organisation.thanks(viewer, answer, "like");
        organisation.thanks(ada, answer, "helped");
        assertThat(find()).isEmpty();
    }

    @Test
    void declaredSkillsAndClosenessComeAfterEvidence() {
        PersonId skilled =
                organisation.person("skilled", "[{\"name\": \"%s\", \"level\": \"teaches\"}]".formatted(word));
        PersonId between = organisation.person("between");
        organisation.follows(viewer, between);
        organisation.follows(between, skilled);
        PostId asked = organisation.asks(viewer, "How does " + word + " work?");
        organisation.accepts(asked, organisation.replies(ada, asked, "Like this."), 2);

        List<Expert> found = find();

        assertThat(organisation.idsOf(found)).containsExactly(ada, skilled);
        assertThat(found.get(1).reasons())
                .extracting(Reason::kind)
                .containsExactly(Reason.Kind.SKILL, Reason.Kind.NETWORK);
        assertThat(found.get(1).reasons().get(1).evidence())
                .containsExactly(new EvidenceItem("person", between.value(), organisation.userName("between"), null));
    }

    @Test
    void whoIsCloseButKnowsNothingIsNotFound() {
        organisation.follows(viewer, ada);
        organisation.says(ada, "Something else entirely");
        assertThat(find()).isEmpty();
    }

    @Test
    void theViewerIsNoHelpToThemselves() {
        organisation.says(viewer, word);
        assertThat(find()).isEmpty();
    }

    @Test
    void whoLeftIsNotAsked() {
        organisation.says(ada, word);
        database.sql("update person set active = false where id = :id")
                .bind("id", ada.value())
                .then()
                .block(PATIENCE);
        assertThat(find()).isEmpty();
    }

    @Test
    void wordsAreComparedByTheirStemsInEnglishAndGerman() {
        organisation.says(ada, "Calibrating the " + word + " sensors");
        organisation.says(bo, "Die Schläuche für " + word + " wurden gereinigt");
        assertThat(organisation.idsOf(find("calibration of the " + word))).startsWith(ada);
        assertThat(organisation.idsOf(find("den " + word + " Schlauch"))).startsWith(bo);
    }

    @Test
    void reasonsAreWordedInTheReadersLanguage() {
        organisation.says(ada, word);
        assertThat(find(word, Locale.GERMAN).get(0).reasons().get(0).text()).isEqualTo("Ein Beitrag dazu");
    }

    @Test
    void aTopicOfNothingButSmallWordsFindsNobody() {
        assertThat(find("the of and die der das")).isEmpty();
    }

    private List<Expert> find() {
        return find(word);
    }

    private List<Expert> find(String topic) {
        return find(topic, Locale.ENGLISH);
    }

    private List<Expert> find(String topic, Locale locale) {
        return Objects.requireNonNull(
                finding.find(Topic.of(topic), viewer, 20, locale).block(PATIENCE));
    }
}
