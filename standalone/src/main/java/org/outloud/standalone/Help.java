package org.outloud.standalone;

import java.util.List;

/** {@code ./outloud help}. */
final class Help implements Command {

    private static final String TEXT = """
            Outloud on this machine: PostgreSQL, Kafka, Keycloak, the services and the gateway.

              ./outloud up              build what is not built, start everything, stay; Ctrl-C stops it
              ./outloud up --detach     the same, and return when it is ready
              ./outloud up --ground     only PostgreSQL, Kafka and Keycloak, to run services from an editor
              ./outloud down            stop everything
              ./outloud status          what runs, where, with how much memory
              ./outloud logs [name] [-f]  what it says; -f follows
              ./outloud demo            bring a whole organisation in
              ./outloud history <from> <zip>  make an export of Slack or Viva Engage files to import
              ./outloud bench <name>    measure it: people, experts, home; organisation fills it before
              ./outloud reset [--yes]   forget all data

            Variables: OUTLOUD_HOME (data and logs; .outloud), OUTLOUD_PORT (8080), OUTLOUD_KEYCLOAK_PORT (8180),
            OUTLOUD_PROFILE_PORT (8081), OUTLOUD_FEED_PORT (8082), OUTLOUD_COMMUNITY_PORT (8083),
            OUTLOUD_POSTGRES_PORT (54320), OUTLOUD_KAFKA_PORT (19092), OUTLOUD_KAFKA_CONTROLLER_PORT (19093),
            OUTLOUD_CLASS_ARCHIVES=off (slower start, nothing kept between starts), OUTLOUD_LIMITS=off (no rate limits).
            Everything listens on the loopback address only.""";

    private final Console console;

    Help(Console console) {
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) {
        console.line(TEXT);
        return 0;
    }
}
