package org.breakwater.server.webhook;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.breakwater.store.webhook.Attempted;
import org.breakwater.store.webhook.Delivery;
import org.breakwater.store.webhook.Endpoint;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.Fault;
import org.breakwater.store.webhook.SigningKey;

/** A message that orders nothing, sent once while somebody waits for what becomes of it. */
final class Trial {
  private final Endpoints endpoints;
  private final Messages messages;
  private final Sender sender;
  private final InstantSource clock;

  Trial(Endpoints endpoints, Messages messages, Sender sender, InstantSource clock) {
    this.endpoints = endpoints;
    this.messages = messages;
    this.sender = sender;
    this.clock = clock;
  }

  /** Sends it, and keeps that it was sent. */
  Attempted of(String by, Endpoint endpoint) {
    Instant at = clock.instant();
    Message message = messages.test("msg_test_" + UUID.randomUUID(), at, endpoint.format());
    List<SigningKey> keys = endpoints.keys(endpoint.id());
    long began = System.nanoTime();
    Attempted.Result result =
        keys.isEmpty()
            ? new Attempted.Result.Unanswered(Fault.NO_SECRET)
            : sender
                .send(URI.create(endpoint.url()), message.headers(keys, at), message.body())
                .join();
    long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    var none = new UUID(0, 0);
    var delivery = new Delivery(0, endpoint.id(), at, none, "", 0, "", null, 0);
    var attempted = new Attempted(delivery, at, result, ms);
    endpoints.tested(by, endpoint.id(), attempted);
    return attempted;
  }
}
