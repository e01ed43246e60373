package org.breakwater.server.access;

import static org.assertj.core.api.Assertions.assertThat;

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
}
