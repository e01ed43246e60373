package org.breakwater.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request was refused, in the form of RFC 9457.
 *
 * @param title what kind of refusal, always the same words for the same kind
 * @param member what it is about: a member of the body, a header, a part of the path
 * @param reason what is wrong, lower case
 * @param cure what to do about it
 * @param others further faults of the same request, each as {@code member: reason}
 */
public record Problem(
    int status, String title, String member, String reason, String cure, List<String> others) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    others = List.copyOf(others);
  }

  public Problem(int status, String title, String member, String reason, String cure) {
    this(status, title, member, reason, cure, List.of());
  }

  /** The members in fixed order. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:breakwater:problem:" + title.replace(' ', '-'));
    members.put("title", title);
    members.put("status", status);
    members.put("detail", member + ": " + reason);
    members.put("member", member);
    members.put("reason", reason);
    members.put("cure", cure);
    if (!others.isEmpty()) members.put("others", others);
    return members;
  }

  public String text() {
    return Json.text(members());
  }
}
