package org.outloud.standalone.demo.load;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.outloud.standalone.demo.organisation.Line;
import org.outloud.standalone.demo.organisation.Organisation;
import org.outloud.standalone.demo.organisation.Person;
import tools.jackson.databind.JsonNode;

/** Brings an organisation in, step by step. Everything may be brought in again: what is there stays as it is. */
public final class Loader {

    private final Http http = new Http();
    private final Target target;
    private final Progress progress;
    private final Tokens administrator;
    private final List<Tally> tallies = new ArrayList<>();

    public Loader(Target target, Progress progress) {
        this.target = target;
        this.progress = progress;
        this.administrator = Tokens.ofPerson(
                http, target.keycloak(), KeycloakAccounts.REALM, "outloud-cli", "admin", target.password());
    }

    /**
     * The end of the month that the organisation tells of: now, or when it was first brought in. The system itself remembers
     * it, by the age of a community.
     */
    public Instant anchor() {
        URI search = URI.create(target.outloud() + "/api/v1/communities?slug=" + Organisation.OLDEST_FRIEND);
        JsonNode found = http.send(Http.get(search, administrator.get()))
                .orFail("Looking for an earlier load")
                .json();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        String created = found.path("items").path(0).path("createdAt").asString("");
        if (created.isBlank()) {
            return now;
        }
        Instant anchor = Instant.parse(created).plus(Organisation.AGE_OF_OLDEST_FRIEND);
        return anchor.isAfter(now) ? now : anchor;
    }

    /** Brings everything in and returns what could not be taken. */
    public List<String> load(Organisation organisation) {
        tallies.clear();
        accounts(organisation.people());
        ScimPeople people = new ScimPeople(
                http,
                target.outloud(),
                Tokens.ofClient(http, target.keycloak(), KeycloakAccounts.REALM, "outloud-hr", target.hrSecret()));
        people(people, organisation.people(), "people");
        people(people, organisation.accounts(), "demo accounts");
        Imports imports = new Imports(http, target.outloud(), administrator);
        lines(imports, "people", organisation.profiles(), "profiles");
        lines(imports, "people", organisation.follows(), "follows");
        lines(imports, "people", organisation.accountProfiles(), "profiles of demo accounts");
        lines(imports, "people", organisation.accountFollows(), "follows of and by demo accounts");
        lines(imports, "communities", organisation.communities(), "communities");
        lines(imports, "communities", organisation.memberships(), "memberships");
        lines(imports, "posts", organisation.posts(), "posts");
        lines(imports, "posts", organisation.comments(), "comments");
        lines(imports, "posts", organisation.answers(), "accepted answers");
        lines(imports, "posts", organisation.reactions(), "reactions");
        return tallies.stream().flatMap(tally -> tally.rejected().stream()).toList();
    }

    private void accounts(List<Person> people) {
        Tokens keycloak = Tokens.ofPerson(
                http,
                target.keycloak(),
                "master",
                "admin-cli",
                target.keycloakAdministrator(),
                target.keycloakPassword());
        progress.begin("accounts", people.size());
        end(
                new KeycloakAccounts(http, target.keycloak(), keycloak).add(people, target.password(), progress),
                "accounts");
    }

    private void people(ScimPeople scim, List<Person> people, String what) {
        progress.begin(what, people.size());
        end(scim.add(people, progress), what);
    }

    private void lines(Imports imports, String kind, List<? extends Line> lines, String what) {
        progress.begin(what, lines.size());
        end(imports.bring(kind, lines, progress), what);
    }

    private void end(Tally tally, String what) {
        progress.end(tally, what);
        tallies.add(tally);
    }
}
