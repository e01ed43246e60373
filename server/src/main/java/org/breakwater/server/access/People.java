package org.breakwater.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.breakwater.server.settings.LoginSettings;
import org.breakwater.store.database.Database;
import org.jspecify.annotations.Nullable;

/** Those who log in: their passwords, their roles, and how often somebody guessed wrong. */
public final class People {
  private static final String FIRST = "admin";
  private static final int ONE_TIME_BYTES = 15;
  private static final String SELECT =
      "select person, name, roles, must_change, password, failures, locked_until from person ";

  private final Database database;
  private final Deeds deeds;
  private final InstantSource clock;
  private final LoginSettings settings;

  public People(Database database, Deeds deeds, InstantSource clock, LoginSettings settings) {
    this.database = database;
    this.deeds = deeds;
    this.clock = clock;
    this.settings = settings;
  }

  /** What became of a login or of a change. */
  public sealed interface Attempt {
    record Accepted(Caller.Person person) implements Attempt {}

    /**
     * @param why for the person, saying no more than they may know
     */
    record Refused(String why) implements Attempt {}
  }

  /** A person with what is needed to judge a login. */
  private record Row(
      Caller.Person person, Optional<String> password, int failures, Instant lockedUntil) {
    static Row of(ResultSet row) throws SQLException {
      OffsetDateTime locked = row.getObject(7, OffsetDateTime.class);
      return new Row(
          People.person(row),
          Optional.ofNullable(row.getString(5)),
          row.getInt(6),
          locked == null ? Instant.MIN : locked.toInstant());
    }
  }

  static Caller.Person person(ResultSet row) throws SQLException {
    return new Caller.Person(
        row.getObject(1, UUID.class),
        row.getString(2),
        Role.parse(row.getString(3)),
        row.getBoolean(4));
  }

