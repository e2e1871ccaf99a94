package org.outloud.platform.health;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Adds the broker to what readiness asks about; the database is there already. */
@AutoConfiguration
class HealthAutoConfiguration {

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaAdmin kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaHealth(Admin.create(settings));
    }
}
