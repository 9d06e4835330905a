package bursar.storage.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

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
}
