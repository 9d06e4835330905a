/**
 * HTTP: from the servlet container to the pipeline and back.
 * It owns the servlet every request goes to, sign-in and sign-out, the console's files, health, cookies and headers.
 * The container calls it; it uses the pipeline, the sign-in rules, the settings and the data folder.
 * A request that no rule recognises is refused or answered with a file of the console, never with data.
 */
@NullMarked
package bursar.server.http;

import org.jspecify.annotations.NullMarked;
