package bursar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.shape.Shape;
import bursar.operations.shape.Shapes;
import bursar.wire.route.Codecs;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Every request and every answer of the SDK's four services, with random content, goes out and comes back as it was. */
class EveryShapeTest {
  private static final int ROUNDS = 4;

  @Test
  void everyIamFormAndAnswerComesBack() throws Exception {
    assertThat(query(Samples.IAM, IamClient.class)).isGreaterThan(170);
  }

  @Test
  void everyStsFormAndAnswerComesBack() throws Exception {
    assertThat(query(Samples.STS, StsClient.class)).isGreaterThan(8);
  }

  @Test
  void everyCostExplorerRequestAndAnswerComesBack() {
    assertThat(json(Samples.CE, CostExplorerClient.class)).isGreaterThan(40);
  }

  @Test
  void everyCloudTrailRequestAndAnswerComesBack() {
    assertThat(json(Samples.CLOUDTRAIL, CloudTrailClient.class)).isGreaterThan(40);
  }

  @Test
  void ourOwnRecordsComeBack() {
    for (int seed = 0; seed < 500; seed++) {
      jsonRoundTrip(Samples.BURSAR, Samples.Everything.class, seed);
    }
  }

  private static int json(ServiceDefinition service, Class<?> client) {
    for (List<Class<?>> pair : operations(client)) {
      for (int seed = 0; seed < ROUNDS; seed++) {
        jsonRoundTrip(service, pair.get(0), seed);
        jsonRoundTrip(service, pair.get(1), seed);
      }
    }
    return operations(client).size();
  }

  private static <T> void jsonRoundTrip(ServiceDefinition service, Class<T> type, int seed) {
    Declaration<T, T> both = Samples.declaration(service, "Any", type, type);
    Object value = new RandomValues(seed).value(Shapes.of(type), 0);
    Codec codec = Codecs.of(service.protocol());
    WireResponse written = codec.encode(both, value, "id");
    RawRequest request = new RawRequest("POST", "/", null, Requests.headers(), written.body(), "");
    assertThat(codec.decode(both, request)).as("%s, seed %s", type.getSimpleName(), seed).isEqualTo(value);
  }

  private static int query(ServiceDefinition service, Class<?> client) throws Exception {
    for (List<Class<?>> pair : operations(client)) {
      for (int seed = 0; seed < ROUNDS; seed++) {
        formRoundTrip(service, pair.get(0), seed);
        xmlRoundTrip(service, pair.get(1), seed);
      }
    }
    return operations(client).size();
  }

  private static <T> void formRoundTrip(ServiceDefinition service, Class<T> type, int seed) {
    Declaration<T, T> both = Samples.declaration(service, "Any", type, type);
    Object value = new RandomValues(seed).value(Shapes.of(type), 0);
    String form = FormText.of("Any", service.apiVersion(), value);
    assertThat(Codecs.of(service.protocol()).decode(both, Requests.form(form))).as("%s, seed %s: %s", type.getSimpleName(), seed, form)
        .isEqualTo(value);
  }

  private static void xmlRoundTrip(ServiceDefinition service, Class<?> type, int seed) throws Exception {
    Declaration<?, ?> both = Samples.declaration(service, "Any", type, type);
    Shape.Structure shape = Shapes.of(type);
    Object value = new RandomValues(seed).value(shape, 0);
    byte[] xml = Codecs.of(service.protocol()).encode(both, value, "id").body();
    Element root = XmlTree.parse(xml);
    assertThat(XmlTree.child(XmlTree.child(root, "ResponseMetadata"), "RequestId").getTextContent()).isEqualTo("id");
    Element result = XmlTree.child(root, "AnyResult");
    assertThat(result == null).isEqualTo(shape.members().isEmpty());
    if (result != null) {
      assertThat(XmlTree.value(shape, result)).as("%s, seed %s", type.getSimpleName(), seed).isEqualTo(value);
    }
  }

  private static List<List<Class<?>>> operations(Class<?> client) {
    Map<String, List<Class<?>>> pairs = new LinkedHashMap<>();
    for (Method method : client.getMethods()) {
      if (method.getParameterCount() == 1 && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
          && AwsResponse.class.isAssignableFrom(method.getReturnType())) {
        pairs.put(method.getName(), List.of(method.getParameterTypes()[0], method.getReturnType()));
      }
    }
    return new ArrayList<>(pairs.values());
  }
}
