package bursar.policy.prove;

import bursar.policy.Condition;
import bursar.policy.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody who may ask, who stands for all whom the policies of a question treat alike.
 *
 * @param principal one of them
 * @param given the keys, in lower case, whose values follow from who asks; an empty list means that the key is absent
 * @param conditions what is true of the other keys because of who asks
 */
record PrincipalCase(Principal principal, Map<String, List<String>> given, List<Condition> conditions) {
  /** Whoever the policies are attached to: nothing is known of the request. */
  static final PrincipalCase BEARER =
      new PrincipalCase(Principal.parse("arn:aws:iam::123456789012:user/x"), Map.of(), List.of());

  PrincipalCase {
    Map<String, List<String>> lowerCase = new LinkedHashMap<>();
    given.forEach((key, values) -> lowerCase.put(key.toLowerCase(Locale.ROOT), List.copyOf(values)));
    given = Map.copyOf(lowerCase);
    conditions = List.copyOf(conditions);
  }

  /** A principal about whom everything that follows from the ARN is known. */
  static PrincipalCase known(Principal principal) {
    return known(principal, Map.of());
  }

  /** A principal and keys that are known besides; a key given here counts for more than what follows from the ARN. */
  static PrincipalCase known(Principal principal, Map<String, List<String>> more) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    switch (principal) {
      case Principal.AccountRoot root -> {
        ofAccount(given, root.account(), root.text(), "Account");
        given.put("aws:username", List.of());
      }
      case Principal.User user -> {
        ofAccount(given, user.account(), user.text(), "User");
        given.put("aws:username", List.of(user.text().substring(user.text().lastIndexOf('/') + 1)));
      }
      case Principal.Role role -> {
        ofAccount(given, role.account(), role.text(), "AssumedRole");
        given.put("aws:username", List.of());
      }
      case Principal.RoleSession session -> {
        ofAccount(given, session.account(), session.plainRoleArn(), "AssumedRole");
        given.put("aws:username", List.of());
      }
      case Principal.FederatedUser session -> {
        ofAccount(given, session.account(), session.text(), "FederatedUser");
        given.put("aws:username", List.of());
      }
      case Principal.Service service -> {
        ofNobody(given);
        given.put("aws:principalisawsservice", List.of("true"));
        given.put("aws:principalservicename", List.of(service.text()));
      }
      case Principal.FederatedIdentity identity -> {
        ofNobody(given);
        given.put("aws:federatedprovider", List.of(identity.text()));
      }
      case Principal.Anonymous anonymous -> {
        ofNobody(given);
        given.put("aws:principaltype", List.of("Anonymous"));
      }
      case Principal.Unrecognized unknown -> {}
    }
    more.forEach((key, values) -> given.put(key.toLowerCase(Locale.ROOT), values));
    return new PrincipalCase(principal, given, List.of());
  }

  /** The same, of whom more is true. */
  PrincipalCase with(List<Condition> more) {
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(more);
    return new PrincipalCase(principal, given, all);
  }

  private static void ofAccount(Map<String, List<String>> given, String account, String arn, String type) {
    given.put("aws:principalarn", List.of(arn));
    given.put("aws:principalaccount", List.of(account));
    given.put("aws:principaltype", List.of(type));
    given.put("aws:principalisawsservice", List.of("false"));
    given.put("aws:principalservicename", List.of());
  }

  private static void ofNobody(Map<String, List<String>> given) {
    for (String key :
        List.of("aws:principalarn", "aws:principalaccount", "aws:username", "aws:principalorgid", "aws:principalorgpaths",
            "aws:principalservicename")) {
      given.put(key, List.of());
    }
  }

  /** Any user of an account whose ARN is none of some. */
  static PrincipalCase anyUserOf(String account, List<String> butNotArns) {
    return anyone(account, "user", "User", butNotArns);
  }

  /** Any role of an account whose ARN is none of some. */
  static PrincipalCase anyRoleOf(String account, List<String> butNotArns) {
    return anyone(account, "role", "AssumedRole", butNotArns);
  }

  private static PrincipalCase anyone(String account, String noun, String type, List<String> butNotArns) {
    String arn = "arn:aws:iam::" + account + ":" + noun + "/";
    String name = "x";
    while (butNotArns.contains(arn + name)) {
      name += "x";
    }
    Map<String, List<String>> given = new LinkedHashMap<>();
    ofAccount(given, account, "", type);
    given.remove("aws:principalarn");
    if (noun.equals("role")) {
      given.put("aws:username", List.of());
    }
    return new PrincipalCase(
        Principal.parse(arn + name),
        given,
        List.of(
            Question.condition("ArnLike", "aws:PrincipalArn", List.of(arn + "?*")),
            Question.condition("ArnNotEquals", "aws:PrincipalArn", butNotArns)));
  }
}
