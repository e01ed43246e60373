package org.breakwater.server;

import java.nio.file.Path;
import java.util.Set;
import org.breakwater.server.access.Scope;
import org.breakwater.server.enforcement.Limits;

/**
 * What an operator chose.
 *
 * @param database address of a PostgreSQL; empty for the embedded one
 * @param newKey scopes of a machine's key to make; none for none but the first
 * @param ratePerSecond requests of one machine's key
 * @param origin the server as browsers see it; empty for plain HTTP
 * @param limits how much machines may remove by themselves
 * @param webhooksAllowPrivate whether messages may go to this machine and its network
 * @param sampleOneIn of so many posts one is drawn into the sample; 0 for none
 */
record Settings(
    Path data,
    String database,
    Set<Scope> newKey,
    int ratePerSecond,
    String origin,
    Limits limits,
    boolean webhooksAllowPrivate,
    int sampleOneIn) {}
