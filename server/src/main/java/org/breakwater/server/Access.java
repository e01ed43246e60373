package org.breakwater.server;

import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.People;
import org.breakwater.server.access.PublicAddress;
import org.breakwater.server.access.RateLimits;
import org.breakwater.server.access.Sessions;
import org.breakwater.server.settings.Settings;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.time.Time;

/** All that decides who comes in. */
record Access(
    Deeds deeds,
    People people,
    Sessions sessions,
    ApiKeys keys,
    RateLimits limits,
    PublicAddress address) {

  static Access of(Database database, DecisionLog log, Settings settings, Time time) {
    var deeds = new Deeds(log);
    return new Access(
        deeds,
        new People(database, deeds, time, settings.login()),
        new Sessions(database, time, settings.login()),
        new ApiKeys(database, deeds, time),
        new RateLimits(settings.limits()),
        new PublicAddress(settings.listen().origin()));
  }
}
