package org.outloud.profile.webhook;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import reactor.core.scheduler.Schedulers;

/**
 * Resolves names for the client that delivers, and checks what comes out at that very moment: a name that was public when
 * the webhook was made may mean an internal address by now.
 */
final class CheckedResolver extends AddressResolverGroup<InetSocketAddress> {

    private final Destinations destinations;

    CheckedResolver(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Names(executor).asAddressResolver();
    }

    private final class Names extends InetNameResolver {

        Names(EventExecutor executor) {
            super(executor);
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) {
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    promise.setSuccess(destinations.resolve(host).get(0));
                } catch (UnknownHostException e) {
                    promise.setFailure(e);
                }
            });
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    promise.setSuccess(destinations.resolve(host));
                } catch (UnknownHostException e) {
                    promise.setFailure(e);
                }
            });
        }
    }
}
