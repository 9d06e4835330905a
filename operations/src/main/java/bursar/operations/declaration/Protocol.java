package bursar.operations.declaration;

/** The spelling a service uses on HTTP, as its AWS model states it. */
public enum Protocol {
  /** Form-encoded {@code Action} and {@code Version}, XML answers. */
  AWS_QUERY,
  /** {@code X-Amz-Target}, JSON, content type {@code application/x-amz-json-1.0}. */
  AWS_JSON_1_0,
  /** {@code X-Amz-Target}, JSON, content type {@code application/x-amz-json-1.1}. */
  AWS_JSON_1_1,
  /** A path an operation, JSON bodies. */
  REST_JSON_1
}
