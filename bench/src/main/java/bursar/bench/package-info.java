/**
 * The load program: it signs requests, keeps a server busy over many connections, and says how fast the answers came.
 * It owns the figures of bench/README.md.
 * Nothing uses it; it uses the JDK alone, so that it starts from a source tree and takes little of the machine it measures.
 * Every run ends by count and by time, and an answer that is not the expected one fails the run.
 */
@NullMarked
package bursar.bench;

import org.jspecify.annotations.NullMarked;
