package org.breakwater.adapter.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.List;

/** One kind of platform: what it announces, and how a deed is done there. */
public interface Platform {
  /** Its name as people write it. */
  String title();

  /** The last part of the path that its webhook posts to. */
  String path();

  /** The header with {@code sha256=} and the HMAC of the body in hexadecimal. */
  String signatureHeader();

  /**
   * The contents that an announcement asks to be decided; empty where it concerns none.
   *
   * @throws Unanswered if the platform had to be asked for more and did not answer
   */
  List<Event> contents(Announcement announcement);

  /**
   * Does a deed; done once or more often, the platform is the same.
   *
   * @throws Unanswered if the order has to be sent again
   */
  Carried carry(Order order);

  /** What calls that change nothing say of the settings. */
  List<Finding> check();

  /** A webhook whose signature holds. */
  record Announcement(Headers headers, JsonNode body) {}

  /**
   * What was looked at.
   *
   * @param holds whether it is as it must be
   */
  record Finding(boolean holds, String words) {}
}
