package org.breakwater.server.help;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.DirectoryEntry;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;

/** Places to get help that there are not. */
final class Invented {
  static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private Invented() {}

  static DirectoryEntry entry(String id, Operator operator, String audience) {
    return new DirectoryEntry(
        id,
        "Example place with a long name, number " + id,
        List.of(),
        List.of(audience),
        operator,
        Truth.UNKNOWN,
        Truth.UNKNOWN,
        Truth.TRUE,
        List.of("tel:+1-202-555-0100", "sms:+1-202-555-0101", "https://help.example.org"),
        List.of("en", "mul"),
        "24/7",
        "",
        "https://example.org",
        DAY,
        List.of("locates who calls"),
        "sha256:" + id);
  }

  static Resource verified(String id, Operator operator, String audience, Truth shares) {
    return new Resource(entry(id, operator, audience), shares, DAY, DAY.plusDays(1));
  }

  /** Ten independent places for each audience, police and the state besides. */
  static List<Resource> many() {
    var many = new ArrayList<Resource>();
    for (String audience :
        List.of(
            "smuggled",
            "trafficking",
            "asylum",
            "child",
            "emergency",
            "sea_rescue",
            "family_tracing",
            "labour",
            "return")) {
      for (int i = 0; i < 10; i++)
        many.add(verified(audience + i, Operator.NGO, audience, Truth.FALSE));
      many.add(verified("police-" + audience, Operator.LAW_ENFORCEMENT, audience, Truth.TRUE));
      many.add(verified("state-" + audience, Operator.GOVERNMENT, audience, Truth.UNKNOWN));
    }
    return many;
  }
}
