/**
 * How people come in: checking passwords, slowing down guesses, and the browser sessions kept on the server's side.
 * It owns sessions and the count of failed attempts.
 * The server uses it; it uses accounts and identity.
 * A session's tokens are stored as hashes only, and a wrong password and an unknown user are answered alike after the same work.
 */
@NullMarked
package bursar.domain.signin;

import org.jspecify.annotations.NullMarked;
