package bursar.domain.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bursar.domain.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"owner@example.com", "first.last+tag@sub.example.co", "x_y-z@a.bc"})
  void plainAddressesPass(String email) {
    assertThatCode(() -> AccountRules.checkEmail(email)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.c", "o'neil@example.com", "no-at.example.com", "two@@example.com", ".lead@example.com", "x@nodot", "x@-a.example", "ü@example.com", "a b@example.com", "x@a..com"})
  void oddAddressesAreRefused(String email) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> AccountRules.checkEmail(email))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("ValidationError"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ab1!", "alllowercase1", "owner@Example.com", "My Account 1", "emoji😀Abc12345"})
  void weakPasswordsAreRefusedWithoutBeingRepeated(String password) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> PasswordRules.check(password, "My Account 1", "Owner@example.com"))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo("PasswordPolicyViolation");
          if (!password.isEmpty()) {
            assertThat(failure.sentence()).doesNotContain(password);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Abcdefg1", "abc defg1!", "ABCDEFG1!"})
  void passwordsOfThreeClassesPass(String password) {
    assertThatCode(() -> PasswordRules.check(password, "My Account 1", "owner@example.com")).doesNotThrowAnyException();
  }
}
