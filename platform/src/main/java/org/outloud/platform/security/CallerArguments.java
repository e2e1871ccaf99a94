package org.outloud.platform.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Forbidden;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands the {@link Caller} to controller methods. */
final class CallerArguments implements HandlerMethodArgumentResolver {

    private final Supplier<@Nullable Admission> admission;

    CallerArguments(Supplier<@Nullable Admission> admission) {
        this.admission = admission;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        Mono<Caller> caller = ReactiveSecurityContextHolder.getContext().map(context -> {
            if (context.getAuthentication() instanceof CallerAuthentication authentication
                    && authentication.caller() != null) {
                return authentication.caller();
            }
            throw new Forbidden("no-person");
        });
        Admission admitting = admission.get();
        return admitting == null
                ? caller.cast(Object.class)
                : caller.flatMap(
                        one -> admitting.admit(one, exchange.getRequest()).thenReturn(one));
    }
}
