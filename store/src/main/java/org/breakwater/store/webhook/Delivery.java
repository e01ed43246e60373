package org.breakwater.store.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to one endpoint.
 *
 * @param givenOutAt when it was first put on its way
 * @param deed the neutral word of {@link org.breakwater.store.decision.Deed}
 * @param action to which it belongs, if any
 * @param attempts made so far
 */
public record Delivery(
    long message,
    UUID endpoint,
    Instant givenOutAt,
    UUID decision,
    String content,
    int revision,
    String deed,
    @Nullable UUID action,
    int attempts) {

  /** What names the message to its receivers, the same at each attempt. */
  public String id() {
    return id(message);
  }

  static String id(long message) {
    return "msg_" + message;
  }

  public Optional<UUID> belongsTo() {
    return Optional.ofNullable(action);
  }
}
