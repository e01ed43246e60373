package org.breakwater.engine.signal;

import static org.breakwater.engine.signal.Signal.Cost.EVENT;
import static org.breakwater.engine.signal.Signal.Cost.HISTORY;
import static org.breakwater.engine.signal.Signal.Cost.MODEL;
import static org.breakwater.engine.signal.Signal.Cost.TEXT;
import static org.breakwater.engine.signal.Signal.Origin.AUTHOR;
import static org.breakwater.engine.signal.Signal.Origin.SETTING;
import static org.breakwater.engine.signal.Signal.Origin.WORDS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.signal.Signal.Origin;

/**
 * Every signal there is, declared once. A signal's slot is its place in this list; conditions are
 * compiled to slots.
 */
public final class SignalCatalog {
  public static final SignalCatalog STANDARD = new SignalCatalog(declared());

  private final List<Signal> signals;
  private final Map<String, Integer> slots = new HashMap<>();

  private SignalCatalog(List<Signal> signals) {
    this.signals = Collections.unmodifiableList(signals);
    for (int slot = 0; slot < signals.size(); slot++) {
      if (slots.put(signals.get(slot).name(), slot) != null)
        throw new IllegalStateException("signal declared twice: " + signals.get(slot).name());
    }
  }

  /** All signals, by slot. */
  public List<Signal> all() {
    return signals;
  }

  public Signal at(int slot) {
    return signals.get(slot);
  }

  public int size() {
    return signals.size();
  }

  /** The slot of a signal; empty when no signal has that name. */
  public Optional<Integer> find(String name) {
    return Optional.ofNullable(slots.get(name));
  }

  /**
   * The slot of a signal that must exist.
   *
   * @throws IllegalArgumentException if no signal has that name
   */
  public int slot(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no signal: " + name));
  }

  private static List<Signal> declared() {
    var list = new ArrayList<Signal>();
    speaker(list);
    frames(list);
    contacts(list);
    prices(list);
    places(list);
    crossing(list);
    goodsAndJobs(list);
    exploitation(list);
    danger(list);
    speech(list);
    setting(list);
    author(list);
    group(list);
    intents(list);
    scores(list);
    return list;
  }

  private static void speaker(List<Signal> list) {
    words(list, "Speakers", "speaker.provides", "the author moves people, arranges it or sells it");
    words(list, "Speakers", "speaker.seeks", "the author asks for somebody who moves people");
    words(list, "Speakers", "speaker.informs", "the author gives facts or advice, no service");
    words(list, "Speakers", "speaker.tells", "the author tells of an own past journey");
    words(list, "Speakers", "speaker.in_danger", "the author or someone close is in danger now");
  }

  private static void frames(List<Signal> list) {
    for (FrameKind kind : FrameKind.values()) {
      setting(list, "Frames", "frame." + kind.word(), meaningOf(kind));
    }
    setting(
        list, "Frames", "frame.governs", "a frame other than a question covers what is offered");
  }

  private static String meaningOf(FrameKind kind) {
    return switch (kind) {
      case FICTION -> "a novel, film, game or role-play covers the matter";
      case WARNING -> "the matter is warned of";
      case CONDEMNATION -> "the matter is morally rejected";
      case REPORTING -> "the matter is reported: news, police, hearsay";
      case LAW -> "the matter is law, policy, politics, statistics or research";
      case NEGATION -> "the matter is denied";
      case HYPOTHETICAL -> "the matter is imagined, not done";
      case QUOTATION -> "the matter stands in somebody else's words";
      case QUESTION -> "the matter stands in a question";
    };
  }

  private static void contacts(List<Signal> list) {
    words(list, "Contacts", "contact.phone", "a telephone number");
    words(list, "Contacts", "contact.email", "an e-mail address");
    words(list, "Contacts", "contact.url", "a web address");
    words(list, "Contacts", "contact.handle", "a user name on some platform");
    words(list, "Contacts", "contact.app", "a messaging app is named as the way to the author");
    words(list, "Contacts", "contact.handoff", "an invitation to go on in private");
    words(list, "Contacts", "contact.obfuscated", "the digits of a number are disguised");
    words(list, "Contacts", "contact.helpline", "an emergency, help or report line");
    words(
        list,
        "Contacts",
        "contact.imposter",
        "a number near a verified help line's, or under another's name; unknown when none is");
  }

  private static void prices(List<Signal> list) {
    words(list, "Prices", "price.present", "an amount with a currency or price word");
    list.add(
        new Signal(
            "price.amount",
            Signal.Type.NUMBER,
            "currency units",
            "0..",
            TEXT,
            WORDS,
            "Prices",
            "the largest amount named; unknown when none is"));
    list.add(
        new Signal(
            "price.currency",
            Signal.Type.TEXT,
            "",
            "ISO 4217 code",
            TEXT,
            WORDS,
            "Prices",
            "the currency of the largest amount; unknown when none is named"));
    words(list, "Prices", "price.per_head", "a price for each person");
    words(list, "Prices", "price.deferred", "pay on arrival, later, half and half, instalments");
    words(list, "Prices", "price.free_child", "children for less or for nothing");
  }

