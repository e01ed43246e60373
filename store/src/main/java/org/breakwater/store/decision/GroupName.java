package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * A group in which people post.
 *
 * @param name its name under the key outside the database
 * @param id the platform's name for it
 */
public record GroupName(UUID name, String id) {
  public GroupName {
    // As in material: PostgreSQL's texts cannot hold U+0000.
    id = id.replace('\0', '\uFFFD');
  }

  /** The group with that id. */
  public static GroupName of(LogSecrets secrets, String id) {
    return new GroupName(secrets.name("group", id.getBytes(UTF_8)), id);
  }
}
