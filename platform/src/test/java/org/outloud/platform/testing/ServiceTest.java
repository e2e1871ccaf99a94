package org.outloud.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a whole service on a free port with a database of its own and a broker. Tests of one service share the running
 * service, so each makes the people and posts it speaks of, as fast as it can: limits of pace are off.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "OUTLOUD_LIMITS=off")
@AutoConfigureWebTestClient(timeout = "PT20S")
@ContextConfiguration(initializers = Ground.class)
@Import({TokenVerification.class, Published.class})
public @interface ServiceTest {}
