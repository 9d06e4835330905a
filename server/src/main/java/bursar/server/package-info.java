/**
 * The front door: where the program starts.
 * It owns the way from a command line or a socket to the operations, and is the only room that knows the clock, the disk, the port and Spring.
 * Nothing uses it; it may use every other room.
 * Nothing it does goes around the gate: commands act as the operator through the same operations as everyone else.
 */
@NullMarked
package bursar.server;

import org.jspecify.annotations.NullMarked;
