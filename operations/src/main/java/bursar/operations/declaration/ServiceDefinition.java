package bursar.operations.declaration;

/**
 * A service as clients know it.
 *
 * @param name the name in a signature's scope and before the colon of its actions, such as {@code iam}
 * @param protocol its spelling on HTTP
 * @param apiVersion the {@code Version} of a query service, the model's date otherwise
 * @param targetPrefix what stands before the dot of {@code X-Amz-Target}; empty for query and REST services
 * @param xmlNamespace the namespace of a query service's answers; empty otherwise
 * @param eventSource the source its audit events name, such as {@code iam.amazonaws.com}
 */
public record ServiceDefinition(
    String name, Protocol protocol, String apiVersion, String targetPrefix, String xmlNamespace, String eventSource) {}
