/**
 * A second reading of RFC 6962, C2SP signed-note and our receipts, slow and obvious, which shares
 * no code with {@code store}; and its comparison with what the store proves.
 */
@NullMarked
package org.breakwater.spec.log;

import org.jspecify.annotations.NullMarked;
