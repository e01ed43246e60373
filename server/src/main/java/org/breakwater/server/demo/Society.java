package org.breakwater.server.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.breakwater.server.demo.Course.Wording;
import org.breakwater.server.demo.Sayings.Saying;

/** Everybody outside the office: what they do on a day, the same for the same seed. */
final class Society {
  private static final int MEMBERS = 400;
  private static final int ADVERSARIES = 12;
  private static final int NETWORK = 6;
  private static final int NGOS = 8;
  private static final int ADVERTISERS = 20;
  private static final int COMMUNITIES = 60;
  private static final int MINUTES = 24 * 60;

  /** Of those who are shown help above a search, how many open it. */
  private static final double OPENING = 0.6;

  private final Sayings sayings;
  private final Course course;
  private final Random random;

  /** How often each came back by another name; the network's follow the others. */
  private final int[] accounts = new int[ADVERSARIES + NETWORK];

  Society(Sayings sayings, Course course, long seed) {
    this.sayings = sayings;
    this.course = course;
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

    /** An offer of the network, in the words of that time. */
    record Offering(String author, Saying said, Wording wording) implements Doing {}

    /** An ad, to be refused or published. */
    record Advertising(String advertiser, Saying said) implements Doing {}

    /**
     * A search, of which nothing is kept.
     *
     * @param opens whether this one opens the help that may be shown
     */
    record Searching(Saying said, boolean opens) implements Doing {}
  }

  /**
   * When it is done.
   *
   * @param minute of the day, from 0
   */
  record Moment(int minute, Doing doing) {}

  /** What happens on a day, in order. */
  List<Moment> day(int day) {
    double busy = course.rhythm(day);
    List<Moment> all = new ArrayList<>();
    times(7 * busy, () -> add(all, posting(member(), "person", Society::isEveryday)));
    times(1.5 * busy, () -> add(all, posting(helper(), "ngo", Society::isOfHelpers)));
    times(2.5 * busy, () -> add(all, posting(member(), "person", Society::isAsking)));
    times(busy, () -> add(all, posting(member(), "person", Society::isTelling)));
    times(0.2, () -> add(all, posting(member(), "person", kind -> kind.startsWith("danger."))));
    times(2 * busy, () -> add(all, posting(adversary(), "", Society::isOffering)));
    times(0.5, () -> add(all, posting(adversary(), "", kind -> kind.startsWith("trafficking."))));
    times(0.3, () -> add(all, community()));
    times(busy, () -> add(all, ad()));
    times(3 * busy, () -> add(all, search()));
    Optional<Wording> wave = course.wave(day);
    wave.ifPresent(wording -> times(4, () -> add(all, offering(wording))));
    all.sort(Comparator.comparingInt(Moment::minute));
    return all;
  }

  /** That account is lost: its owner comes back with another. */
  void lost(String account) {
    if (!account.startsWith("adversary-")) return;
    int number = Integer.parseInt(account.replaceAll("adversary-|-[0-9]+$", ""));
    if (account.equals(name(number))) accounts[number]++;
  }

  /** So many times; what is left of a whole by chance. */
  private void times(double count, Runnable each) {
    int whole = (int) count;
    if (random.nextDouble() < count - whole) whole++;
    for (int i = 0; i < whole; i++) each.run();
  }

  private void add(List<Moment> all, Doing doing) {
    all.add(new Moment(random.nextInt(MINUTES), doing));
  }

  private String member() {
    return "member-" + random.nextInt(MEMBERS);
  }

  private String helper() {
    return "ngo-" + random.nextInt(NGOS);
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

  private Doing offering(Wording wording) {
    String author = name(ADVERSARIES + random.nextInt(NETWORK));
    return new Doing.Offering(author, sayings.any(random, wording::has), wording);
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
    return new Doing.Searching(sayings.any(random, what::equals), random.nextDouble() < OPENING);
  }
}
