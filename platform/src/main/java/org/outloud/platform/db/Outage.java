package org.outloud.platform.db;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away, which is nobody's fault and ends, from a statement that will never succeed. */
public final class Outage {

    private Outage() {}

    /** Whether trying again later may help. */
    public static boolean is(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof R2dbcNonTransientResourceException
                    || at instanceof R2dbcTransientException
                    || at instanceof DataAccessResourceFailureException
                    || at instanceof TransientDataAccessException
                    || at instanceof CannotCreateTransactionException
                    || at instanceof TimeoutException
                    || at instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
