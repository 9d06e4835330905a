/**
 * The query protocol of IAM and STS: forms in, XML out.
 * It owns the reading of {@code Members.member.1.Name=value} and the writing of XML, over shapes and without knowing any operation.
 * The router and the server use it through {@link bursar.wire.Codec}; it uses shapes, declarations and no XML library.
 * What is written is well-formed XML 1.0 whatever a value holds, and what is read is refused with its place or is whole.
 */
@NullMarked
package bursar.wire.query;

import org.jspecify.annotations.NullMarked;
