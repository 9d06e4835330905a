package bursar.domain.signin;

/**
 * A session just opened: the only moment its tokens are known.
 *
 * @param session the session
 * @param token what the browser must hold, in an HttpOnly cookie
 * @param csrfToken what every call must repeat in a header
 */
public record OpenedSession(Session session, String token, String csrfToken) {
  @Override
  public String toString() {
    return "OpenedSession[" + session.account() + "]";
  }
}