  private static void places(List<Signal> list) {
    words(list, "Places", "place.present", "a country, city, border town or route");
    words(list, "Places", "place.border", "a border town, crossing point or irregular route");
    words(list, "Places", "place.pair", "two places with a direction");
    words(list, "Places", "place.destination", "a place as the goal of a journey");
    words(list, "Phrases", "schedule.present", "a day, date or rhythm of departure");
    words(list, "Phrases", "urgency.present", "few places left, hurry");
    words(list, "Phrases", "guarantee.present", "a promise of safety, success or honesty");
    words(list, "Phrases", "testimonial.success", "others arrived well");
  }

  private static void crossing(List<Signal> list) {
    words(list, "Phrases", "crossing.service", "moving people to another country as a service");
    words(list, "Phrases", "crossing.journey", "a journey or package is on sale, lawful or not");
    words(list, "Phrases", "crossing.irregular", "without papers, visa or checks");
    words(list, "Phrases", "crossing.smuggler", "a smuggler as a person: coyote, guide, pasador");
    words(
        list, "Phrases", "crossing.transport", "a lorry, boat, raft, car boot or walk for people");
    topic(list, "crossing.topic", "borders, migrants, crossing or smuggling are the subject");
  }

  private static void goodsAndJobs(List<Signal> list) {
    words(list, "Phrases", "job.offer", "work is offered");
    words(list, "Phrases", "job.lure", "pay far above the skill, everything paid, abroad");
    words(list, "Phrases", "job.driver", "drivers are wanted to move people or an unnamed load");
    words(
        list, "Phrases", "facilitation.service", "a stash house, payment or logistics for movers");
    words(list, "Phrases", "document.offer", "identity or migration papers are made or sold");
    words(list, "Phrases", "document.false", "papers are false, bought or without the exam");
    words(
        list, "Phrases", "patrol.direction", "an operator's live word on patrols and when to move");
    topic(list, "patrol.topic", "patrols, checkpoints or border police are mentioned");
    words(list, "Phrases", "drugs.goods", "an illegal drug is named as goods");
    words(list, "Phrases", "drugs.offer", "drugs are offered or delivered");
    words(list, "Phrases", "drugs.seek", "drugs are asked for");
  }

  private static void exploitation(List<Signal> list) {
    words(list, "Phrases", "exploitation.control", "passport held, no phone, no day off, debt");
    words(list, "Phrases", "exploitation.transfer", "a person is offered, sold or passed on");
    words(list, "Phrases", "exploitation.sexual", "adults are recruited or sold for sex");
    words(list, "Phrases", "exploitation.labour", "people are supplied for forced or bonded work");
    words(list, "Phrases", "exploitation.servitude", "maids are held, sold or passed on");
    words(list, "Phrases", "exploitation.marriage", "a bride is sold or forced");
    words(list, "Phrases", "exploitation.child_sale", "a child is given or adopted for money");
    words(list, "Phrases", "exploitation.organ", "an organ is bought or sold");
    words(
        list, "Phrases", "exploitation.forced_crime", "scam work, begging or carrying under debt");
    words(list, "Phrases", "exploitation.child_soldier", "minors are recruited to fight");
    words(list, "Phrases", "exploitation.orphanage", "children are gathered for visitors' money");
    topic(list, "exploitation.topic", "trafficking or exploitation is the subject");
    words(list, "Phrases", "minor.present", "a child or minor is concerned");
  }

  private static void danger(List<Signal> list) {
    words(list, "Phrases", "threat.harm", "someone will be hurt");
    words(list, "Phrases", "ransom.demand", "pay or else; a growing sum, a deadline");
    words(list, "Phrases", "ransom.received", "the author or kin is told to pay for a release");
    words(list, "Phrases", "danger.captive", "held, locked in, kidnapped, cannot leave");
    words(list, "Phrases", "danger.stranded", "lost, stuck, sinking, without water");
    words(list, "Phrases", "danger.missing", "someone on the way has not been heard of");
  }

  private static void speech(List<Signal> list) {
    topic(list, "asylum.topic", "asylum, refuge, protection from deportation");
    topic(list, "safety.advice", "advice to stay safe, rescue");
    words(list, "Phrases", "info.request", "how, where, what papers or law, no provider sought");
    words(list, "Phrases", "survivor.account", "the author was held, exploited or trafficked");
    topic(list, "counter.topic", "awareness, spot the signs, report it");
    topic(list, "topic.lookalike", "animals, sport, goods, games, films that share the words");
    topic(list, "lawful.cue", "visa or passport required, a licence, a named employer");
    words(list, "Phrases", "reply.joins", "a short answer that asks in: info, price, count me in");
  }

