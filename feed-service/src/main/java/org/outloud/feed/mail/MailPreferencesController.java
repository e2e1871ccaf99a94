package org.outloud.feed.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.feed.mail.MailPreferences.Known;
import org.outloud.feed.mail.MailPreferences.Quiet;
import org.outloud.feed.mail.MailPreferences.Wanted;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the caller wants to be mailed, over HTTP. */
@RestController
@RequestMapping("/api/v1/notifications/preferences")
class MailPreferencesController {

    private final MailPreferences preferences;
    private final boolean mail;

    MailPreferencesController(MailPreferences preferences, ObjectProvider<SendingDigests> sending) {
        this.preferences = preferences;
        this.mail = sending.getIfAvailable() != null;
    }

    @GetMapping
    Mono<Preferences> find(Caller caller) {
        return preferences.of(caller.id()).map(known -> Preferences.of(known, mail));
    }

    @PutMapping
    Mono<Preferences> keep(Caller caller, @RequestBody @Valid Change change) {
        return Mono.defer(() -> preferences.keep(caller.id(), change.toWanted()))
                .then(Mono.defer(() -> find(caller)));
    }

    /**
     * What the caller wants, and how mail reaches them.
     *
     * @param mail whether the organisation sends any
     * @param address where it goes; null when none is known
     */
    record Preferences(
            boolean mail,
            @Nullable String address,
            @Nullable String timeZone,
            String digest,
            int at,
            List<String> mailKinds,
            @Nullable Quiet quiet,
            @Nullable String language) {

        static Preferences of(Known known, boolean mail) {
            Wanted wanted = known.wanted();
            return new Preferences(
                    mail,
                    known.address(),
                    known.timeZone(),
                    wanted.digest(),
                    wanted.at(),
                    wanted.mailKinds(),
                    wanted.quiet(),
                    wanted.language());
        }
    }

    /** What the caller wants from now on. */
    record Change(
            @NotNull @Pattern(regexp = "off|daily|weekly") String digest,
            @NotNull @Min(0) @Max(23) Integer at,
            @NotNull @Size(max = 8) List<@NotNull String> mailKinds,
            @Nullable @Valid Hours quiet,

            @Nullable @Pattern(regexp = "en|de") String language) {

        Wanted toWanted() {
            if (!MailPreferences.KINDS.containsAll(mailKinds)) {
                throw Invalid.field(
                        "mailKinds", "unknown", "Known are " + String.join(", ", MailPreferences.KINDS) + ".");
            }
            return new Wanted(digest, at, mailKinds, quiet == null ? null : quiet.toQuiet(), language);
        }
    }

    /** Hours in which nothing is mailed. */
    record Hours(
            @NotNull @Min(0) @Max(23) Integer from,
            @NotNull @Min(0) @Max(23) Integer to) {

        Quiet toQuiet() {
            if (from.equals(to)) {
                throw Invalid.field("quiet.to", "same-hour", "Quiet hours end at another hour than they begin.");
            }
            return new Quiet(from, to);
        }
    }
}
