package org.breakwater.engine.content;

/**
 * Words around the content; each is empty when absent.
 *
 * @param replyTo the text this content answers, written by somebody else
 * @param quoted the text this content shares, written by somebody else
 * @param title the content's own title
 * @param description the content's own description
 */
public record Context(String replyTo, String quoted, String title, String description) {
  public static final Context NONE = new Context("", "", "", "");
}
