package jindu.protect.pattern;

import java.util.List;

/**
 * What is published jointly of one indicator in one year: places by sectors, in each quarter and
 * figure.
 *
 * @param cells in order of place and sector; their numbers are those of the layers
 */
record Block(String indicator, int year, List<GridCell> cells, List<Layer> layers) {}
