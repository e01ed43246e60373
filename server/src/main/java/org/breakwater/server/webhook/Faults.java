package org.breakwater.server.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.server.Problem;

/** What is wrong with a request, all of it. */
final class Faults {
  private record One(String member, String reason) {}

  private final List<One> all = new ArrayList<>();

  void add(String member, String reason) {
    all.add(new One(member, reason));
  }

  void addIf(String member, Optional<String> reason) {
    reason.ifPresent(why -> add(member, why));
  }

  /** The refusal; empty when nothing is wrong. */
  Optional<Problem> problem(String title, String cure) {
    if (all.isEmpty()) return Optional.empty();
    One first = all.getFirst();
    List<String> others =
        all.stream().skip(1).map(one -> one.member() + ": " + one.reason()).toList();
    return Optional.of(new Problem(400, title, first.member(), first.reason(), cure, others));
  }
}
