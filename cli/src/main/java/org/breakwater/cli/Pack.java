package org.breakwater.cli;

import java.util.Map;
import org.breakwater.engine.policy.PolicyVersion;

/**
 * A pack with what an operator lays over it.
 *
 * @param overlay files of the overlay by path; empty for none
 */
record Pack(PackFolder folder, Map<String, byte[]> overlay) {
  /**
   * A version by {@code [NAME@]VERSION}; the default when that is empty. NAME is a pack beside this
   * one.
   *
   * @throws EnvironmentFault if it is not there or has faults, naming all of them
   */
  PolicyVersion named(String stated) {
    int at = stated.indexOf('@');
    if (at >= 0 && !stated.substring(0, at).equals(folder.name())) {
      return new Pack(folder.sibling(stated.substring(0, at)), overlay)
          .load(stated.substring(at + 1));
    }
    return load(stated.substring(at + 1));
  }

  private PolicyVersion load(String version) {
    throw new UnsupportedOperationException(version);
  }
}
