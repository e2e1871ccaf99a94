package org.outloud.platform.outward;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which hosts may be asked: those with public addresses, and those internal ones that ops named. Everything else would let
 * whoever names a host use a service to reach what only the service can reach.
 */
public final class Hosts {

    private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[.*]|.*:.*|0x.*", Pattern.CASE_INSENSITIVE);

    private final Set<String> internal;
    private final Names names;

    /** Where addresses of names come from. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * Public hosts and some more.
     *
     * @param internal names of hosts that may be asked whatever their addresses are
     */
    public Hosts(Set<String> internal) {
        this(internal, InetAddress::getAllByName);
    }

    Hosts(Set<String> internal, Names names) {
        this.internal =
                internal.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.names = names;
    }

    /** Whether ops allowed this host whatever its address is. */
    public boolean isInternal(String host) {
        return internal.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether it is written as an address, in any notation; such a host would pass the resolver by. */
    public static boolean isNumber(String host) {
        return NUMBER.matcher(host).matches();
    }

    /** The addresses of a host; an exception when it has none, or one that is not public. Blocks on the resolver. */
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.of(host);
        if (!isInternal(host)) {
            for (InetAddress address : addresses) {
                if (!PublicAddress.is(address)) {
                    throw new UnknownHostException(host + " is not a public address");
                }
            }
        }
        return List.of(addresses);
    }
}
