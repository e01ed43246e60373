package org.breakwater.store.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that did not arrive at one endpoint and is not tried again. Which content it is about
 * is known to the receiver only, who may ask by its id.
 *
 * @param attempts made
 * @param why the last status or fault, or what closed it
 * @param endedAt when it was given up
 */
public record DeadLetter(
    long message, UUID endpoint, String deed, int attempts, String why, Instant endedAt) {
  public String id() {
    return Delivery.id(message);
  }
}
