/**
 * The shape of requests and answers, read from the AWS SDK's model classes and from our own records alike.
 * It owns the one description of members, names and types that codecs, validation and documentation walk over.
 * The wire, the declarations and the server use it; it uses the SDK's field descriptions and reflection, once a class.
 * A shape never holds a value: it says how values are read and built.
 */
@NullMarked
package bursar.operations.shape;

import org.jspecify.annotations.NullMarked;
