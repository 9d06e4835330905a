/**
 * What a caller may ask, one file an operation, and the gate that every call passes.
 * It owns the declaration of each operation: its names, shapes, needs, errors and documentation.
 * The wire and the server use it; it uses the domain, and of the AWS SDK only the published shapes of requests and answers.
 * No handler runs without an {@code Authorized} input, and only the gate makes one.
 */
@NullMarked
package bursar.operations;

import org.jspecify.annotations.NullMarked;
