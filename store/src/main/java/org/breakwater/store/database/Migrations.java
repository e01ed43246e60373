package org.breakwater.store.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The steps from an empty database to the newest form, in order. */
final class Migrations {
  /** Named here because class loaders of application servers cannot list a folder. */
  private static final List<String> STEPS =
      List.of(
          "V1__decision_log.sql",
          "V100__people.sql",
          "V200__identity_and_wal.sql",
          "V201__cosignature.sql",
          "V202__outbox_and_counters.sql",
          "V203__act_waiting.sql",
          "V300__publication.sql",
          "V310__one_time_and_sessions.sql",
          "V320__strike.sql",
          "V321__sample.sql",
          "V330__outbox_action.sql",
          "V331__webhook.sql",
          "V340__help.sql",
          "V350__action.sql",
          "V370__appeal.sql",
          "V380__webhook_format.sql",
          "V400__ad.sql",
          "V401__group.sql",
          "V402__help_trial_stop.sql",
          "V403__undo_job.sql");

  private Migrations() {}

  /** Flyway's word for the last one there is. */
  static final String NEWEST = "latest";

  static void apply(DataSource database, String level) {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(database)
          .resourceProvider(new Steps())
          .javaMigrationClassProvider(List::of)
          .loggers("slf4j")
          .target(level)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreFault(
          StoreFault.Code.DATABASE_GONE, "the database cannot be migrated: " + e.getMessage());
    }
  }

  private static final class Steps implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return STEPS.contains(name) ? new Step(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return STEPS.stream()
          .filter(name -> name.startsWith(prefix))
          .filter(name -> List.of(suffixes).stream().anyMatch(name::endsWith))
          .<LoadableResource>map(Step::new)
          .toList();
    }
  }

  private static final class Step extends LoadableResource {
    private final String name;

    Step(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream found = Migrations.class.getResourceAsStream(name);
      try (var text = new InputStreamReader(Objects.requireNonNull(found, name), UTF_8)) {
        return new StringReader(text.readAllAsString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
