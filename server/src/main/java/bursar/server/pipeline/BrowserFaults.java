package bursar.server.pipeline;

import bursar.operations.declaration.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The errors only browser sessions meet; they have the same code and status in every protocol. */
final class BrowserFaults {
  static final String CROSS_ORIGIN = "CrossOriginRequest";
  static final String SESSION_ENDED = "SessionEnded";
  static final String WRONG_CSRF_TOKEN = "InvalidCsrfToken";

  static final String PASSWORD_CHANGE_REQUIRED = "PasswordChangeRequired";

  private BrowserFaults() {}

  static @Nullable ErrorCode find(String code) {
    return switch (code) {
      case CROSS_ORIGIN, WRONG_CSRF_TOKEN, PASSWORD_CHANGE_REQUIRED -> new ErrorCode(code, 403);
      case SESSION_ENDED -> new ErrorCode(code, 401);
      default -> null;
    };
  }
}
