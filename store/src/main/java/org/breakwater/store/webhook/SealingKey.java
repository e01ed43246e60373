package org.breakwater.store.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.StoreFault;

/**
 * The key that seals signing keys in the database; it stays outside it and its backups, so that
 * whoever has the database alone cannot send in our name. AES-256-GCM of Tink, in its format.
 */
public final class SealingKey {
  private final Aead aead;

  private SealingKey(Aead aead) {
    this.aead = aead;
  }

  /** The key in a folder that only its owner may enter, made where it is missing. */
  public static SealingKey in(Path folder) {
    var file = new OwnFile(folder.resolve("webhook.key"));
    try {
      AeadConfig.register();
      String text = file.orFirst(SealingKey::generated);
      return new SealingKey(
          TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new StoreFault(
          StoreFault.Code.FILE,
          "`%s` is no key (%s); put back the one that endpoints were made with"
              .formatted(file.path(), e.getMessage()));
    }
  }

  private static String generated() {
    try {
      var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink has AES-256-GCM", e);
    }
  }

  byte[] seal(UUID endpoint, SigningKey key) {
    try {
      return aead.encrypt(key.bytes(), about(endpoint, key.scheme()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink has AES-256-GCM", e);
    }
  }

  /** Empty when it was sealed under another key, or for another endpoint or scheme. */
  Optional<SigningKey> open(UUID endpoint, Scheme scheme, byte[] sealed) {
    try {
      return Optional.of(SigningKey.of(scheme, aead.decrypt(sealed, about(endpoint, scheme))));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static byte[] about(UUID endpoint, Scheme scheme) {
    return ("webhook " + endpoint + " " + scheme.word()).getBytes(UTF_8);
  }
}
