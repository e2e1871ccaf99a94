package org.outloud.platform.db;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets every service hear what was changed in its database. */
@AutoConfiguration
class DatabaseAutoConfiguration {

    @Bean
    Changes changes(ConnectionFactory connections) {
        return new Changes(Unpooled.of(connections));
    }
}
