/**
 * The data folder: everything this server keeps on disk.
 * It owns the folder's layout, its keys, its token for the operator, and the lock that keeps two processes apart.
 * The server and its commands use it; it uses the JDK only.
 * Nobody but the owner of the process can read what is in it.
 */
@NullMarked
package bursar.server.data;

import org.jspecify.annotations.NullMarked;
