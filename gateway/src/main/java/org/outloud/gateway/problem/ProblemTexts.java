package org.outloud.gateway.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The titles and details of every problem that Outloud knows, in the reader's language.
 *
 * <p>The texts are the very files that {@code platform} and the services speak from; the build puts them beside the
 * gateway's own. A dependency on {@code platform} would have brought them along with a database driver, a Kafka client
 * and their auto-configuration, none of which has a place in a process that holds no data.
 */
@Component
final class ProblemTexts {

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    ProblemTexts() {
        bundle.setBasenames(
                "gateway-problems",
                "problems/platform/platform-problems",
                "problems/profile/problems",
                "problems/feed/problems",
                "problems/community/problems");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
    }

    /** The problem of that name, without the request it happened to, or null when there is no such problem. */
    @Nullable
    Problem named(String code, Locale locale) {
        String title = bundle.getMessage(code + ".title", null, null, locale);
        return title == null ? null : new Problem("/problems/" + code, title, null, detail(code, locale), null);
    }

    Problem of(Fault fault, String path, Locale locale) {
        String fallback = fault.status().getReasonPhrase();
        String title = bundle.getMessage(fault.code() + ".title", null, fallback, locale);
        return new Problem(
                "/problems/" + fault.code(),
                title == null ? fallback : title,
                fault.status().value(),
                detail(fault.code(), locale),
                path);
    }

    private @Nullable String detail(String code, Locale locale) {
        return bundle.getMessage(code + ".detail", null, null, locale);
    }
}
