package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.SignUpPolicy;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a browser, and a page of another site in it, can and cannot do. Sign-ins that fail slow down every other from the same address, so
 * tests of those have servers of their own.
 */
class BrowserDoorTest {
  private static final String EMAIL = "owner@browser-door.example";
  private static final String NEXT_PASSWORD = "Another-horse-43";
  private static final String URL = SharedServer.url();

  private static Browser owner;
  private static String account;

  @BeforeAll
  static void signUp() {
    owner = Browser.ofNewOwner(URL, EMAIL);
    account = owner.bursar("GetSession", "{}").ok().text("AccountId");
  }

  @Test
  void signingInTakesJsonOnly() {
    Browser page = new Browser(URL);
    String body = "{\"email\":\"" + EMAIL + "\",\"password\":\"" + Browser.PASSWORD + "\"}";
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      Answer answer = page.post("/signin", type, Map.of(), body);
      assertThat(answer.status()).as(type).isEqualTo(415);
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
    assertThat(page.post("/signin", "application/json", Map.of(), "{\"email\":").status()).isEqualTo(400);
  }

  @Test
  void pagesOfOtherSitesCanNeitherSignInNorSignUpNorUseASession() {
    Browser page = new Browser(URL);
    page.cookies.putAll(owner.cookies);
    for (Map.Entry<String, String> sign : List.of(Map.entry("Origin", "https://elsewhere.example"), Map.entry("Origin", "null"),
        Map.entry("Sec-Fetch-Site", "cross-site"), Map.entry("Sec-Fetch-Site", "same-site"))) {
      page.extra.clear();
      page.extra.put(sign.getKey(), sign.getValue());
      Browser stranger = new Browser(URL);
      stranger.extra.put(sign.getKey(), sign.getValue());
      assertThat(stranger.signInRoot(EMAIL, Browser.PASSWORD).status()).as(sign.toString()).isEqualTo(403);
      assertThat(stranger.signUp("other@browser-door.example").status()).isEqualTo(403);
      assertThat(page.bursar("GetSession", "{}").status()).isEqualTo(403);
      assertThat(page.iam("ListUsers").status()).isEqualTo(403);
      assertThat(page.post("/signout", "application/json", Map.of(), "").status()).isEqualTo(403);
    }
    page.extra.clear();
    page.extra.put("Origin", URL);
    page.extra.put("Sec-Fetch-Site", "same-origin");
    page.bursar("GetSession", "{}").ok();
    assertNoAccountOf("other@browser-door.example");
  }

  @Test
  void theSessionCookieIsForThisServerAloneAndForNoScript() {
    Answer answer = new Browser(URL).signInRoot(EMAIL, Browser.PASSWORD);
    assertThat(answer.status()).isEqualTo(204);
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(2);
    assertThat(cookies.getFirst()).startsWith("bursar-session=").contains("; HttpOnly").contains("; SameSite=Strict").contains("; Path=/")
        .doesNotContain("Domain");
    assertThat(cookies.getLast()).startsWith("XSRF-TOKEN=").contains("; SameSite=Strict").doesNotContain("HttpOnly");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void signingInRenewsTheSession() {
    Browser page = new Browser(URL);
    page.signInRoot(EMAIL, Browser.PASSWORD);
    Browser before = new Browser(URL);
    before.cookies.putAll(page.cookies);
    page.signInRoot(EMAIL, Browser.PASSWORD);
    assertThat(page.cookies).doesNotContainEntry("bursar-session", before.cookies.get("bursar-session"));
    assertThat(before.bursar("GetSession", "{}").status()).isEqualTo(401);
    page.bursar("GetSession", "{}").ok();
  }

  @Test
  void aMissingOrWrongCsrfTokenIsRefusedInEveryProtocol() {
    Browser other = new Browser(URL);
    other.signInRoot(EMAIL, Browser.PASSWORD);
    Browser page = new Browser(URL);
    page.cookies.putAll(owner.cookies);
    for (String wrong : List.of("", "wrong", other.cookies.get("XSRF-TOKEN"))) {
      page.extra.put("X-XSRF-TOKEN", wrong);
      page.cookies.put("XSRF-TOKEN", wrong);
      Answer form = page.iam("CreateUser", "UserName", "forged");
      assertThat(form.status()).isEqualTo(403);
      assertThat(form.body()).contains("<Code>InvalidCsrfToken</Code>");
      Answer json = page.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}");
      assertThat(json.status()).isEqualTo(403);
      assertThat(json.text("__type")).isEqualTo("InvalidCsrfToken");
      assertThat(page.ce("GetCostAndUsage", "{}").status()).isEqualTo(403);
      assertThat(page.post("/signout", "application/json", Map.of(), "").status()).isEqualTo(403);
    }
    page.extra.remove("X-XSRF-TOKEN");
    page.cookies.remove("XSRF-TOKEN");
    assertThat(page.iam("CreateUser", "UserName", "forged").status()).isEqualTo(403);
    assertThat(owner.iam("GetUser", "UserName", "forged").body()).contains("NoSuchEntity");
    assertThat(owner.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("DEACTIVATED");
  }

  @Test
  void aSignedRequestIsNeverAuthenticatedByItsCookie() {
    Program stranger = Program.with(URL, "AKIAIOSFODNN7NOBODY0", "no such secret");
    Map<String, String> session = Map.of("Cookie", "bursar-session=" + owner.cookies.get("bursar-session") + "; XSRF-TOKEN="
        + owner.cookies.get("XSRF-TOKEN"), "X-XSRF-TOKEN", owner.cookies.get("XSRF-TOKEN"));
    Answer answer = Browser.send(stranger.signed("GetBillingAccess", "{}", Instant.now(), session));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("__type")).isEqualTo("UnrecognizedClientException");
    owner.extra.put("Authorization", "AWS4-HMAC-SHA256 Credential=garbled");
    try {
      assertThat(owner.bursar("GetSession", "{}").status()).isNotEqualTo(200);
    } finally {
      owner.extra.clear();
    }
  }

