package org.breakwater.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PublicAddressTest {
  @Test
  void behindAProxy_onlyItsOriginIsOurs_andTheCookieIsTheHosts() {
    var address = new PublicAddress("https://trust.example.org");
    assertThat(address.isOurs("https://trust.example.org", "127.0.0.1:8080")).isTrue();
    assertThat(address.isOurs("http://127.0.0.1:8080", "127.0.0.1:8080")).isFalse();
    assertThat(address.isEncrypted()).isTrue();
    assertThat(address.cookie()).startsWith("__Host-");
  }

  @Test
  void withoutAProxy_theHostThatWasAskedIsOurs() {
    var address = new PublicAddress("");
    assertThat(address.isOurs("http://127.0.0.1:8080", "127.0.0.1:8080")).isTrue();
    assertThat(address.isOurs("http://evil.example.org", "127.0.0.1:8080")).isFalse();
  }

  @Test
  void whatIsNoOrigin_isRefused() {
    for (String text : new String[] {"trust.example.org", "https://a/b", "ftp://a", "https://u@a"})
      assertThatThrownBy(() -> new PublicAddress(text)).hasMessageContaining("not an origin");
  }
}
