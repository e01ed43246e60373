package org.breakwater.engine.policy;

import java.time.LocalDate;
import java.util.List;
import org.breakwater.engine.signal.Truth;

/**
 * One place to get help as the directory describes it, verified or not.
 *
 * @param regions ISO 3166-1 alpha-2 countries it serves; empty for everywhere
 * @param audiences what it helps with: {@code smuggled, trafficking, asylum, child, emergency,
 *     sea_rescue, family_tracing, labour, return}
 * @param sharesWithImmigration whether it tells immigration authorities who called
 * @param channels ways to reach it, such as {@code tel:+1-202-555-0100}; may be empty
 * @param languages BCP 47 primary subtags; {@code mul} for many; empty where not known
 * @param hours as its source writes them; empty where not known
 * @param cost likewise
 * @param source where it was found, an address or words
 * @param sourceDate the day on which that was seen
 * @param warnings what whoever verifies or calls it should know
 * @param hash {@code sha256:} and the hash, in hex, of all of the above: a verification is of this
 */
public record DirectoryEntry(
    String id,
    String name,
    List<String> regions,
    List<String> audiences,
    Operator operator,
    Truth sharesWithImmigration,
    Truth confidential,
    Truth anonymous,
    List<String> channels,
    List<String> languages,
    String hours,
    String cost,
    String source,
    LocalDate sourceDate,
    List<String> warnings,
    String hash) {
  public DirectoryEntry {
    regions = List.copyOf(regions);
    audiences = List.copyOf(audiences);
    channels = List.copyOf(channels);
    languages = List.copyOf(languages);
    warnings = List.copyOf(warnings);
  }
}
