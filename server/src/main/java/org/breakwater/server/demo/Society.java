package org.breakwater.server.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.breakwater.server.demo.Sayings.Saying;

/** Everybody outside the office: what they do on a day, the same for the same seed. */
final class Society {
  private static final int MEMBERS = 400;
  private static final int ADVERSARIES = 12;
  private static final int NGOS = 8;
  private static final int ADVERTISERS = 20;
  private static final int COMMUNITIES = 60;

  private final Sayings sayings;
  private final Random random;
  private final int[] accounts = new int[ADVERSARIES];

  Society(Sayings sayings, long seed) {
    this.sayings = sayings;
    this.random = new Random(seed);
  }

  private static boolean isEveryday(String kind) {
    return kind.startsWith("stays.") && !isOfHelpers(kind);
  }

  private static boolean isAsking(String kind) {
    return kind.startsWith("solicit.") && !kind.equals("solicit.search");
  }

  private static boolean isTelling(String kind) {
    return kind.startsWith("story.") || kind.startsWith("info.");
  }

  private static boolean isOffering(String kind) {
    return kind.startsWith("offer.")
        && !List.of("offer.ad", "offer.group_name", "offer.testimonial").contains(kind);
  }

  private static boolean isOfHelpers(String kind) {
    return List.of(
            "stays.official_warning", "stays.denounce_ad", "stays.rescue_help", "stays.legal_aid")
        .contains(kind);
  }

  /** Something that somebody does. */
  sealed interface Doing {
    /**
     * A post, comment or the name of a group.
     *
     * @param kind of author; empty for one that the platform knows nothing of
     */
    record Posting(String author, String kind, Saying said) implements Doing {}

    /** An ad, to be refused or published. */
    record Advertising(String advertiser, Saying said) implements Doing {}

    /** A search, of which nothing is kept. */
    record Searching(Saying said) implements Doing {}
  }

  /** What happens on the next day, in order. */
  List<Doing> day() {
    List<Doing> day = new ArrayList<>();
    times(9, () -> day.add(posting(member(), "person", Society::isEveryday)));
    times(2, () -> day.add(posting("ngo-" + random.nextInt(NGOS), "ngo", Society::isOfHelpers)));
    times(3, () -> day.add(posting(member(), "person", Society::isAsking)));
    times(1, () -> day.add(posting(member(), "person", Society::isTelling)));
    sometimes(0.2, () -> day.add(posting(member(), "person", kind -> kind.startsWith("danger."))));
    times(2, () -> day.add(posting(adversary(), "", Society::isOffering)));
    sometimes(
        0.5, () -> day.add(posting(adversary(), "", kind -> kind.startsWith("trafficking."))));
    sometimes(0.3, () -> day.add(community()));
    times(1, () -> day.add(ad()));
    times(4, () -> day.add(search()));
    Collections.shuffle(day, random);
    return day;
  }

  /** That account is lost: its owner comes back with another. */
  void lost(String account) {
    if (!account.startsWith("adversary-")) return;
    int number = Integer.parseInt(account.replaceAll("adversary-|-[0-9]+$", ""));
    if (account.equals(name(number))) accounts[number]++;
  }

  private void times(int count, Runnable each) {
    for (int i = 0; i < count; i++) each.run();
  }

  private void sometimes(double share, Runnable each) {
    if (random.nextDouble() < share) each.run();
  }

  private String member() {
    return "member-" + random.nextInt(MEMBERS);
  }

  private String adversary() {
    return name(random.nextInt(ADVERSARIES));
  }

  private String name(int adversary) {
    return "adversary-%d-%d".formatted(adversary, accounts[adversary]);
  }

  private Doing posting(String author, String kind, Predicate<String> what) {
    return new Doing.Posting(author, kind, sayings.any(random, what));
  }

  private Doing community() {
    return new Doing.Posting(
        "community-" + random.nextInt(COMMUNITIES),
        "",
        sayings.any(random, "offer.group_name"::equals));
  }

  private Doing ad() {
    String what = random.nextBoolean() ? "offer.ad" : "stays.job_offer";
    return new Doing.Advertising(
        "advertiser-" + random.nextInt(ADVERTISERS), sayings.any(random, what::equals));
  }

  private Doing search() {
    String what = random.nextInt(4) == 0 ? "solicit.search" : "stays.everyday_travel";
    return new Doing.Searching(sayings.any(random, what::equals));
  }
}