  private static void setting(List<Signal> list) {
    setting(list, "Contexts", "context.offers", "the post answered or quoted is itself an offer");
    words(
        list,
        "Speakers",
        "offer.explicit",
        "own words that name service, benefit and way to reach");
    setting(list, "Folding", "text.altered", "folding undid a disguise; weak, never alone");
    text(list, "surface", "post, comment, ad …", SETTING, "where the text stands");
    text(list, "lang", "BCP 47 primary subtag", SETTING, "the language judged in, und if unclear");
  }

  private static void author(List<Signal> list) {
    text(list, "author.kind", "person, agency, ngo …", AUTHOR, "what the author is");
    list.add(
        new Signal(
            "author.verified",
            Signal.Type.FLAG,
            "",
            "",
            EVENT,
            AUTHOR,
            "Settings",
            "the platform has checked the author's kind"));
    list.add(
        new Signal(
            "author.age",
            Signal.Type.NUMBER,
            "days",
            "0..",
            EVENT,
            AUTHOR,
            "Settings",
            "age of the account at the time of judgement"));
    history(list, "strikes", "strikes", "strikes by people's rulings that have not expired");
    history(
        list,
        "prior_confirmed",
        "decisions",
        "prohibited decisions a person confirmed in 365 days");
    history(
        list, "days_since_strike", "days", "since the newest strike; unknown where there is none");
  }

  private static void group(List<Signal> list) {
    list.add(
        new Signal(
            "group.confirmed",
            Signal.Type.NUMBER,
            "posts",
            "0..",
            HISTORY,
            SETTING,
            "Observed",
            "posts in its group that a person confirmed as prohibited in 28 days; of a group or"
                + " page, in itself"));
    list.add(
        new Signal(
            "group.violating_share",
            Signal.Type.NUMBER,
            "percent",
            "0..100",
            HISTORY,
            SETTING,
            "Observed",
            "of its group's posts of 28 days these are at the least, with 95 % confidence; unknown"
                + " under 11 posts"));
  }

  private static void intents(List<Signal> list) {
    setting(list, "Settings", "message.scope", "a private message that may be judged");
    for (String intent : List.of("provides", "seeks", "informs", "tells")) {
      list.add(
          new Signal(
              "intent." + intent,
              Signal.Type.NUMBER,
              "probability",
              "0..1",
              MODEL,
              Origin.MODEL,
              "none",
              "a model's estimate that the author " + intent + "; unknown until a model exists"));
    }
  }

  private static void history(List<Signal> list, String what, String unit, String meaning) {
    list.add(
        new Signal(
            "author." + what,
            Signal.Type.NUMBER,
            unit,
            "0..",
            HISTORY,
            AUTHOR,
            "Observed",
            meaning));
  }

  private static void scores(List<Signal> list) {
    score(list, "offer", "somebody moves people, or sells what it takes");
    score(list, "exploitation", "somebody recruits, sells or holds people to exploit them");
    score(list, "extortion", "somebody threatens or demands money for a person");
    score(list, "danger", "somebody is held, lost, missing or forced now");
    score(list, "ask", "somebody looks for a smuggler");
    score(list, "counter", "somebody warns, reports, teaches or judges");
    score(list, "safety", "somebody asks or tells about law, asylum or safety");
    score(list, "story", "somebody tells of a journey, arrival or loss");
    score(list, "ordinary", "ordinary life, far from the matter");
    percent(list, "share.harm", "offer, exploitation, extortion or danger, whichever");
    percent(list, "share.none", "neither harm nor an ask; 0 in a language without points");
    percent(list, "context.harm", "share.harm of what it answers or shares");
    percent(list, "context.ask", "score.ask of what it answers or shares");
  }

  private static void percent(List<Signal> list, String name, String meaning) {
    list.add(
        new Signal(
            name, Signal.Type.NUMBER, "percent", "0..100", TEXT, SETTING, "Scorecard", meaning));
  }

  private static void score(List<Signal> list, String about, String meaning) {
    list.add(
        new Signal(
            "score." + about,
            Signal.Type.NUMBER,
            "percent",
            "0..100",
            TEXT,
            WORDS,
            "Scorecard",
            "all words and cues together say: " + meaning));
  }

  private static void words(List<Signal> list, String detector, String name, String meaning) {
    list.add(new Signal(name, Signal.Type.FLAG, "", "", TEXT, WORDS, detector, meaning));
  }

  private static void topic(List<Signal> list, String name, String meaning) {
    list.add(new Signal(name, Signal.Type.FLAG, "", "", TEXT, SETTING, "Phrases", meaning));
  }

  private static void setting(List<Signal> list, String detector, String name, String meaning) {
    list.add(new Signal(name, Signal.Type.FLAG, "", "", TEXT, SETTING, detector, meaning));
  }

  private static void text(
      List<Signal> list, String name, String range, Origin origin, String meaning) {
    list.add(new Signal(name, Signal.Type.TEXT, "", range, EVENT, origin, "Settings", meaning));
  }
}
