package jindu.protect.pattern;

import java.util.BitSet;

/**
 * Sensitive cells that one attacker bounds too closely.
 *
 * @param known what he knows beside the open cells
 * @param seen the layer as he sees it
 * @param cells the cells
 */
record Exposure(BitSet known, Layer seen, BitSet cells) {}
