package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.breakwater.store.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Erases what is kept of a content or an author, before its clock has run: the material, what the
 * platform is still to be told, what people ruled and appealed, and the row with the seed of the
 * salt, without which the leaf in the log says nothing about what it commits to. The log stays as
 * it is and still verifies; that something was erased is an entry of its own, made by whoever
 * writes the log.
 *
 * <p>PostgreSQL's files and write-ahead log hold the bytes until they are written over; backups
 * until their day key is destroyed.
 */
public final class Erasure {
  private final Database database;
  private final LogSecrets secrets;

  public Erasure(Database database, LogSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /**
   * Erases every decision on a content, also those whose rows do not name it in clear.
   *
   * @return rows of decisions erased
   */
  public int content(String id) {
    UUID name = secrets.name("content", id.getBytes(UTF_8));
    // What leaves no record outlives its row by the time in which somebody may appeal.
    return erase(
        "content",
        """
        select decision from decision where content = :named
        union select decision from material where content = :id
        union select decision from appeal where content = :named
        """,
        query -> query.bind("named", name).bind("id", id),
        handle -> handle.execute("delete from notice_mute where content = ?", name),
        name);
  }

  /**
   * Erases every decision whose author is recorded as this one, and what counts against them.
   *
   * @return rows of decisions erased
   */
  public int author(String key) {
    return erase(
        "author",
        "select decision from material where author = :named",
        query -> query.bind("named", key),
        _ -> {},
        Strikes.author(secrets, key));
  }

  /**
   * @param what the column of strikes, too
   * @param name under which strikes know it
   */
  private int erase(
      String what, String which, UnaryOperator<Query> named, Consumer<Handle> besides, UUID name) {
    int erased =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  List<UUID> found =
                      named.apply(handle.createQuery(which)).mapTo(UUID.class).list();
                  found.forEach(decision -> erase(handle, decision));
                  besides.accept(handle);
                  // Also those on decisions whose rows have gone before.
                  int strikes = Strikes.forget(handle, what, name);
                  if (!found.isEmpty() || strikes > 0)
                    HandedIn.put(handle, act(what, found.size()));
                  return found.size();
                });
    // Rows that are dead to queries are still in their pages until then.
    String tables = "material, appeal, strike, ad, group_post, action, action_step, confirmation";
    database.jdbi().useHandle(handle -> handle.execute("vacuum " + tables));
    return erased;
  }

  /** What the log says of it: that, when and how much, and never whose. */
  private static String act(String what, int decisions) {
    return "{\"act\":\"erase\",\"by\":\"the operator\",\"object\":\"%d decisions by %s\"}"
        .formatted(decisions, what);
  }

  private static void erase(Handle handle, UUID decision) {
    // A ruling goes with its act, and its strike with both: they are about what is erased.
    for (String rows :
        List.of(
            "act using ruling where ruling.ruling = act.act and",
            "material where",
            "outbox where",
            "appeal where",
            "decision where kept in (true, false) and"))
      handle
          .createUpdate("delete from <rows> decision = :decision")
          .define("rows", rows)
          .bind("decision", decision)
          .execute();
  }
}
