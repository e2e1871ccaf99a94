# Keycloak with its build-time options settled, so that no start has to work them out: minutes on a small machine.
FROM quay.io/keycloak/keycloak:26.7.3
ENV KC_DB=postgres KC_HEALTH_ENABLED=true KC_CACHE=local
RUN /opt/keycloak/bin/kc.sh build
