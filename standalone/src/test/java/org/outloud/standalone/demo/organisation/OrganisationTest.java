package org.outloud.standalone.demo.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final Instant ANCHOR = Instant.parse("2026-11-20T15:40:00Z");
    private static final Organisation EVERYBODY = Organisation.of(ANCHOR, Organisation.EVERYBODY);

    private final Set<String> userNames = Stream.concat(EVERYBODY.people().stream(), EVERYBODY.accounts().stream())
            .map(Person::userName)
            .collect(Collectors.toSet());

    @Test
    void theSameAnchorMakesTheSameOrganisation() {
        assertThat(Organisation.of(ANCHOR, Organisation.EVERYBODY)).isEqualTo(EVERYBODY);
    }

    @Test
    void everybodyOfTheDataSetIsThereInFortyTwoDepartments() {
        assertThat(EVERYBODY.people()).hasSize(1_005);
        assertThat(EVERYBODY.people().stream().map(Person::department)).hasSize(1_005);
        assertThat(EVERYBODY.people().stream().map(Person::department).distinct())
                .hasSize(42);
    }

    @Test
    void nobodySharesANameOrAUserName() {
        assertThat(userNames).hasSize(1_010).allMatch(name -> name.matches("[a-z]+[0-9]*"));
        assertThat(EVERYBODY.people().stream().map(Person::displayName)).doesNotHaveDuplicates();
    }

    @Test
    void everyEdgeBetweenTwoPeopleIsOneFollow() {
        assertThat(EVERYBODY.follows())
                .hasSize(24_929)
                .doesNotHaveDuplicates()
                .noneMatch(follow -> follow.from().equals(follow.to()))
                .allMatch(follow -> userNames.contains(follow.from()) && userNames.contains(follow.to()));
        assertThat(EVERYBODY.accountFollows())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(EVERYBODY.follows())
                .noneMatch(follow -> follow.from().equals(follow.to()));
    }

    @Test
    void superiorsComeBeforeThoseWhoNameThem() {
        Set<String> seen = new HashSet<>();
        for (Person person : EVERYBODY.people()) {
            assertThat(person.manager() == null || seen.contains(person.manager()))
                    .as(person.userName())
                    .isTrue();
            seen.add(person.userName());
        }
        assertThat(EVERYBODY.people().stream().filter(person -> person.manager() == null))
                .hasSize(1);
    }

    @Test
    void aProfileForEverybody() {
        assertThat(EVERYBODY.profiles())
                .hasSize(1_005)
                .allMatch(profile -> profile.skills().stream()
                        .allMatch(skill ->
                                List.of("learns", "works-with", "teaches").contains(skill.level())));
        assertThat(EVERYBODY.accountProfiles()).hasSize(5);
    }

    @Test
    void externalIdsAreUnique() {
        assertThat(Stream.of(
                                EVERYBODY.profiles().stream().map(Line.Profile::externalId),
                                EVERYBODY.accountProfiles().stream().map(Line.Profile::externalId),
                                EVERYBODY.communities().stream().map(Line.Community::externalId),
                                EVERYBODY.posts().stream().map(Line.Post::externalId),
                                EVERYBODY.comments().stream().map(Line.Comment::externalId))
                        .flatMap(ids -> ids))
                .doesNotHaveDuplicates();
    }

    @Test
    void reactionsMembershipsAndAnswersAreThereOnce() {
        assertThat(EVERYBODY.reactions().stream()
                        .map(reaction -> List.of(reaction.post(), reaction.author(), reaction.kind())))
                .doesNotHaveDuplicates();
        assertThat(EVERYBODY.memberships().stream()
                        .map(membership -> List.of(membership.community(), membership.person())))
                .doesNotHaveDuplicates();
        assertThat(EVERYBODY.answers().stream().map(Line.Answer::post)).doesNotHaveDuplicates();
    }

    @Test
    void fortyCommunitiesAreHostedHereAndTheOthersStandInTheInventory() {
        assertThat(hosted().values()).hasSize(40).allMatch(community -> community.url() == null);
        assertThat(hosted().values().stream().filter(community -> "secret".equals(community.visibility())))
                .hasSize(2);
        assertThat(hosted().values().stream().filter(community -> "closed".equals(community.visibility())))
                .hasSizeGreaterThan(3);
        assertThat(EVERYBODY.communities().stream()
                        .filter(community -> !community.host().equals("outloud")))
                .hasSize(25)
                .allMatch(community -> community.url() != null);
        assertThat(EVERYBODY.communities().stream().map(Line.Community::slug)).doesNotHaveDuplicates();
    }

    @Test
    void membershipsAreOfPeopleInCommunitiesHostedHereSinceTheseExist() {
        Map<String, Line.Community> hosted = hosted();
        assertThat(EVERYBODY.memberships()).isNotEmpty().allSatisfy(membership -> {
            assertThat(userNames).contains(membership.person());
            assertThat(hosted).containsKey(membership.community());
            assertThat(membership.since())
                    .isBetween(
                            Objects.requireNonNull(hosted.get(membership.community()))
                                    .createdAt(),
                            ANCHOR);
        });
        assertThat(hosted.values())
                .allSatisfy(community -> assertThat(EVERYBODY.memberships())
                        .contains(membership(community.slug(), String.valueOf(community.steward()))));
    }

    @Test
    void aMonthOfPostsIsMostlyWorkingOutLoud() {
        assertThat(EVERYBODY.posts()).hasSizeBetween(2_800, 3_200);
        assertThat(EVERYBODY.posts().stream().map(Line.Post::kind).distinct())
                .containsExactlyInAnyOrder("working-out-loud", "question", "plain", "link", "story");
        assertThat(EVERYBODY.posts().stream().filter(post -> post.kind().equals("working-out-loud")))
                .hasSizeGreaterThan(EVERYBODY.posts().size() / 2);
        assertThat(EVERYBODY.comments()).hasSizeBetween(6_500, 7_500);
        assertThat(EVERYBODY.reactions()).hasSizeBetween(11_500, 12_500);
        assertThat(EVERYBODY.answers()).hasSizeGreaterThan(300);
    }

    @Test
    void everythingIsSaidWithinTheMonth() {
        Instant begin = ANCHOR.minus(Duration.ofDays(30));
        assertThat(EVERYBODY.posts()).allMatch(post -> within(begin, post.createdAt()));
        assertThat(EVERYBODY.comments()).allMatch(comment -> within(begin, comment.createdAt()));
        assertThat(EVERYBODY.reactions()).allMatch(reaction -> within(begin, reaction.createdAt()));
    }

    @Test
    void repliesAndThanksComeAfterWhatTheyAreFor() {
        Map<String, Instant> said = said();
        assertThat(EVERYBODY.comments())
                .allMatch(comment -> said.containsKey(comment.inReplyTo())
                        && said.get(comment.inReplyTo()).isBefore(comment.createdAt()));
        assertThat(EVERYBODY.reactions())
                .allMatch(reaction -> said.containsKey(reaction.post())
                        && said.get(reaction.post()).isBefore(reaction.createdAt()));
        assertThat(EVERYBODY.answers())
                .allMatch(answer -> said.containsKey(answer.post()) && said.containsKey(answer.comment()));
    }

    @Test
    void onlyPeopleWriteAndMembersInTheirCommunities() {
        Set<List<String>> mayPost = EVERYBODY.memberships().stream()
                .filter(membership -> !membership.role().equals("follower"))
                .map(membership -> List.of(membership.community(), membership.person()))
                .collect(Collectors.toSet());
        assertThat(EVERYBODY.posts()).allSatisfy(post -> {
            assertThat(userNames).contains(post.author());
            assertThat(post.community() == null || mayPost.contains(List.of(post.community(), post.author())))
                    .isTrue();
            assertThat(post.community() == null).isEqualTo(post.audience() != null);
        });
        assertThat(EVERYBODY.comments()).allMatch(comment -> userNames.contains(comment.author()));
        assertThat(EVERYBODY.reactions()).allMatch(reaction -> userNames.contains(reaction.author()));
    }

    @Test
    void whoSpeaksInAClosedOrSecretCommunityBelongsToIt() {
        Set<String> narrow = hosted().values().stream()
                .filter(community -> !"open".equals(community.visibility()))
                .map(Line.Community::slug)
                .collect(Collectors.toSet());
        Set<List<String>> belongs = EVERYBODY.memberships().stream()
                .map(membership -> List.of(membership.community(), membership.person()))
                .collect(Collectors.toSet());
        Map<String, String> community = new HashMap<>();
        EVERYBODY.posts().forEach(post -> community.put(post.externalId(), String.valueOf(post.community())));
        long heard = 0;
        for (Line.Comment comment : EVERYBODY.comments()) {
            String where = String.valueOf(community.get(comment.inReplyTo()));
            community.put(comment.externalId(), where);
            if (narrow.contains(where)) {
                heard++;
                assertThat(belongs).contains(List.of(where, comment.author()));
            }
        }
        for (Line.Reaction reaction : EVERYBODY.reactions()) {
            String where = String.valueOf(community.get(reaction.post()));
            if (narrow.contains(where)) {
                assertThat(belongs).contains(List.of(where, reaction.author()));
            }
        }
        assertThat(heard).isPositive();
    }

    @Test
    void nothingVariableIsLeftInATextAndNoneIsTooLong() {
        Stream<String> texts = Stream.concat(
                EVERYBODY.posts().stream()
                        .flatMap(post -> Stream.of(post.doing(), post.learned(), post.need(), post.body())
                                .filter(text -> text != null)),
                EVERYBODY.comments().stream().map(Line.Comment::body));
        assertThat(texts)
                .isNotEmpty()
                .allMatch(
                        text -> !text.isBlank() && !text.contains("{") && !text.contains("}") && text.length() < 2_500);
    }

    @Test
    void whoIsMentionedExists() {
        assertThat(EVERYBODY.comments().stream()
                        .flatMap(comment -> Stream.of(comment.body().split("\\s", -1)))
                        .filter(word -> word.startsWith("@"))
                        .map(word -> word.substring(1)))
                .isNotEmpty()
                .allMatch(userNames::contains);
    }

    @Test
    void postsNextToEachOtherSayDifferentThings() {
        List<Line.Post> posts = EVERYBODY.posts();
        for (int from = 0; from + 20 <= posts.size(); from += 20) {
            assertThat(posts.subList(from, from + 20).stream()
                            .map(post -> String.valueOf(post.learned() == null ? post.body() : post.learned())
                                    + post.doing()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aSmallerOrganisationIsWholeAndDoesNotMixWithTheLargeOne() {
        Organisation small = Organisation.of(ANCHOR, 40);
        Set<String> everybody = Stream.concat(small.people().stream(), small.accounts().stream())
                .map(Person::userName)
                .collect(Collectors.toSet());
        assertThat(small.people()).hasSize(40);
        assertThat(small.posts()).isNotEmpty().allMatch(post -> everybody.contains(post.author()));
        assertThat(small.posts().stream().map(Line.Post::externalId))
                .doesNotContainAnyElementsOf(
                        EVERYBODY.posts().stream().map(Line.Post::externalId).toList());
    }

    private static boolean within(Instant begin, Instant at) {
        return !at.isBefore(begin) && at.isBefore(ANCHOR);
    }

    private static Map<String, Instant> said() {
        Map<String, Instant> said = new HashMap<>();
        EVERYBODY.posts().forEach(post -> said.put(post.externalId(), post.createdAt()));
        EVERYBODY.comments().forEach(comment -> said.put(comment.externalId(), comment.createdAt()));
        return said;
    }

    private static Map<String, Line.Community> hosted() {
        return EVERYBODY.communities().stream()
                .filter(community -> community.host().equals("outloud"))
                .collect(Collectors.toMap(Line.Community::slug, community -> community));
    }

    private static Line.Membership membership(String community, String person) {
        return EVERYBODY.memberships().stream()
                .filter(membership -> membership.community().equals(community)
                        && membership.person().equals(person)
                        && membership.role().equals("steward"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(community + " has no steward called " + person));
    }
}
