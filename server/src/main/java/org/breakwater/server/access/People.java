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
      "select person, name, roles, must_change, password, failures, locked_until, subject,"
          + " password_at from person ";

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
      Caller.Person person,
      Optional<String> password,
      int failures,
      Instant lockedUntil,
      Instant passwordAt) {
    static Row of(ResultSet row) throws SQLException {
      OffsetDateTime locked = row.getObject(7, OffsetDateTime.class);
      return new Row(
          People.person(row),
          Optional.ofNullable(row.getString(5)),
          row.getInt(6),
          locked == null ? Instant.MIN : locked.toInstant(),
          row.getObject(9, OffsetDateTime.class).toInstant());
    }
  }

  static Caller.Person person(ResultSet row) throws SQLException {
    return new Caller.Person(
        row.getObject(1, UUID.class),
        row.getString(2),
        Role.parse(row.getString(3)),
        row.getBoolean(4));
  }

  /**
   * Makes the first administrator where there is nobody, and returns the one-time password; makes
   * another password where nobody but that one is here, and never used it.
   */
  public Optional<String> first() {
    List<Listed> all = all();
    if (!all.isEmpty())
      return all.size() == 1 && isStale(all.getFirst().person())
          ? renew("the server", all.getFirst().person().id())
          : Optional.empty();
    // A name that was closed stays closed.
    return isFree(FIRST)
        ? Optional.of(add("the server", FIRST, Set.of(Role.ADMINISTRATOR)))
        : Optional.empty();
  }

  private boolean isStale(Caller.Person person) {
    return person.mustChange() && find(person.login()).filter(this::isLate).isPresent();
  }

  /** Whether a password that somebody else gave was left unused too long. */
  private boolean isLate(Row row) {
    Instant end = row.passwordAt().plus(settings.oneTime());
    return row.person().mustChange() && end.isBefore(clock.instant());
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
                        insert into person (person, name, password, subject, roles, must_change, created_at,
                          password_at)
                        values (:person, :name, :password, :subject, :roles, :mustChange, :now, :now)
                        """)
                    .bind("person", UUID.randomUUID())
                    .bind("name", login)
                    .bind("password", password)
                    .bind("subject", subject)
                    .bind("roles", Role.words(roles))
                    .bind("mustChange", mustChange)
                    .bind("now", at(clock.instant()))
                    .execute());
  }

  private static String named(String login) {
    // PostgreSQL's texts cannot hold U+0000.
    return login.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
  }

  /** Whether that name is free and fit to be one. */
  public boolean isFree(String login) {
    return named(login).matches("[a-z][a-z0-9._-]{1,39}") && !isTaken(named(login));
  }

  private boolean isTaken(String login) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) > 0 from person where name = :name")
                    .bind("name", login)
                    .mapTo(Boolean.class)
                    .one());
  }

  /**
   * A person as administrators see them.
   *
   * @param byProvider whether an OIDC provider vouches for them, and says their roles
   */
  public record Listed(Caller.Person person, boolean byProvider) {}

  /** Everybody, by name. */
  public List<Listed> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "where disabled_at is null order by name")
                    .map((row, _) -> new Listed(person(row), row.getString(8) != null))
                    .list());
  }

  private Optional<Caller.Person> find(UUID person) {
    return all().stream().map(Listed::person).filter(each -> each.id().equals(person)).findFirst();
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
    boolean late = matches && row.filter(this::isLate).isPresent();
    if (row.isEmpty() || locked || !matches || late) {
      deeds.enter(refusal(locked, late), who, "");
      row.filter(_ -> !locked).ifPresent(this::failed);
      return new Attempt.Refused(
          "name or password is wrong, or there were too many tries; wait %d minutes then"
              .formatted(settings.lockMinutes()));
    }
    deeds.enter("login", who, "");
    failures(row.get().person().id(), 0, null);
    return new Attempt.Accepted(row.get().person());
  }

  private static String refusal(boolean locked, boolean late) {
    if (locked) return "refused login, locked";
    return late ? "refused login, one-time password is over" : "failed login";
  }

  private void failed(Row row) {
    int failures = row.failures() + 1;
    boolean lock = failures >= settings.failuresMax();
    failures(
        row.person().id(),
        lock ? 0 : failures,
        lock ? at(clock.instant().plus(settings.lock())) : null);
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
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
                      update person set password = :hash, must_change = false, password_at = :now
                      where person = :person
                      """)
                  .bind("hash", hash)
                  .bind("now", at(clock.instant()))
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
  public synchronized boolean close(Caller.Person by, UUID person) {
    Optional<Caller.Person> found = find(person);
    if (found.isEmpty() || person.equals(by.id()) || isLastAdministrator(person)) return false;
    deeds.enter("close account", by.name(), found.get().login());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("update person set disabled_at = :now where person = :person")
                  .bind("now", at(clock.instant()))
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
   * Gives a person other roles. False where there is none of that number with a password here, it
   * is one's own, none is left, or nobody would be administrator any more.
   */
  public synchronized boolean changeRoles(Caller.Person by, UUID person, Set<Role> roles) {
    Optional<Listed> found =
        all().stream().filter(each -> each.person().id().equals(person)).findFirst();
    boolean may = found.filter(each -> !each.byProvider()).isPresent() && !roles.isEmpty();
    boolean leaves = !roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(person);
    if (!may || person.equals(by.id()) || leaves) return false;
    deeds.enter(
        "change roles",
        by.name(),
        "%s: %s".formatted(found.get().person().login(), Role.words(roles)));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("update person set roles = :roles where person = :person")
                    .bind("roles", Role.words(roles))
                    .bind("person", person)
                    .execute());
    return true;
  }

  private boolean isLastAdministrator(UUID person) {
    return all().stream()
        .map(Listed::person)
        .filter(Caller.Person::isAdministrator)
        .allMatch(each -> each.id().equals(person));
  }

  /**
   * Gives a person another one-time password, where they lost theirs or let it lapse; their
   * sessions end. Empty where nobody of that number has a password here, or it is one's own.
   */
  public Optional<String> renew(Caller.Person by, UUID person) {
    return person.equals(by.id()) ? Optional.empty() : renew(by.name(), person);
  }

  private Optional<String> renew(String by, UUID person) {
    Optional<Caller.Person> found =
        all().stream()
            .filter(each -> !each.byProvider())
            .map(Listed::person)
            .filter(each -> each.id().equals(person))
            .findFirst();
    if (found.isEmpty()) return Optional.empty();
    deeds.enter("renew password", by, found.get().login());
    String password = Secret.fresh(ONE_TIME_BYTES);
    String hash = Passwords.hash(password);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      update person set password = :hash, must_change = true, password_at = :now,
                        failures = 0, locked_until = null
                      where person = :person
                      """)
                  .bind("hash", hash)
                  .bind("now", at(clock.instant()))
                  .bind("person", person)
                  .execute();
              handle
                  .createUpdate("delete from session where person = :person")
                  .bind("person", person)
                  .execute();
            });
    return Optional.of(password);
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
