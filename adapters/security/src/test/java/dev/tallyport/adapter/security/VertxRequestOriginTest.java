package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VertxRequestOriginTest {

    @Test
    void aWorkerThreadKnowsWhereTheRequestComesFrom() {
        try (var served = new ServedInstallation(new Installation())) {
            assertThat(served.send("GET", "/origin").body()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        }
    }

    @Test
    void outsideOfARequestThereIsNoOrigin() {
        assertThat(new VertxRequestOrigin().address()).isEmpty();
    }
}
