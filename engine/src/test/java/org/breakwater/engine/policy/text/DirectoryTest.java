package org.breakwater.engine.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.DirectoryEntry;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;
import org.junit.jupiter.api.Test;

/** The directory that ships, and the invented one for trying it out. */
class DirectoryTest {
  private static final Path PACK = Path.of("..", "packs", "human-exploitation");
  private static final Path EXAMPLE = Path.of("..", "examples", "help");

  /** Printed with a digit too many by its source, which its warning says. */
  private static final Set<String> KNOWN_WRONG = Set.of("es-a21-helpline");

  /** Loaded once, for a load compiles every clause. */
  private static final Directory DIRECTORY = directory(Map.of());

  private static Map<String, byte[]> files(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (Pack.isRule(name)) files.put(name, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Directory directory(Map<String, byte[]> overlay) {
    return switch (new Pack(files(PACK), overlay).load("2021-11")) {
      case Loaded.Accepted(var version) -> version.directory();
      case Loaded.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  @Test
  void directory_has92Entries_ofWhichNoneIsVerified() {
    assertThat(DIRECTORY.entries()).hasSize(92);
    assertThat(DIRECTORY.verified()).isEmpty();
  }

  @Test
  void everyEntry_namesCountriesAudiencesAndItsSource() {
    Set<String> countries = new HashSet<>(List.of(Locale.getISOCountries()));
    Set<String> languages = new HashSet<>(List.of(Locale.getISOLanguages()));
    languages.add("mul");
    for (DirectoryEntry entry : DIRECTORY.entries()) {
      assertThat(countries).as(entry.id()).containsAll(entry.regions());
      assertThat(languages).as(entry.id()).containsAll(entry.languages());
      assertThat(entry.audiences()).as(entry.id()).isNotEmpty();
      assertThat(entry.source()).as(entry.id()).isNotBlank();
      if (entry.channels().isEmpty())
        assertThat(entry.warnings().toString()).as(entry.id()).containsPattern("not (shown|ver)");
    }
  }

  /** Short numbers and free lines are told to people as they are dialled in their country. */
  @Test
  void numbersWithACountryCode_areOnesThatCanExist() {
    List<String> read = new ArrayList<>();
    for (DirectoryEntry entry : DIRECTORY.entries()) {
      for (String channel : entry.channels()) {
        boolean international = channel.startsWith("tel:+") || channel.startsWith("tel:(+");
        if (!international) continue;
        read.add(channel);
        assertThat(isValid(channel.substring("tel:".length())))
            .as(entry.id() + " " + channel)
            .isEqualTo(!KNOWN_WRONG.contains(entry.id()));
      }
    }
    assertThat(read).hasSizeGreaterThan(20);
  }

  private static boolean isValid(String number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.isPossibleNumber(numbers.parse(number, "ZZ"));
    } catch (NumberParseException _) {
      return false;
    }
  }

  @Test
  void nobodySaysWithoutLooking_thatALineDoesNotShareWithImmigration() {
    for (DirectoryEntry entry : DIRECTORY.entries())
      assertThat(entry.sharesWithImmigration()).as(entry.id()).isNotEqualTo(Truth.FALSE);
  }

  @Test
  void lawEnforcement_isNamedAsSuch() {
    assertThat(DIRECTORY.entries())
        .filteredOn(entry -> entry.operator() == Operator.LAW_ENFORCEMENT)
        .extracting(DirectoryEntry::id)
        .containsExactlyInAnyOrder(
            "us-dhs-tip-line",
            "us-emergency",
            "gb-police-crimestoppers",
            "ng-naptip",
            "kh-police-trafficking-line",
            "my-mapo",
            "au-afp",
            "nz-mbie-migrant-exploitation");
  }

  @Test
  void hash_changesWithTheEntry_andNotWithItsVerification() {
    String unverified = hash(SamplePack.RESOURCES.replace("status: VERIFIED", "status: SUSPENDED"));
    assertThat(hash(SamplePack.RESOURCES)).isEqualTo(unverified);
    assertThat(hash(SamplePack.RESOURCES.replace("555-0100", "555-0101"))).isNotEqualTo(unverified);
    assertThat(hash(SamplePack.RESOURCES.replace("A help line", "A line")))
        .isNotEqualTo(unverified);
  }

  private static String hash(String resources) {
    return new SamplePack()
        .file("resources/lines.yaml", resources)
        .version()
        .directory()
        .entries()
        .getFirst()
        .hash();
  }

  @Test
  void exampleOverlay_isInvented_andSoVerified() {
    List<Resource> verified = directory(files(EXAMPLE)).verified();
    assertThat(verified).hasSizeGreaterThan(8);
    for (Resource each : verified) {
      assertThat(each.name()).as(each.id()).startsWith("Example ");
      assertThat(String.join(" ", each.channels()))
          .as(each.id())
          .containsPattern("555-01\\d\\d|example\\.org")
          .doesNotContainPattern("https?://(?!\\S*example\\.org)");
    }
  }
}
