package bursar.bench.engines;

/**
 * One request, in no engine's language.
 *
 * @param user the name of who asks
 * @param team that user's team
 * @param action in full
 * @param resource its ARN
 * @param address where the call comes from
 * @param encrypted whether it comes over TLS
 * @param folder the folder asked for
 */
record Question(String user, String team, String action, String resource, String address, boolean encrypted, String folder) {
  Question withAction(String other) {
    return new Question(user, team, other, resource, address, encrypted, folder);
  }

  Question withResource(String other) {
    return new Question(user, team, action, other, address, encrypted, folder);
  }

  Question withTeam(String other) {
    return new Question(user, other, action, resource, address, encrypted, folder);
  }

  Question withAddress(String other) {
    return new Question(user, team, action, resource, other, encrypted, folder);
  }

  Question unencrypted() {
    return new Question(user, team, action, resource, address, false, folder);
  }

  Question withFolder(String other) {
    return new Question(user, team, action, resource, address, encrypted, other);
  }
}
