package org.outloud.feed.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Exceptions;

class AskingPagesTest {

    private final Pages allowed = new Pages();
    private final Pages inside = new Pages();

    @AfterEach
    void close() {
        allowed.close();
        inside.close();
    }

    @Test
    void aPageSaysItsTitleWhatItIsAboutAndWhereItStandsAsPlainText() {
        assertThat(asks(allowed.at("/page")))
                .isEqualTo(new SaidOfItself("How we <b>learn</b> \u00e4loud", "From each other", "The Wiki"));
        assertThat(asks(allowed.at("/bare"))).isEqualTo(new SaidOfItself("Only a title", null, "localhost"));
        assertThat(asks(allowed.at("/latin"))).isEqualTo(new SaidOfItself("\u00dcbung", null, "localhost"));
    }

    @Test
    void whatIsNoPageSaysNothing() {
        assertThat(asks(allowed.at("/untitled"))).isNull();
        assertThat(asks(allowed.at("/pdf"))).isNull();
        assertThat(asks(allowed.at("/forged"))).isNull();
        assertThat(asks(allowed.at("/zipped"))).isNull();
        assertThat(asks(allowed.at("/nothing"))).isNull();
    }

    @Test
    void ofAnEndlessPageTheBeginningIsReadAndASilentOneIsLeft() {
        assertThat(asks(allowed.at("/endless"))).isEqualTo(new SaidOfItself("Endless", null, "localhost"));
        assertThatThrownBy(() -> asks(allowed.at("/silent"), Duration.ofSeconds(1)))
                .satisfies(e -> assertThat(Exceptions.unwrap(e)).isInstanceOf(TimeoutException.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://[::1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://1.1.1.1/",
                "http://user:secret@example.org/",
                "http://example.org:22/",
                "http://example.org:8080/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "about:blank"
            })
    void anAddressInsteadOfANameAnotherPortOrProtocolIsNotAsked(String url) {
        assertThat(asking().mayBeAsked(URI.create(url))).isFalse();
        assertThat(asks(url)).isNull();
        assertThat(asks(allowed.to(url))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a?b=c",
                "https://example.org/",
                "HTTPS://EXAMPLE.ORG:443/",
                "http://example.org:80/"
            })
    void aNameOnAPortOfTheWebMayBeAsked(String url) {
        assertThat(asking().mayBeAsked(URI.create(url))).isTrue();
    }

    @Test
    void aNameOfThisMachineIsNotConnectedTo() {
        AskingPages strict = new AskingPages(
                new LinkProperties(true, Set.of(), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofDays(7)));
        assertThatThrownBy(() -> strict.ask(URI.create("http://localhost/")).block(Duration.ofSeconds(20)))
                .satisfies(e -> assertThat(root(e))
                        .isInstanceOf(UnknownHostException.class)
                        .hasMessageContaining("not a public address"));
    }

    @Test
    void aRedirectIsLookedAtLikeAnAddressOfItsOwn() {
        assertThat(asks(allowed.to("/page"))).isNotNull();
        assertThat(asks(allowed.to("http://127.0.0.1:" + inside.port() + "/page")))
                .isNull();
        assertThat(asks(allowed.to(inside.at("/page")))).isNull();
        assertThat(asks(allowed.to("http://localhost/"))).isNull();
        assertThat(asks(allowed.to("//[::1]:" + inside.port() + "/page"))).isNull();
        assertThat(asks(allowed.to("http:\\nonsense"))).isNull();
        assertThat(inside.asked()).isEmpty();
    }

    @Test
    void afterThreeRedirectsItIsEnough() {
        assertThat(asks(allowed.to(allowed.to(allowed.to("/page"))))).isNotNull();
        assertThat(asks(allowed.at("/loop"))).isNull();
        assertThat(allowed.asked().stream().filter("/loop"::equals)).hasSize(4);
    }

    private AskingPages asking() {
        return asking(Duration.ofSeconds(30));
    }

    private AskingPages asking(Duration patience) {
        return new AskingPages(new LinkProperties(
                true, Set.of("localhost:" + allowed.port()), patience, Duration.ofSeconds(1), Duration.ofDays(7)));
    }

    private @Nullable SaidOfItself asks(String url) {
        return asks(url, Duration.ofSeconds(30));
    }

    private @Nullable SaidOfItself asks(String url, Duration patience) {
        return asking(patience).ask(URI.create(url)).block(Duration.ofSeconds(60));
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
