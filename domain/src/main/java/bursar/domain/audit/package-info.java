/**
 * The audit trail: who asked for what, when, from where, and what came of it.
 * It owns the audit event and the ways to look events up.
 * Operations and the server append and read it; it uses accounts only.
 * An event is never changed, and never holds a password, a secret key or a session token.
 */
@NullMarked
package bursar.domain.audit;

import org.jspecify.annotations.NullMarked;
