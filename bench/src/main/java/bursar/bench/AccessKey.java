package bursar.bench;

/**
 * A key to sign with.
 *
 * @param id the access key's id
 * @param secret its secret
 */
record AccessKey(String id, String secret) {}
