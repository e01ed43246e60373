package org.breakwater.server.access;

/**
 * A person at a browser.
 *
 * @param csrf what every form of this session sends back; another site cannot know it
 */
public record Session(Caller.Person person, String csrf) {
  /** Whether a form came from a page of this session. */
  public boolean isMine(String token) {
    return Secret.same(csrf, token);
  }
}
