/**
 * Content events that come inside a CloudEvent 1.0, by its HTTP binding. Upstream: requests.
 * Downstream: {@link org.breakwater.server.http}. What is decided are the bytes of {@code data} as
 * they were sent, never a copy that another parser wrote.
 */
@NullMarked
package org.breakwater.server.cloudevent;

import org.jspecify.annotations.NullMarked;
