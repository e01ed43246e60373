package org.breakwater.server.audit;

import java.nio.file.Path;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** The database to check: by address, the one a server runs now, or one started for the check. */
public record OpenedDatabase(@Nullable EmbeddedPostgres started, Database database)
    implements AutoCloseable {

  /** Opens it. */
  public static OpenedDatabase of(Path data, String url) {
    if (!url.isEmpty()) return new OpenedDatabase(null, Database.open(url));
    var running = EmbeddedPostgres.running(data);
    if (running.isPresent()) return new OpenedDatabase(null, Database.open(running.get()));
    var started = EmbeddedPostgres.start(data);
    return new OpenedDatabase(started, Database.open(started.url()));
  }

  @Override
  public void close() {
    database.close();
    if (started != null) started.close();
  }
}
