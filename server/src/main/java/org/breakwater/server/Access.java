package org.breakwater.server;

import java.time.InstantSource;
import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.People;
import org.breakwater.server.access.PublicAddress;
import org.breakwater.server.access.RateLimits;
import org.breakwater.server.access.Sessions;
import org.breakwater.server.settings.Settings;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.DecisionLog;

/** All that decides who comes in. */
record Access(
    Deeds deeds,
    People people,
    Sessions sessions,
    ApiKeys keys,
    RateLimits limits,
    PublicAddress address) {

  static Access of(Database database, DecisionLog log, Settings settings) {
    var deeds = new Deeds(log);
    return new Access(
        deeds,
        new People(database, deeds, InstantSource.system(), settings.login()),
        new Sessions(database, InstantSource.system(), settings.login()),
        new ApiKeys(database, deeds),
        new RateLimits(settings.limits()),
        new PublicAddress(settings.listen().origin()));
  }
}
