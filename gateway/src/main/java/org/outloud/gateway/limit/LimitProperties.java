package org.outloud.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How often and how much one may ask.
 *
 * @param enabled off for measurements and imports on a private machine; the limit on bodies holds all the same
 * @param person requests to the API of one person, whatever they send from
 * @param address requests to the API from one address, which may be a whole office
 * @param signIn sign-ins begun or finished from one address
 * @param body the longest body that the API takes, uploads of imports aside
 */
@Validated
@ConfigurationProperties("outloud.limits")
record LimitProperties(
        boolean enabled,
        @Valid @NotNull Rate person,
        @Valid @NotNull Rate address,
        @Valid @NotNull Rate signIn,
        @NotNull DataSize body) {

    /**
     * A rate that may be exceeded for a moment.
     *
     * @param perSecond requests a second that are taken for ever
     * @param burst requests that are taken at once after a rest
     */
    record Rate(@Positive int perSecond, @Positive int burst) {}
}
