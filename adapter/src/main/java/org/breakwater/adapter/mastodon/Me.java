package org.breakwater.adapter.mastodon;

import org.breakwater.adapter.bridge.Api;

/** The account in whose name the adapter acts. */
final class Me {
  static final String PATH = "/api/v1/accounts/verify_credentials";

  private final Api api;
  private volatile String id = "";

  Me(Api api) {
    this.api = api;
  }

  /** Its id, which stays the same; asked for once. */
  String id() {
    if (id.isEmpty()) id = api.get(PATH).body().path("id").asText();
    return id;
  }
}
