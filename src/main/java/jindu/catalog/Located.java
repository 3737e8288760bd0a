package jindu.catalog;

/** A value with the place it was read from, so that a later check can name it. */
record Located<T>(Location at, T value) {}
