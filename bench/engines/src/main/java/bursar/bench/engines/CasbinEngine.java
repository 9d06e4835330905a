package bursar.bench.engines;

import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/**
 * jCasbin, asked for less than the others: no conditions, patterns cut at their first star so that its fastest comparison will do,
 * and no deciding statements. A rule with several actions is several of its rules.
 */
final class CasbinEngine implements Engine {
  private static final String MODEL =
      """
      [request_definition]
      r = obj, act
      [policy_definition]
      p = obj, act, eft
      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
      [matchers]
      m = keyMatch(r.act, p.act) && keyMatch(r.obj, p.obj)
      """;

  private final Enforcer enforcer;
  private final Object[][] questions;

  CasbinEngine(Workload workload) {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    this.enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    for (Rule rule : workload.rules()) {
      if (!rule.allows() && rule.test() != null) {
        continue; // Without its condition a denial would end the search at once, for every question.
      }
      for (String action : rule.actions()) {
        enforcer.addPolicy(cut(rule.resource()), cut(action), rule.allows() ? "allow" : "deny");
      }
    }
    this.questions =
        workload.questions().stream().map(question -> new Object[] {question.resource(), question.action()}).toArray(Object[][]::new);
  }

  private static String cut(String pattern) {
    int star = pattern.indexOf('*');
    return star < 0 ? pattern : pattern.substring(0, star + 1);
  }

  @Override
  public Object decide(int question) {
    return enforcer.enforce(questions[question]);
  }

  @Override
  public boolean allows(int question) {
    return enforcer.enforce(questions[question]);
  }
}
