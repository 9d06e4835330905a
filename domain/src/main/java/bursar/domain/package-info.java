/**
 * Where state and rules live, free of any transport, database or framework.
 * It owns the vocabulary that every room shares: failures and transactions.
 * Operations and storage may use it; it uses {@code bursar.policy} and the JDK only.
 * Nothing here reads a clock, a disk or a port on its own: time and stores are handed in.
 */
@NullMarked
package bursar.domain;

import org.jspecify.annotations.NullMarked;
