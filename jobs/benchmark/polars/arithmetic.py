"""Exact arithmetic. Amounts are whole numbers of ten-thousandths, in 64 bits; products and sums in 128."""

import polars as pl

AMOUNT = pl.Decimal(28, 4)
WIDE = pl.Int128
ONE = 10_000


def half_up(numerator: pl.Expr, denominator: pl.Expr) -> pl.Expr:
    """The whole number nearest to a quotient; halves go away from zero."""
    numerator, denominator = numerator.cast(WIDE), denominator.cast(WIDE)
    size = (2 * numerator.abs() + denominator.abs()) // (2 * denominator.abs())
    return size * numerator.sign() * denominator.sign()


def product(amount: pl.Expr, millionths: pl.Expr) -> pl.Expr:
    return half_up(amount.cast(WIDE) * millionths.cast(WIDE), pl.lit(1_000_000))


def share_of(amount: pl.Expr, numerator: pl.Expr, denominator: pl.Expr) -> pl.Expr:
    return half_up(amount.cast(WIDE) * numerator.cast(WIDE), denominator)


def percent(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """In percent; null without a positive whole, and beyond what a percentage holds."""
    part, whole = part.cast(WIDE), whole.cast(WIDE)
    is_known = (whole > 0) & (part.abs() < 1_000_000 * whole)
    return half_up(pl.when(is_known).then(part * 1_000_000), pl.when(is_known).then(whole))


def known_sum(part: str) -> pl.Expr:
    """An unknown part makes a sum unknown."""
    column = pl.col(part)
    return pl.when(column.null_count() == 0).then(column.cast(WIDE).sum()).alias(part)


def known_sum_where(part: str, condition: pl.Expr) -> pl.Expr:
    """The same over some rows; without any it is unknown."""
    column = pl.col(part)
    is_known = condition.any() & ~(condition & column.is_null()).any()
    return pl.when(is_known).then(column.filter(condition).cast(WIDE).sum())


def scaled(text: pl.Expr, decimals: int) -> pl.Expr:
    """A plain decimal number as a whole number of so many decimals, rounded half up."""
    number = text.str.extract_groups(r"^(-?)([0-9]+)(?:[.]([0-9]+))?$")
    fraction = number.struct.field("3").fill_null("").str.slice(0, decimals + 1)
    digits = fraction.str.pad_end(decimals + 1, "0").cast(pl.Int64, strict=False)
    whole = number.struct.field("2").cast(pl.Int64, strict=False).cast(WIDE)
    size = (whole * 10 ** (decimals + 1) + digits + 5) // 10
    return pl.when(number.struct.field("1") == "-").then(0 - size).otherwise(size)


def decimal(ten_thousandths: str) -> pl.Expr:
    """As it is written to a file."""
    return (pl.col(ten_thousandths).cast(pl.Decimal(38, 4)) / ONE).cast(AMOUNT)
