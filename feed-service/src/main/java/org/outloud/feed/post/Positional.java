package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/**
 * A long query whose named parameters were numbered once. {@code DatabaseClient} does that on every call, and hands the driver
 * a new text each time, whose prepared statement it then finds only by hashing all of it.
 */
record Positional(String sql, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([A-Za-z]\\w*)");

    static Positional of(String named) {
        List<String> names = new ArrayList<>();
        Matcher parameters = PARAMETER.matcher(named);
        String sql = parameters.replaceAll(found -> {
            if (!names.contains(found.group(1))) {
                names.add(found.group(1));
            }
            return "\\$" + (names.indexOf(found.group(1)) + 1);
        });
        return new Positional(sql, List.copyOf(names));
    }

    /** Runs it, in the transaction that is under way if there is one. */
    <T> Flux<T> run(DatabaseClient database, Function<String, Object> values, Function<Readable, T> row) {
        return database.inConnectionMany(connection -> {
            Statement statement = connection.createStatement(sql);
            for (int i = 0; i < names.size(); i++) {
                statement.bind(i, values.apply(names.get(i)));
            }
            return Flux.from(statement.execute()).flatMap(result -> result.map(row));
        });
    }
}