  @Test
  void anUnknownHostIsRefused() throws IOException {
    int port = URI.create(URL).getPort();
    assertThat(statusOf(port, "localhost:" + port)).isEqualTo(200);
    assertThat(statusOf(port, "127.0.0.1:" + port)).isEqualTo(200);
    assertThat(statusOf(port, "rebound.example:" + port)).isEqualTo(421);
    assertThat(statusOf(port, "127.0.0.1.rebound.example")).isEqualTo(421);
  }

  private static int statusOf(int port, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String first = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
      return Integer.parseInt(first.split(" ")[1]);
    }
  }

  @Test
  void unknownUserAndWrongPasswordGetTheSameAnswer(@TempDir Path folder) {
    try (RunningServer server = RunningServer.start(ServerSettings.local(folder, 0, SignUpPolicy.OPEN))) {
      Browser there = Browser.ofNewOwner(server.url(), EMAIL);
      String id = there.bursar("GetSession", "{}").ok().text("AccountId");
      there.iam("CreateUser", "UserName", "known").ok();
      there.iam("CreateLoginProfile", "UserName", "known", "Password", Browser.PASSWORD).ok();
      Browser page = new Browser(server.url());
      Answer wrongRoot = page.signInRoot(EMAIL, "wrong");
      List<Answer> answers = List.of(wrongRoot, page.signInRoot("nobody@browser-door.example", "wrong"),
          page.signInUser(id, "known", "wrong"), page.signInUser(id, "unknown", "wrong"),
          page.signInUser("000000000001", "known", "wrong"));
      assertThat(answers).allSatisfy(answer -> {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(wrongRoot.body());
        assertThat(answer.headers().map().keySet()).isEqualTo(wrongRoot.headers().map().keySet());
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
      });
    }
  }

  @Test
  void theDelayGrowsAfterFiveFailures(@TempDir Path folder) {
    Instant[] now = {Instant.parse("2026-11-23T12:00:00Z")};
    try (RunningServer server = RunningServer.start(ServerSettings.local(folder, 0, SignUpPolicy.OPEN), () -> now[0])) {
      Browser page = new Browser(server.url());
      page.signUp(EMAIL).ok();
      for (int failure = 1; failure <= 5; failure++) {
        assertThat(page.signInRoot(EMAIL, "wrong").headers().firstValue("Retry-After")).isEmpty();
      }
      List<Long> waits = new ArrayList<>();
      for (int failure = 6; failure <= 8; failure++) {
        Answer blocked = page.signInRoot(EMAIL, Browser.PASSWORD);
        assertThat(blocked.status()).as("even with the right password").isEqualTo(401);
        waits.add(Long.valueOf(blocked.headers().firstValue("Retry-After").orElseThrow()));
        now[0] = now[0].plusSeconds(waits.getLast());
        assertThat(page.signInRoot(EMAIL, "wrong").headers().firstValue("Retry-After")).isEmpty();
      }
      assertThat(waits).containsExactly(1L, 2L, 4L);
      now[0] = now[0].plusSeconds(8);
      assertThat(page.signInRoot(EMAIL, Browser.PASSWORD).status()).isEqualTo(204);
    }
  }

  @Test
  void signingOutEndsTheSession() {
    Browser page = new Browser(URL);
    page.signInRoot(EMAIL, Browser.PASSWORD);
    page.bursar("GetSession", "{}").ok();
    assertThat(page.post("/signout", "application/json", Map.of(), "").status()).isEqualTo(204);
    Answer after = page.bursar("GetSession", "{}");
    assertThat(after.status()).isEqualTo(401);
    assertThat(after.text("message")).contains("Sign in again");
    assertThat(page.iam("ListUsers").status()).isEqualTo(401);
  }

  @Test
  void changingThePasswordEndsTheUsersSessions() {
    user("changes", false);
    owner.iam("AttachUserPolicy", "UserName", "changes", "PolicyArn", "arn:aws:iam::aws:policy/IAMUserChangePassword").ok();
    Browser page = new Browser(URL);
    Browser elsewhere = new Browser(URL);
    page.signInUser(account, "changes", Browser.PASSWORD);
    elsewhere.signInUser(account, "changes", Browser.PASSWORD);
    page.iam("ChangePassword", "OldPassword", Browser.PASSWORD, "NewPassword", NEXT_PASSWORD).ok();
    assertThat(elsewhere.bursar("GetSession", "{}").status()).isEqualTo(401);
    assertThat(new Browser(URL).signInUser(account, "changes", NEXT_PASSWORD).status()).isEqualTo(204);
    Browser third = new Browser(URL);
    third.signInUser(account, "changes", NEXT_PASSWORD);
    owner.iam("UpdateLoginProfile", "UserName", "changes", "Password", Browser.PASSWORD).ok();
    assertThat(third.bursar("GetSession", "{}").status()).isEqualTo(401);
  }

  @Test
  void whoMustResetThePasswordMayOnlyChangeIt() {
    user("resets", true);
    owner.iam("AttachUserPolicy", "UserName", "resets", "PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess").ok();
    Browser page = new Browser(URL);
    assertThat(page.signInUser(account, "resets", Browser.PASSWORD).status()).isEqualTo(204);
    Answer users = page.iam("ListUsers");
    assertThat(users.status()).isEqualTo(403);
    assertThat(users.body()).contains("PasswordChangeRequired");
    assertThat(page.bursar("GetBillingAccess", "{}").status()).isEqualTo(403);
    assertThat(page.bursar("GetSession", "{}").ok().body()).contains("\"PasswordResetRequired\":true");
    page.iam("ChangePassword", "OldPassword", Browser.PASSWORD, "NewPassword", NEXT_PASSWORD).ok();
    page.signInUser(account, "resets", NEXT_PASSWORD);
    page.iam("ListUsers").ok();
  }

  @Test
  void theSessionOfADeletedUserEnds() {
    user("leaves", false);
    Browser page = new Browser(URL);
    page.signInUser(account, "leaves", Browser.PASSWORD);
    page.bursar("GetSession", "{}").ok();
    owner.iam("DeleteLoginProfile", "UserName", "leaves").ok();
    assertThat(page.bursar("GetSession", "{}").status()).isEqualTo(401);
    owner.iam("DeleteUser", "UserName", "leaves").ok();
    assertThat(page.bursar("GetSession", "{}").status()).isEqualTo(401);
  }

  @Test
  void signingUpTakesNoForm() {
    Browser page = new Browser(URL);
    String json = "{\"Email\":\"form@browser-door.example\",\"Password\":\"" + Browser.PASSWORD + "\",\"AccountName\":\"Form\"}";
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      assertThat(page.post("/", type, Map.of("X-Amz-Target", "Bursar.SignUp"), json).status()).as(type).isEqualTo(400);
    }
    Answer form = page.post("/", "application/x-www-form-urlencoded", Map.of(),
        "Action=SignUp&Version=2026-11-23&Email=form@browser-door.example&Password=" + Browser.PASSWORD + "&AccountName=Form");
    assertThat(form.status()).isGreaterThanOrEqualTo(400);
    assertNoAccountOf("form@browser-door.example");
  }

  @Test
  void anOversizedBodyIsRefusedAndChangesNothing() {
    String filler = "x".repeat(1 << 20);
    Answer form = owner.iam("CreateUser", "UserName", "oversized", "Filler", filler);
    assertThat(form.status()).isEqualTo(413);
    assertThat(form.body()).contains("<Code>RequestEntityTooLarge</Code>");
    Answer json = owner.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\",\"Filler\":\"" + filler + "\"}");
    assertThat(json.status()).isEqualTo(413);
    assertThat(json.text("__type")).isEqualTo("RequestEntityTooLarge");
    assertThat(owner.post("/signin", "application/json", Map.of(), "{\"email\":\"" + filler + "\"}").status()).isEqualTo(413);
    assertThat(owner.iam("GetUser", "UserName", "oversized").body()).contains("NoSuchEntity");
    assertThat(owner.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("DEACTIVATED");
  }

  @Test
  void theFirstAccountIsClaimedOnceHoweverManyAskAtOnce(@TempDir Path folder) throws Exception {
    try (RunningServer server = RunningServer.start(ServerSettings.local(folder, 0, SignUpPolicy.FIRST_ACCOUNT));
        ExecutorService people = Executors.newFixedThreadPool(2)) {
      assertThat(server.setUpCode()).isPresent();
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<Answer>> asked = new ArrayList<>();
      for (String name : List.of("first", "second")) {
        asked.add(people.submit(() -> {
          together.await(10, TimeUnit.SECONDS);
          return new Browser(server.url()).signUp(name + "@browser-door.example");
        }));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> one : asked) {
        statuses.add(one.get(20, TimeUnit.SECONDS).status());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 400);
      assertThat(server.rooms().accounts().list()).hasSize(1);
      assertThat(new Browser(server.url()).signUp("third@browser-door.example").body()).contains("Sign-up is closed here");
    }
  }

  @Test
  void behindATrustedProxyCookiesAreSecureAndTheFirstAccountNeedsTheSetUpCode(@TempDir Path folder) {
    ServerSettings settings = new ServerSettings(folder, ServerSettings.LOOPBACK, 0, SignUpPolicy.FIRST_ACCOUNT, null, null,
        List.of("127.0.0.1"), List.of(), null);
    try (RunningServer server = RunningServer.start(settings)) {
      Browser page = new Browser(server.url());
      page.extra.putAll(Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "127.0.0.1, 192.0.2.9"));
      Answer unproven = page.signUp(EMAIL);
      assertThat(unproven.status()).isEqualTo(400);
      assertThat(unproven.text("message")).contains("set-up code");
      String code = server.setUpCode().orElseThrow();
      page.post("/", "application/json", Map.of("X-Amz-Target", "Bursar.SignUp"), "{\"Email\":\"" + EMAIL + "\",\"Password\":\""
          + Browser.PASSWORD + "\",\"AccountName\":\"Example\",\"SetupCode\":\"" + code + "\"}").ok();
      Answer signedIn = page.signInRoot(EMAIL, Browser.PASSWORD);
      assertThat(signedIn.headers().allValues("Set-Cookie")).hasSize(2).allMatch(cookie -> cookie.endsWith("; Secure"))
          .anyMatch(cookie -> cookie.startsWith("__Host-bursar-session="));
      assertThat(signedIn.headers().firstValue("Strict-Transport-Security")).isPresent();
      page.bursar("GetSession", "{}").ok();
      page.extra.put("Origin", server.url());
      assertThat(page.bursar("GetSession", "{}").status()).as("plain HTTP is another origin").isEqualTo(403);
      page.extra.put("Origin", server.url().replace("http:", "https:"));
      page.bursar("GetSession", "{}").ok();
    }
  }

  @Test
  void whoIsNoTrustedProxyIsNotBelieved() {
    Browser page = new Browser(URL);
    page.extra.putAll(Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.9"));
    assertThat(page.signInRoot(EMAIL, Browser.PASSWORD).headers().allValues("Set-Cookie")).hasSize(2).noneMatch(cookie -> cookie.contains("Secure"));
  }

  private static void assertNoAccountOf(String email) {
    assertThat(SharedServer.get().rooms().accounts().list()).noneMatch(found -> found.email().equals(email));
  }

  private static void user(String name, boolean mustReset) {
    owner.iam("CreateUser", "UserName", name).ok();
    owner.iam("CreateLoginProfile", "UserName", name, "Password", Browser.PASSWORD, "PasswordResetRequired", Boolean.toString(mustReset)).ok();
  }
}
