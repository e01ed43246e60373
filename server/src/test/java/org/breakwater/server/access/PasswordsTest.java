package org.breakwater.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void hash_isArgon2id_withItsSettingsAndSalt() {
    String one = Passwords.hash("a long enough secret");
    assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(Passwords.hash("a long enough secret")).isNotEqualTo(one);
    assertThat(Passwords.matches("a long enough secret", Optional.of(one))).isTrue();
    assertThat(Passwords.matches("a long enough secret ", Optional.of(one))).isFalse();
    assertThat(Passwords.matches("a long enough secret", Optional.empty())).isFalse();
  }

  @Test
  void commonPasswords_areRefused_longOnesAreMeasuredInTime() {
    for (String common :
        new String[] {"iloveyou1234", "qwerty123456", "abcdefghijkl", "olgaolgaolga"})
      assertThat(Passwords.fault("olga", common, 12)).as(common).isPresent();
    assertThat(Passwords.fault("olga", "nine herons over slow water", 12)).isEmpty();
    assertThat(Passwords.fault("olga", "nine herons over slow water", 30)).isPresent();
    long began = System.nanoTime();
    Passwords.fault("olga", "p4$$w0rd".repeat(16), 12);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }
}
