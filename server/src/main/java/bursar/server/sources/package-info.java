/**
 * Looks at buckets for new cost data, on a schedule.
 * It owns the one thread that looks, and the folder to which objects are fetched meanwhile.
 * The rooms start it; it uses the domain's sources and buckets, and the imports that run in the background.
 * What is fetched goes through the same import as any file, and nothing of it stays when the import has ended.
 */
@NullMarked
package bursar.server.sources;

import org.jspecify.annotations.NullMarked;
