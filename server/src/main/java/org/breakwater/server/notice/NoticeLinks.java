package org.breakwater.server.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.breakwater.store.decision.LogSecrets;

/**
 * Makes and opens the tokens of links, under a key outside the database. Whoever has one may see
 * its page and appeal, until the time to appeal is over; nobody else can read what it carries.
 */
public final class NoticeLinks {
  private static final byte[] PURPOSE = "notice".getBytes(UTF_8);
  private static final int LENGTH_MAX = 4_096;

  private final Aead lock;

  public NoticeLinks(LogSecrets secrets) {
    lock = secrets.lock("notice");
  }

  String token(NoticeToken token) {
    try {
      byte[] sealed = lock.encrypt(token.bytes(), PURPOSE);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token is short enough for AES-GCM", e);
    }
  }

  /** What a token carries; empty when it is none of ours, was changed, or is over. */
  Optional<NoticeToken> open(String text, LocalDate today) {
    if (text.length() > LENGTH_MAX) return Optional.empty();
    try {
      byte[] bytes = lock.decrypt(Base64.getUrlDecoder().decode(text), PURPOSE);
      return Optional.of(NoticeToken.of(bytes))
          .filter(token -> !today.isAfter(token.statement().appealUntil()));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** As {@link #open}, for a whole link or the token alone. */
  Optional<NoticeToken> openLink(String link, LocalDate today) {
    int begin = link.lastIndexOf("/n/");
    String rest = begin < 0 ? link : link.substring(begin + "/n/".length());
    int end = rest.indexOf('?');
    return open(end < 0 ? rest : rest.substring(0, end), today);
  }
}
