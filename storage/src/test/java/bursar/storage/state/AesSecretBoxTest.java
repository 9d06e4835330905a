package bursar.storage.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AesSecretBoxTest {
  @Test
  void aSecretOpensWithItsOwnContextAndKeyOnly() {
    AesSecretBox box = new AesSecretBox(new byte[32], new SecureRandom());
    byte[] sealed = box.seal("secret", "AKIA1");
    assertThat(box.open(sealed, "AKIA1")).isEqualTo("secret");
    assertThat(box.seal("secret", "AKIA1")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> box.open(sealed, "AKIA2")).hasMessageContaining("belongs to another thing");
    byte[] other = new byte[32];
    other[0] = 1;
    assertThatThrownBy(() -> new AesSecretBox(other, new SecureRandom()).open(sealed, "AKIA1")).hasMessageContaining("another key");
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open(sealed, "AKIA1")).hasMessageContaining("altered");
  }

  @Test
  void theKeyFileIsMadeOnceAndForItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("secret.key");
    byte[] sealed = AesSecretBox.withKeyFile(file, new SecureRandom()).seal("secret", "x");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(AesSecretBox.withKeyFile(file, new SecureRandom()).open(sealed, "x")).isEqualTo("secret");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    Files.writeString(file, "nonsense");
    assertThatThrownBy(() -> AesSecretBox.withKeyFile(file, new SecureRandom())).hasMessageContaining("32 bytes in Base64");
  }
}
