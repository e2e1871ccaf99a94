package org.outloud.platform.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Imports of this service.
 *
 * @param idDigit last hex digit of every job's id, different in each service: the gateway routes by it
 */
@Validated
@ConfigurationProperties("outloud.imports")
record ImportProperties(@Min(1) @Max(15) int idDigit) {}
