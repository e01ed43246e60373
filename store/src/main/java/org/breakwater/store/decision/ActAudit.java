package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.store.merkle.Hash;
import org.jdbi.v3.core.Handle;

/**
 * Checks that each act is what the log commits to, that each ruling, strike, appeal, publication
 * and check of help is what was written, and that the log knows of each appeal.
 */
final class ActAudit {
  private ActAudit() {}

  static List<String> faults(
      Handle handle, LogSecrets secrets, Function<Place, Optional<Hash>> leaf) {
    List<String> faults = new ArrayList<>();
    handle
        .createQuery("select act, batch, position, seed, json from act")
        .map((row, _) -> act(row, secrets, leaf))
        .forEach(faults::addAll);
    handle
        .createQuery("select %s, seal from ruling".formatted(Ruling.COLUMNS))
        .map((row, _) -> ruling(row, secrets))
        .forEach(faults::addAll);
    handle
        .createQuery("select %s, seal from publication_step".formatted(PublicationStep.COLUMNS))
        .map((row, _) -> step(row, secrets))
        .forEach(faults::addAll);
    handle
        .createQuery(
            """
            select act from act left join publication_step on step = act
            where starts_with(json, :beginning) and step is null
            """)
        .bind("beginning", Act.Published.BEGINNING)
        .mapTo(UUID.class)
        .forEach(act -> faults.add("publication %s: is missing".formatted(act)));
    faults.addAll(HelpChecks.faults(handle, secrets));
    handle
        .createQuery("select %s, seal, strike from strike".formatted(Strikes.Row.COLUMNS))
        .map((row, _) -> strike(row, secrets))
        .forEach(faults::addAll);
    appeals(handle, secrets, faults);
    return faults;
  }

  private static List<String> step(ResultSet row, LogSecrets secrets) throws SQLException {
    PublicationStep step = PublicationStep.of(row);
    return step.seal(secrets).equals(row.getObject(PublicationStep.SEAL_COLUMN, UUID.class))
        ? List.of()
        : List.of("publication %s: was changed after it was written".formatted(step.step()));
  }

  private static void appeals(Handle handle, LogSecrets secrets, List<String> faults) {
    Set<String> known =
        handle
            .createQuery(
                """
                select json from act where json like '{"act":"appeal",%'
                union all select json from act_waiting
                """)
            .mapTo(String.class)
            .collect(Collectors.toSet());
    handle
        .createQuery("select %s, seal from appeal".formatted(Appeal.COLUMNS))
        .map((row, _) -> appeal(Appeal.of(row), row.getObject(13, UUID.class), secrets, known))
        .forEach(faults::addAll);
  }

  private static List<String> appeal(
      Appeal appeal, UUID seal, LogSecrets secrets, Set<String> known) {
    if (!appeal.seal(secrets).equals(seal))
      return List.of("appeal %s: was changed after it was written".formatted(appeal.appeal()));
    String commitment = appeal.commitment(secrets).toString();
    return known.stream().anyMatch(json -> json.contains(commitment))
        ? List.of()
        : List.of("appeal %s: the log does not know of it".formatted(appeal.appeal()));
  }

  private static List<String> act(
      ResultSet row, LogSecrets secrets, Function<Place, Optional<Hash>> leaf) throws SQLException {
    var place = new Place(row.getObject(1, UUID.class), row.getLong(2), row.getInt(3));
    byte[] salt = secrets.salt(row.getObject(4, UUID.class));
    Hash computed = Hash.ofLeaf(salt, row.getString(5).getBytes(UTF_8));
    return leaf.apply(place).filter(computed::equals).isPresent()
        ? List.of()
        : List.of("act %s: is not what the log commits to".formatted(place.decision()));
  }

  private static List<String> strike(ResultSet row, LogSecrets secrets) throws SQLException {
    return Strikes.Row.of(row).seal(secrets).equals(row.getObject(10, UUID.class))
        ? List.of()
        : List.of("strike %d: was changed after it was written".formatted(row.getLong(11)));
  }

  private static List<String> ruling(ResultSet row, LogSecrets secrets) throws SQLException {
    Ruling ruling = Ruling.of(row);
    return Acts.seal(secrets, ruling).equals(row.getObject(8, UUID.class))
        ? List.of()
        : List.of("ruling %s: was changed after it was written".formatted(ruling.ruling()));
  }
}
