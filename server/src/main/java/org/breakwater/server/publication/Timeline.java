package org.breakwater.server.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.PublicationStep;

/**
 * What was in force from when to when, and what was proposed: a fold over the steps in the log.
 *
 * @param steps in the order of the log
 */
public record Timeline(List<PublicationStep> steps) {
  public static final Timeline EMPTY = new Timeline(List.of());

  public Timeline {
    steps = List.copyOf(steps);
  }

  /**
   * A version in force.
   *
   * @param begun the proposal; of the first period the start itself
   * @param since what put it in force
   * @param until {@link Instant#MAX} while it is in force
   */
  public record Period(PublicationStep begun, PublicationStep since, Instant until) {
    public String policy() {
      return since.policy();
    }

    public String pack() {
      return since.pack();
    }

    public Instant from() {
      return since.at();
    }

    /** Whether one person proposed it and another confirmed; not so of the first start. */
    public boolean isByTwo() {
      return !begun.equals(since);
    }

    public boolean isOver() {
      return !until.equals(Instant.MAX);
    }
  }

  /** This with what came after it. */
  public Timeline with(List<PublicationStep> more) {
    return new Timeline(Stream.concat(steps.stream(), more.stream()).toList());
  }

  /** Number of the log's entry that holds the newest step; -1 where there is none. */
  long newestBatch() {
    return steps.isEmpty() ? -1 : steps.getLast().place().batch();
  }

  /** Oldest first. */
  public List<Period> periods() {
    List<PublicationStep> starts = steps.stream().filter(Timeline::putsInForce).toList();
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      PublicationStep since = starts.get(i);
      Instant until = i + 1 < starts.size() ? starts.get(i + 1).at() : Instant.MAX;
      periods.add(new Period(begun(since), since, until));
    }
    return periods;
  }

  private static boolean putsInForce(PublicationStep step) {
    return switch (step.kind()) {
      case STARTED, CONFIRMED -> true;
      case PROPOSED, WITHDRAWN -> false;
    };
  }

  private PublicationStep begun(PublicationStep since) {
    return publication(since.publication()).map(Publication::proposal).orElse(since);
  }

  /** What is in force; empty before the first start. */
  public Optional<Period> inForce() {
    List<Period> periods = periods();
    return periods.isEmpty() ? Optional.empty() : Optional.of(periods.getLast());
  }

  /** The publication of that name; empty when there is none. */
  public Optional<Publication> publication(UUID name) {
    List<PublicationStep> own =
        steps.stream().filter(step -> step.publication().equals(name)).toList();
    return own.isEmpty() || own.getFirst().kind() != Act.Step.PROPOSED
        ? Optional.empty()
        : Optional.of(new Publication(own.getFirst(), own.subList(1, own.size())));
  }

  /** The one that waits for its second person; there is never more than one. */
  public Optional<Publication> pending(Instant now) {
    return steps.stream()
        .filter(step -> step.kind() == Act.Step.PROPOSED)
        .flatMap(step -> publication(step.publication()).stream())
        .filter(publication -> publication.state(now) == Publication.State.PENDING)
        .findFirst();
  }

  /** The hash under which a policy was proposed or in force here; empty when it never was. */
  Optional<String> hashOf(String policy) {
    return steps.stream()
        .filter(step -> step.policy().equals(policy))
        .map(PublicationStep::pack)
        .findFirst();
  }
}
