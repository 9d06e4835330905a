/**
 * Buckets of S3-compatible stores, from which cost data is read.
 * It owns the one client that calls them, its patience and its sentences.
 * The server opens it; it uses {@code bursar.domain} and the AWS SDK for Java's S3 client.
 * Only the address it is given is called, no redirect is followed, and no answer is waited for without end.
 */
@NullMarked
package bursar.storage.buckets;

import org.jspecify.annotations.NullMarked;
