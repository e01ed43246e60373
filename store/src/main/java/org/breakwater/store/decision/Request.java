package org.breakwater.store.decision;

import java.util.UUID;

/**
 * What names a request and what it said, all under a key outside the database.
 *
 * @param content names the content, whatever its revision
 * @param request names the request: the same again is answered with the same bytes
 * @param body names what was sent: another body under the same request is refused
 */
public record Request(UUID content, UUID request, UUID body) {}
