package org.breakwater.adapter.bridge;

import java.net.URI;

/**
 * What an adapter is told when it starts.
 *
 * @param name what ids begin with at Breakwater
 * @param host where it listens
 * @param port 0 for any
 */
public record Settings(
    URI breakwater, URI platform, String name, String host, int port, Secrets secrets) {

  /**
   * What nobody else may read.
   *
   * @param breakwaterKey asks for decisions
   * @param breakwaterSecret shows that an order is Breakwater's, {@code whsec_…}
   * @param platformKey does deeds on the platform
   * @param platformSecret shows that a webhook is the platform's
   */
  public record Secrets(
      String breakwaterKey, String breakwaterSecret, String platformKey, String platformSecret) {
    @Override
    public String toString() {
      return "Secrets[…]";
    }
  }
}
