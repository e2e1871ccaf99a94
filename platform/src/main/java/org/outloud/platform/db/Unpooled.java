package org.outloud.platform.db;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;

/** Connections of one's own, to listen or to hold a lock with for as long as the service runs. */
public final class Unpooled {

    private Unpooled() {}

    /** What makes a pool's connections. */
    public static PostgresqlConnectionFactory of(ConnectionFactory connections) {
        Object at = connections;
        while (!(at instanceof PostgresqlConnectionFactory)) {
            if (!(at instanceof Wrapped<?> wrapped)) {
                throw new IllegalStateException("PostgreSQL is needed, not " + at);
            }
            at = wrapped.unwrap();
        }
        return (PostgresqlConnectionFactory) at;
    }
}
