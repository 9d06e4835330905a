package bursar.storage.state;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bursar.domain.Failure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says that something is refused with a code and a sentence. */
final class Failures {
  private Failures() {}

  static void assertRefused(ThrowingCallable call, String code, String partOfTheSentence) {
    assertThatExceptionOfType(Failure.class).isThrownBy(call).satisfies(failure -> {
      org.assertj.core.api.Assertions.assertThat(failure.code()).isEqualTo(code);
      org.assertj.core.api.Assertions.assertThat(failure.sentence()).contains(partOfTheSentence);
    });
  }
}
