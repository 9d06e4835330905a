package bursar.operations.bursar;

/** A request that says nothing beyond its name. */
public record Nothing() {}
