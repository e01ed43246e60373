package org.breakwater.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a request, all of it. */
public final class Faults {
  private record One(String member, String reason) {}

  private final List<One> all = new ArrayList<>();

  public void add(String member, String reason) {
    all.add(new One(member, reason));
  }

  public void addIf(String member, Optional<String> reason) {
    reason.ifPresent(why -> add(member, why));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The refusal; empty when nothing is wrong. */
  public Optional<Problem> problem(String title, String cure) {
    if (all.isEmpty()) return Optional.empty();
    One first = all.getFirst();
    List<String> others =
        all.stream().skip(1).map(one -> one.member() + ": " + one.reason()).toList();
    return Optional.of(new Problem(400, title, first.member(), first.reason(), cure, others));
  }
}
