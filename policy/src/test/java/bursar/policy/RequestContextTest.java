package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestContextTest {
  private final List<String> gatherings = new ArrayList<>();
  private final RequestContext dear =
      RequestContext.whenAsked(
          () -> {
            gatherings.add("now");
            return RequestContext.builder().put("aws:username", "Anna").build();
          });

  @Test
  void aContextGatheredWhenAskedIsNotGatheredForPoliciesWithoutConditions() {
    assertThat(decide("{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}")).isInstanceOf(Decision.Allowed.class);
    assertThat(gatherings).isEmpty();
  }

  @Test
  void itIsGatheredOnceAndThenSaysTheSameAsAnyOther() {
    String condition = "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":\"Anna\"}}}";
    assertThat(decide(condition)).isInstanceOf(Decision.Allowed.class);
    assertThat(decide(condition)).isInstanceOf(Decision.Allowed.class);
    assertThat(dear).isEqualTo(RequestContext.builder().put("aws:username", "Anna").build());
    assertThat(gatherings).hasSize(1);
  }

  private Decision decide(String statement) {
    PolicyDocument document = PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}");
    return PolicySet.of(List.of(new AttachedPolicy("P", null, "attached", document)))
        .evaluate(new AccessRequest("arn:aws:iam::111122223333:user/Anna", "s3:GetObject", "arn:aws:s3:::b/k", dear));
  }
}
