package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code bw demo}: a platform around a server of its own, told by webhooks that it verifies. */
@Tag("long")
class DemoTest {
  @Test
  void fivePeople_areFollowedFromAPostToItsAppeal() {
    RunningServer.Ran ran = RunningServer.run("demo", "--days", "1", "--seed", "1");
    assertThat(ran.exit()).as(ran.printed()).isZero();
    assertThat(ran.printed())
        .containsSubsequence(
            "## An offer",
            "remove (offer)",
            "the post is hidden",
            "disable_account is confirmed",
            "reads on for 30 days",
            "the appeal is right",
            "the post is visible, and the account is back",
            "disable_account is undone",
            "## Somebody who asks",
            "allow_with_resources (solicit)",
            "Example",
            "contacts masked: yes",
            "\"outcome\":\"allow\"",
            "## An ad",
            "the ad is waiting",
            "the ad is refused",
            "## A search",
            "show_interstitial",
            "## A rescue group, blocked by mistake",
            "removes it",
            "the post is visible again");
    assertThat(ran.printed()).doesNotContain("bw_", "Exception");
  }
}
