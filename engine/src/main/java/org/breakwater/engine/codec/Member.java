package org.breakwater.engine.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A member of the content event's contract, by its path. */
enum Member {
  ID("id"),
  REVISION("revision"),
  TEXT("text"),
  SURFACE("surface"),
  LANG("lang"),
  CONTEXT("context"),
  REPLY_TO("context.replyTo"),
  QUOTED("context.quoted"),
  TITLE("context.title"),
  DESCRIPTION("context.description"),
  MEDIA_TEXT("mediaText"),
  LINKS("links"),
  AUTHOR("author"),
  AUTHOR_ID("author.id"),
  AUTHOR_KIND("author.kind"),
  AUTHOR_VERIFIED("author.verified"),
  AUTHOR_CREATED_AT("author.createdAt"),
  GROUP("group"),
  GROUP_ID("group.id"),
  GROUP_NAME("group.name"),
  REGION("region"),
  CREATED_AT("createdAt"),
  VIEWS("views"),
  REPORTED_BY_PARTICIPANT("reportedByParticipant"),
  ATTRIBUTES("attributes");

  /** Members of the event itself, by name. */
  static final Map<String, Member> OF_EVENT = within("");

  static final Map<String, Member> OF_CONTEXT = within("context.");
  static final Map<String, Member> OF_AUTHOR = within("author.");
  static final Map<String, Member> OF_GROUP = within("group.");

  private final String path;

  Member(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  private static Map<String, Member> within(String prefix) {
    return Arrays.stream(values())
        .filter(member -> member.path.startsWith(prefix))
        .filter(member -> member.path.indexOf('.', prefix.length()) < 0)
        .collect(
            Collectors.toUnmodifiableMap(
                member -> member.path.substring(prefix.length()), Function.identity()));
  }
}
