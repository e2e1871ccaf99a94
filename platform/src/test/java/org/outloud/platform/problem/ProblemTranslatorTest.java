package org.outloud.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.http.HttpStatus;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebExchangeBindException;

class ProblemTranslatorTest {

    @Test
    void aQueryThatCannotBeReadIsToldByItsFieldAndNeverByTheServersTypes() throws Exception {
        WebDataBinder binder = new WebDataBinder(null, "query");
        binder.setTargetType(ResolvableType.forClass(Query.class));
        binder.setConversionService(new DefaultConversionService());
        binder.construct(new Values(Map.of("member", "-1")));
        MethodParameter parameter =
                new MethodParameter(ProblemTranslatorTest.class.getDeclaredMethod("asked", Query.class), 0);

        ProblemTranslator.Finding finding =
                new ProblemTranslator().translate(new WebExchangeBindException(parameter, binder.getBindingResult()));

        assertThat(finding.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(finding.code()).isEqualTo("invalid-input");
        assertThat(finding.errors())
                .containsExactly(new FieldProblem("member", "malformed", "This value cannot be read."));
    }

    @SuppressWarnings("UnusedVariable") // only its signature is wanted
    static void asked(Query query) {}

    private record Values(Map<String, Object> values) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            return values.get(name);
        }

        @Override
        public Set<String> getNames() {
            return values.keySet();
        }
    }

    /** What a handler might ask for in its query. */
    record Query(@Nullable UUID member) {}
}
