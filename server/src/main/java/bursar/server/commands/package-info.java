/**
 * The commands of ./bursar.
 * It owns their options, what they print and their exit codes.
 * Main uses it; it uses the rooms and the operator's channel.
 * A command that fails says in one sentence what to do, and exits with another code than 0.
 */
@NullMarked
package bursar.server.commands;

import org.jspecify.annotations.NullMarked;
