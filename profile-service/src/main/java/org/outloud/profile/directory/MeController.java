package org.outloud.profile.directory;

import java.util.List;
import org.outloud.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller about themselves; asking is what makes a newcomer's profile. */
@RestController
class MeController {

    /** Roles that mean something here; a token carries others too. */
    private static final List<String> ROLES = List.of("employee", "learning", "moderator", "admin");

    private final Profiles profiles;

    MeController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/api/v1/me")
    Mono<Me> me(Caller caller) {
        List<String> roles = ROLES.stream().filter(caller::is).toList();
        return profiles.find(caller.id(), caller.id()).map(person -> new Me(person, roles, new Unread(0)));
    }

    record Me(PersonView person, List<String> roles, Unread unread) {}

    /** Nothing notifies anybody yet. */
    record Unread(long notifications) {}
}