  /** Makes the first administrator where there is nobody, and returns the one-time password. */
  public Optional<String> first() {
    boolean nobody =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.createQuery("select count(*) from person").mapTo(Long.class).one() == 0);
    return nobody
        ? Optional.of(add("the server", FIRST, Set.of(Role.ADMINISTRATOR)))
        : Optional.empty();
  }

  /** Lets a person in; returns the password for their first login. */
  public String add(String by, String login, Set<Role> roles) {
    String password = Secret.fresh(ONE_TIME_BYTES);
    deeds.enter("add person", by, named(login) + ": " + Role.words(roles));
    insert(named(login), Passwords.hash(password), null, roles, true);
    return password;
  }

  private void insert(
      String login,
      @Nullable String password,
      @Nullable String subject,
      Set<Role> roles,
      boolean mustChange) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into person (person, name, password, subject, roles, must_change)
                        values (:person, :name, :password, :subject, :roles, :mustChange)
                        """)
                    .bind("person", UUID.randomUUID())
                    .bind("name", login)
                    .bind("password", password)
                    .bind("subject", subject)
                    .bind("roles", Role.words(roles))
                    .bind("mustChange", mustChange)
                    .execute());
  }

  private static String named(String login) {
    // PostgreSQL's texts cannot hold U+0000.
    return login.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
  }

  /** Whether that name is free and fit to be one. */
  public boolean isFree(String login) {
    return named(login).matches("[a-z][a-z0-9._-]{1,39}") && find(named(login)).isEmpty();
  }

  /** Everybody, by name. */
  public List<Caller.Person> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "where disabled_at is null order by name")
                    .map((row, _) -> person(row))
                    .list());
  }

  private Optional<Row> find(String login) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "where name = :name and disabled_at is null")
                    .bind("name", login)
                    .map((row, _) -> Row.of(row))
                    .findOne());
  }

  /** Judges a login; both what is refused and what is accepted is in the log. */
  public Attempt login(String login, String password) {
    Optional<Row> row = find(named(login));
    boolean locked = row.filter(found -> found.lockedUntil().isAfter(clock.instant())).isPresent();
    boolean matches = Passwords.matches(password, row.flatMap(Row::password));
    // A name that nobody has may be a password typed into the wrong field: it is not written down.
    String who = row.map(found -> found.person().name()).orElse("an unknown name");
    if (row.isEmpty() || locked || !matches) {
      deeds.enter(locked ? "refused login, locked" : "failed login", who, "");
      row.filter(_ -> !locked).ifPresent(this::failed);
      return new Attempt.Refused(
          "name or password is wrong, or there were too many tries; wait %d minutes then"
              .formatted(settings.lockMinutes()));
    }
    deeds.enter("login", who, "");
    failures(row.get().person().id(), 0, null);
    return new Attempt.Accepted(row.get().person());
  }

  private void failed(Row row) {
    int failures = row.failures() + 1;
    boolean lock = failures >= settings.failuresMax();
    failures(
        row.person().id(),
        lock ? 0 : failures,
        lock
            ? OffsetDateTime.ofInstant(clock.instant().plus(settings.lock()), ZoneOffset.UTC)
            : null);
  }

  private void failures(UUID person, int count, @Nullable OffsetDateTime lockedUntil) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update person set failures = :count, locked_until = cast(:until as timestamptz)
                        where person = :person
                        """)
                    .bind("count", count)
                    .bind("until", lockedUntil)
                    .bind("person", person)
                    .execute());
  }

  /** Changes a person's own password; every session of theirs ends. */
  public Attempt change(Caller.Person person, String now, String next) {
    Optional<String> stored = find(person.login()).flatMap(Row::password);
    if (!Passwords.matches(now, stored)) {
      deeds.enter("failed change of password", person.name(), "");
      return new Attempt.Refused("the password you have now is another");
    }
    Optional<String> fault = Passwords.fault(person.login(), next, settings.passwordLengthMin());
    if (fault.isPresent()) return new Attempt.Refused("the new password " + fault.get());
    if (now.equals(next)) return new Attempt.Refused("the new password is the old one");
    deeds.enter("change password", person.name(), "");
    String hash = Passwords.hash(next);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      update person set password = :hash, must_change = false
                      where person = :person
                      """)
                  .bind("hash", hash)
                  .bind("person", person.id())
                  .execute();
              handle
                  .createUpdate("delete from session where person = :person")
                  .bind("person", person.id())
                  .execute();
            });
    return new Attempt.Accepted(
        new Caller.Person(person.id(), person.login(), person.roles(), false));
  }

  /**
   * Closes an account: its sessions end, its keys open nothing. False where there is none of that
   * number, or it is one's own.
   */
  public boolean close(Caller.Person by, UUID person) {
    Optional<Caller.Person> found =
        all().stream().filter(each -> each.id().equals(person)).findFirst();
    if (found.isEmpty() || person.equals(by.id())) return false;
    deeds.enter("close account", by.name(), found.get().login());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("update person set disabled_at = now() where person = :person")
                  .bind("person", person)
                  .execute();
              handle
                  .createUpdate("delete from session where person = :person")
                  .bind("person", person)
                  .execute();
            });
    return true;
  }

  /**
   * Whoever an OIDC provider vouches for; made on the first visit, with the roles it says each
   * time.
   *
   * @param subject issuer and subject, which together name a person for ever
   */
  public Attempt vouched(String subject, String login, Set<Role> roles) {
    if (roles.isEmpty()) {
      deeds.enter("refused login, no role", "person of a provider", "");
      return new Attempt.Refused("your provider gives you no role here");
    }
    if (bySubject(subject).isEmpty()) {
      String name = named(login);
      if (!isFree(name)) return new Attempt.Refused("the name `%s` is taken here".formatted(name));
      deeds.enter("add person", "the provider", name + ": " + Role.words(roles));
      insert(name, null, subject, roles, false);
    }
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("update person set roles = :roles where subject = :subject")
                    .bind("roles", Role.words(roles))
                    .bind("subject", subject)
                    .execute());
    return bySubject(subject)
        .<Attempt>map(
            person -> {
              deeds.enter("login by provider", person.name(), "");
              return new Attempt.Accepted(person);
            })
        .orElseGet(() -> new Attempt.Refused("your account here is closed"));
  }

  private Optional<Caller.Person> bySubject(String subject) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "where subject = :subject and disabled_at is null")
                    .bind("subject", subject)
                    .map((row, _) -> person(row))
                    .findOne());
  }
}
