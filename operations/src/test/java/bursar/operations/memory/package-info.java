/**
 * Stand-ins for the stores, in memory, for stories about operations.
 * It owns just as much behaviour as the stories need; what they never ask throws.
 * Tests of operations use it; it uses the domain's ports only.
 * The real stores prove the whole contracts in their own module.
 */
package bursar.operations.memory;
