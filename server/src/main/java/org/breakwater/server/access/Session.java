package org.breakwater.server.access;

import java.util.UUID;

/**
 * A person at a browser.
 *
 * @param id names it to its person, and opens nothing
 * @param csrf what every form of this session sends back; another site cannot know it
 */
public record Session(UUID id, Caller.Person person, String csrf) {
  /** Whether a form came from a page of this session. */
  public boolean isMine(String token) {
    return Secret.same(csrf, token);
  }
}
