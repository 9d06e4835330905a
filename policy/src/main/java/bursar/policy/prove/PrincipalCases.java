package bursar.policy.prove;

import bursar.policy.Condition;
import bursar.policy.PolicyDocument;
import bursar.policy.Principal;
import bursar.policy.PrincipalElement;
import bursar.policy.Statement;
import bursar.policy.matching.Comparison.Family;
import bursar.policy.prove.TextSearch.Claim;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everybody who may ask, as far as resource-based policies tell them apart: those they name, the other users and roles of
 * each account they mention and of one they do not, services, identity providers, and nobody in particular.
 *
 * @param cases one for each sort
 * @param complete whether every possible principal is like one of these
 */
record PrincipalCases(List<PrincipalCase> cases, boolean complete) {
  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
  private static final Pattern PART_OF_ACCOUNT = Pattern.compile("[0-9]{1,11}[*?]|[*?][0-9]{1,11}(?![0-9])");
  private static final Pattern BEGINNING_OF_ACCOUNT = Pattern.compile("[0-9]{1,11}\\*");
  /** With more patterns for a part of an account's number, not every combination of them is looked for. */
  private static final int PARTS_MAX = 5;
  private static final int ACCOUNT_DIGITS = 12;
  private static final Set<String> ACCOUNT_KEYS = Set.of("aws:principalaccount", "aws:principalarn");

  /**
   * The accounts that policies tell apart.
   *
   * @param mentioned those they name somewhere
   * @param others for all others, one of each sort
   * @param complete whether every account is like one of these
   */
  record Accounts(Set<String> mentioned, Set<String> others, boolean complete) {}

  /** The sorts of principals that some policies tell apart. */
  static PrincipalCases of(List<PolicyDocument> documents) {
    Accounts accounts = accounts(documents);
    Set<String> all = new TreeSet<>(accounts.mentioned());
    all.addAll(accounts.others());
    return new PrincipalCases(cases(named(documents), all), accounts.complete());
  }

  /** The principals that some policies name, as they write them. */
  static Set<String> named(List<PolicyDocument> documents) {
    Set<String> named = new LinkedHashSet<>();
    for (PolicyDocument document : documents) {
      for (Statement statement : document.statements()) {
        PrincipalElement element = statement.principal();
        if (element != null) {
          element.named().values().forEach(texts -> texts.forEach(text -> named.add(text.text())));
        }
      }
    }
    return named;
  }

  /** The accounts that some policies tell apart. */
  static Accounts accounts(List<PolicyDocument> documents) {
    Set<String> mentioned = new TreeSet<>();
    Set<String> parts = new TreeSet<>();
    boolean complete = true;
    named(documents).forEach(text -> addAccounts(text, mentioned));
    for (PolicyDocument document : documents) {
      for (Statement statement : document.statements()) {
        for (Condition condition : statement.conditions()) {
          boolean about = ACCOUNT_KEYS.contains(condition.key().toLowerCase(Locale.ROOT));
          for (String value : condition.texts()) {
            addAccounts(value, mentioned);
            String part = accountPart(value);
            if (about && PART_OF_ACCOUNT.matcher(part).find()) {
              boolean decidable =
                  condition.operator().comparison().family() == Family.ARN || BEGINNING_OF_ACCOUNT.matcher(part).matches();
              complete &= decidable && !part.contains("$");
              parts.add(part);
            }
          }
        }
      }
    }
    Set<String> others = likeParts(parts, mentioned);
    others.add(unmentioned(mentioned));
    return new Accounts(mentioned, others, complete && parts.size() <= PARTS_MAX);
  }

  private static void addAccounts(String text, Set<String> accounts) {
    Matcher matcher = ACCOUNT.matcher(text);
    while (matcher.find()) {
      accounts.add(matcher.group());
    }
  }

  private static String accountPart(String text) {
    String[] parts = text.split(":", 6);
    return parts.length == 6 ? parts[4] : text;
  }

  /** For every combination of patterns for account numbers, one that fits exactly these and is not mentioned. */
  private static Set<String> likeParts(Set<String> parts, Set<String> mentioned) {
    TextPattern.Builder digits = new TextPattern.Builder();
    for (int digit = 0; digit < ACCOUNT_DIGITS; digit++) {
      digits.one(CharacterClass.DIGIT);
    }
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim(TextSet.of(List.of(digits.build())), true));
    claims.add(new Claim(TextSet.of(mentioned.stream().map(text -> pattern(text)).toList()), false));
    List<TextSet> sets = parts.stream().limit(PARTS_MAX).map(part -> TextSet.of(List.of(pattern(part)))).toList();
    Set<String> found = new TreeSet<>();
    for (int combination = 1; combination < 1 << sets.size(); combination++) {
      List<Claim> all = new ArrayList<>(claims);
      for (int index = 0; index < sets.size(); index++) {
        all.add(new Claim(sets.get(index), (combination >> index & 1) == 1));
      }
      if (TextSearch.find(all) instanceof TextSearch.Text text) {
        found.add(TextSet.text(text.symbols()));
      }
    }
    return found;
  }

  private static TextPattern pattern(String text) {
    return new TextPattern.Builder().wild(text, CharacterClass.NO_COLON).build();
  }

  /** An account that is none of some. */
  private static String unmentioned(Set<String> accounts) {
    long number = 999_999_999_999L;
    while (accounts.contains(Long.toString(number))) {
      number--;
    }
    return Long.toString(number);
  }

  private static List<PrincipalCase> cases(Set<String> named, Set<String> accounts) {
    List<PrincipalCase> cases = new ArrayList<>();
    List<String> namedArns = named.stream().filter(text -> text.startsWith("arn:")).toList();
    cases.add(PrincipalCase.known(Principal.parse("anonymous")));
    for (String text : named) {
      Principal principal = Principal.parse(text);
      if (!(principal instanceof Principal.Unrecognized) && !(principal instanceof Principal.AccountRoot)) {
        cases.add(PrincipalCase.known(principal));
      }
      if (principal instanceof Principal.Role role) {
        String session = "arn:aws:sts::" + role.account() + ":assumed-role/" + role.name() + "/x";
        cases.add(
            PrincipalCase.known(Principal.parse(session), Map.of("aws:principalarn", List.of(text))));
      }
    }
    for (String account : accounts) {
      cases.add(PrincipalCase.anyUserOf(account, namedArns));
      cases.add(PrincipalCase.anyRoleOf(account, namedArns));
      cases.add(PrincipalCase.known(Principal.parse("arn:aws:iam::" + account + ":root")));
    }
    cases.add(PrincipalCase.known(Principal.parse("x.amazonaws.com")));
    cases.add(PrincipalCase.known(Principal.parse("arn:aws:iam::" + unmentioned(accounts) + ":oidc-provider/x")));
    return cases;
  }
}
