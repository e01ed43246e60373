package org.breakwater.adapter.bridge;

/** What became of an order that need not be sent again. */
public sealed interface Carried {
  /**
   * The platform is as ordered.
   *
   * @param how in words for a log; names nobody
   */
  record Done(String how) implements Carried {}

  /**
   * The platform is not as ordered, and sending the order again would change nothing.
   *
   * @param why in words for a log; names nobody
   */
  record NotDone(String why) implements Carried {}
}
