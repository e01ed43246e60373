package org.breakwater.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.breakwater.server.webhook.AddressGate.Judged;
import org.breakwater.store.webhook.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages may not go, however it is written. */
class AddressGateTest {
  private final AddressGate gate = new AddressGate(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "100::1"
      })
  void addressThatIsNotForEverybody_isRefused(String address) {
    assertThat(gate.admits(AddressGate.literal(address))).isFalse();
    assertThat(new AddressGate(true).admits(AddressGate.literal(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void addressForEverybody_isAdmitted(String address) {
    assertThat(gate.admits(AddressGate.literal(address))).isTrue();
  }

  private static AddressGate leadingTo(String... addresses) {
    List<InetAddress> all = List.of(addresses).stream().map(AddressGate::literal).toList();
    return new AddressGate(false, _ -> all);
  }

  @Test
  void name_isRefusedWhereOneOfItsAddressesIs() {
    assertThat(leadingTo("1.1.1.1", "10.0.0.1").judge("hooks.example.org"))
        .isEqualTo(new Judged.Refused(Fault.REFUSED_ADDRESS));
    assertThat(leadingTo("1.1.1.1", "1.0.0.1").judge("hooks.example.org"))
        .isEqualTo(new Judged.Admitted(AddressGate.literal("1.1.1.1")));
    assertThat(leadingTo().judge("hooks.example.org"))
        .isEqualTo(new Judged.Refused(Fault.NO_ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/hooks",
        "https://example.org:8443/a?b=c",
        "https://1.1.1.1/",
        "https://[2606:4700::1111]/",
        "https://3com.example/",
        "HTTPS://EXAMPLE.ORG"
      })
  void goodUrl_hasNoFault(String url) {
    assertThat(EndpointUrl.fault(url, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks",
        "http://example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https:///x",
        "https://user:secret@example.org/",
        "https://example.org/#part",
        "https://example.org:0/",
        "https://example.org:70000/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://0177.0.0.1/",
        "https://010.0.0.1/",
        "https://127.0.0.1/",
        "https://127.0.0.1./",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1%25lo]/",
        "https://exa mple.org/",
        "https://example.org/\r\nX: y"
      })
  void badUrl_isRefusedWhenItIsGiven(String url) {
    assertThat(EndpointUrl.fault(url, false)).as(url).isPresent();
  }

  @Test
  void plainHttp_isForThisMachineOnly_whereItIsAllowed() {
    assertThat(EndpointUrl.fault("http://127.0.0.1:9000/", true)).isEmpty();
    assertThat(EndpointUrl.fault("http://localhost:9000/", true)).isEmpty();
    assertThat(EndpointUrl.fault("http://[::1]:9000/", true)).isEmpty();
    assertThat(EndpointUrl.fault("http://127.0.0.1:9000/", false)).isPresent();
    assertThat(EndpointUrl.fault("http://10.0.0.1/", true)).isPresent();
    assertThat(EndpointUrl.fault("http://127.0.0.1.example.org/", true)).isPresent();
  }
}
