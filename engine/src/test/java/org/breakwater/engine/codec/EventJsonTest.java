package org.breakwater.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.engine.codec.EventJson.Fault;
import org.breakwater.engine.codec.EventJson.Read.Accepted;
import org.breakwater.engine.codec.EventJson.Read.Rejected;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Context;
import org.breakwater.engine.content.Group;
import org.breakwater.engine.content.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final String WHOLE_EVENT =
      """
      {"id":"p1","revision":3,"text":"¿Cómo llego?","surface":"comment","lang":"es-MX",\
      "context":{"replyTo":"a","quoted":"b","title":"c","description":"d"},\
      "mediaText":["one","two"],"links":["https://example.org"],\
      "author":{"id":"a1","kind":"ngo","verified":true,"createdAt":"2020-02-29T23:59:59.5-05:00"},\
      "group":{"id":"g1","name":"Amigos"},"region":"US","createdAt":"2026-11-22T09:30:00Z",\
      "views":9000000000,"reportedByParticipant":true,\
      "attributes":{"topic":"travel","score":1.50,"pinned":false,"none":null}}""";

  @Test
  void everyMember_isRead() {
    assertThat(accepted(WHOLE_EVENT).event())
        .isEqualTo(
            new ContentEvent(
                "p1",
                3,
                "¿Cómo llego?",
                Surface.COMMENT,
                "es-MX",
                new Context("a", "b", "c", "d"),
                List.of("one", "two"),
                List.of("https://example.org"),
                new Author("a1", AuthorKind.NGO, true, Instant.parse("2020-03-01T04:59:59.5Z")),
                new Group("g1", "Amigos"),
                "US",
                Instant.parse("2026-11-22T09:30:00Z"),
                9_000_000_000L,
                true,
                Map.of("topic", "travel", "score", "1.50", "pinned", "false")));
  }

  @Test
  void onlyIdAndText_areRequired() {
    assertThat(accepted("{\"id\":\"p1\",\"text\":\"hola\"}").event())
        .isEqualTo(ContentEvent.post("p1", "hola"));
  }

  @Test
  void nullOfAnOptionalMember_countsAsAbsent() {
    String line =
        """
        {"id":"p1","text":"","revision":null,"surface":null,"lang":null,"context":null,\
        "mediaText":null,"links":null,"author":null,"group":null,"region":null,"createdAt":null,\
        "views":null,"reportedByParticipant":null,"attributes":null}""";
    assertThat(accepted(line).event()).isEqualTo(ContentEvent.post("p1", ""));
  }

  @Test
  void authorWithoutMembers_isAnAuthorOfWhomNothingIsKnown() {
    assertThat(accepted("{\"id\":\"p\",\"text\":\"\",\"author\":{}}").event().author())
        .isEqualTo(new Author("", null, false, null));
  }

  @Test
  void unknownMembers_areIgnoredByPathAndKeptAsPlainValues() {
    Accepted read =
        accepted(
            """
            {"id":"p","text":"","expected":{"2021-11":["remove","review"]},"n":7,\
            "huge":123456789012345678901234567890,"half":0.5,"yes":true,"nothing":null,\
            "author":{"nick":"x"}}""");
    assertThat(read.ignored())
        .containsExactly("expected", "n", "huge", "half", "yes", "nothing", "author.nick");
    assertThat(read.extras())
        .containsExactly(
            Map.entry("expected", Map.of("2021-11", List.of("remove", "review"))),
            Map.entry("n", 7L),
            Map.entry("huge", new BigInteger("123456789012345678901234567890")),
            Map.entry("half", 0.5),
            Map.entry("yes", true),
            Map.entry("author.nick", "x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"text":"a"}|id|is required
          {"id":null,"text":"a"}|id|is required
          {"id":"","text":"a"}|id|must not be empty
          {"id":7,"text":"a"}|id|must be text, not a number
          {"id":"\\ud800","text":"a"}|id|holds half of a surrogate pair, which no UTF-8 answer could repeat
          {"id":"p"}|text|is required
          {"id":"p","text":["a"]}|text|must be text, not an array
          {"id":"p","text":"","surface":"tweet"}|surface|`tweet` is none of post, comment, message, group, page, profile, ad, job, search, live, link, event
          {"id":"p","text":"","surface":"POST"}|surface|`POST` is none of post, comment, message, group, page, profile, ad, job, search, live, link, event
          {"id":"p","text":"","author":{"kind":"bot"}}|author.kind|`bot` is none of person, agency, ngo, newsroom, academic, business
          {"id":"p","text":"","author":"me"}|author|must be an object, not text
          {"id":"p","text":"","author":{"verified":"yes"}}|author.verified|must be true or false, not text
          {"id":"p","text":"","author":{"createdAt":"2020-01-01"}}|author.createdAt|`2020-01-01` is no RFC 3339 time with offset, such as `2026-11-22T09:30:00Z`
          {"id":"p","text":"","createdAt":"2020-01-01T10:00:00"}|createdAt|`2020-01-01T10:00:00` is no RFC 3339 time with offset, such as `2026-11-22T09:30:00Z`
          {"id":"p","text":"","createdAt":"2021-02-29T10:00:00Z"}|createdAt|`2021-02-29T10:00:00Z` is no RFC 3339 time with offset, such as `2026-11-22T09:30:00Z`
          {"id":"p","text":"","revision":0}|revision|must lie in 1..2147483647, not `0`
          {"id":"p","text":"","revision":1.0}|revision|must be a whole number, not a number with a fraction
          {"id":"p","text":"","views":-1}|views|must lie in 0..9223372036854775807, not `-1`
          {"id":"p","text":"","views":9223372036854775808}|views|must lie in 0..9223372036854775807, not `9223372036854775808`
          {"id":"p","text":"","mediaText":["a",1]}|mediaText/1|must be text, not a number
          {"id":"p","text":"","links":[null]}|links/0|must be text, not null
          {"id":"p","text":"","attributes":{"a":{"b":1}}}|attributes.a|must be text, a number, true or false, not an object
          {"id":"p","text":"","attributes":{"a":1,"a":2}}|attributes.a|stands twice
          {"id":"p","text":"","id":"q"}|id|stands twice
          {"id":"p","text":"","group":{"id":"g","id":"h"}}|group.id|stands twice
          {"id":"p","text":"","x":1,"x":[{}]}|x|stands twice
          {"id":"p","text":"","x":{"y":1,"y":2}}|x.y|stands twice
          []|event|must be an object, not an array
          {"id":"p","text":""} {}|event|goes on after its closing brace
          """)
  void aFault_namesMemberAndReason(String line, String member, String reason) {
    assertThat(rejected(line)).containsExactly(new Fault(member, reason));
  }

  @Test
  void allFaultsOfAnEvent_areReportedAtOnce() {
    String line =
        """
        {"text":5,"surface":"wall","author":{"kind":"bot","verified":1},"views":-3,"lang":{"a":[]}}""";
    assertThat(rejected(line))
        .extracting(Fault::member)
        .containsExactly(
            "text", "surface", "author.kind", "author.verified", "views", "lang", "id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"id\":\"p\",\"text\":\"a\"",
        "{\"id\":\"p\" \"text\":\"a\"}",
        "{'id':1}"
      })
  void brokenJson_isOneFaultOfTheWhole(String line) {
    assertThat(rejected(line)).singleElement().extracting(Fault::member).isEqualTo("event");
  }

  @Test
  void faultsBeforeABreak_areReportedWithIt() {
    assertThat(rejected("{\"id\":\"p\",\"views\":\"many\",\"text\":\"a"))
        .extracting(Fault::member)
        .containsExactly("views", "event");
  }

  @Test
  void bytesThatAreNotUtf8_areAFault() {
    byte[] line = "{\"id\":\"p\",\"text\":\"\u00e1\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(EventJson.read(line)).isInstanceOf(Rejected.class);
  }

  @Test
  void aLineOfOneMebibyte_isReadAndALongerOneIsNot() {
    String frame = "{\"id\":\"p\",\"text\":\"\"}";
    String fitting = "a".repeat(EventJson.LINE_BYTES_MAX - frame.length());
    String line = "{\"id\":\"p\",\"text\":\"%s\"}";
    assertThat(accepted(line.formatted(fitting)).event().text()).isEqualTo(fitting);
    assertThat(rejected(line.formatted(fitting + "a")))
        .containsExactly(new Fault("event", "is longer than 1 MiB"));
  }

  @Test
  void nestingOfSixteen_isReadAndDeeperIsNot() {
    String line = "{\"id\":\"p\",\"text\":\"\",\"x\":%s%s}";
    assertThat(EventJson.read(line.formatted("[".repeat(15), "]".repeat(15))))
        .isInstanceOf(Accepted.class);
    assertThat(rejected(line.formatted("[".repeat(16), "]".repeat(16))))
        .singleElement()
        .matches(fault -> fault.reason().startsWith("is nested deeper than 16"));
  }

  @Test
  void loneSurrogatesInText_surviveAsTheyWereSent() {
    assertThat(accepted("{\"id\":\"p\",\"text\":\"a\\ud83d\"}").event().text())
        .isEqualTo("a\ud83d");
  }

  @Test
  void damagedLines_areAlwaysAnsweredAndNeverThrow() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    byte[] whole = WHOLE_EVENT.getBytes(StandardCharsets.UTF_8);
    int rejected = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = whole.clone();
      for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (EventJson.read(damaged) instanceof Rejected(var faults)) {
        rejected++;
        assertThat(faults).isNotEmpty();
      }
    }
    assertThat(rejected).isGreaterThan(400);
  }

  private static Accepted accepted(String line) {
    assertThat(EventJson.read(line)).isInstanceOf(Accepted.class);
    return (Accepted) EventJson.read(line);
  }

  private static List<Fault> rejected(String line) {
    assertThat(EventJson.read(line)).isInstanceOf(Rejected.class);
    return ((Rejected) EventJson.read(line)).faults();
  }
}
