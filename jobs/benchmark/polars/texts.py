"""How delivered texts are read."""

import polars as pl

from arithmetic import WIDE, half_up, scaled

BLANKS = " \t\n\r\u00a0\u3000"
FULL_WIDTH = [chr(code + 65248) for code in range(33, 127)] + ["\u3000", "\u00a0", "￥", "−"]
PLAIN = [chr(code) for code in range(33, 127)] + [" ", " ", "¥", "-"]
DIGITS = r"([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?"
NUMBER = rf"^(?:(-?¥?|¥-){DIGITS}|[(]¥?{DIGITS}[)])$"
YEAR = "(19|20)[0-9]{2}"
CHINESE_QUARTERS = {"一": "1", "二": "2", "三": "3", "四": "4"}


def cell(text: pl.Expr) -> pl.Expr:
    """Without the blanks at its ends; nothing where that is all."""
    inner = text.str.strip_chars(BLANKS)
    return pl.when(inner != "").then(inner)


def half_width(text: pl.Expr) -> pl.Expr:
    """Full-width letters, digits and signs count as plain ones. Most cells have none."""
    is_plain = text.str.contains("^[ -~]*$")
    return pl.when(is_plain).then(text).otherwise(text.str.replace_many(FULL_WIDTH, PLAIN))


def code(text: pl.Expr) -> pl.Expr:
    return half_width(cell(text)).str.to_uppercase()


def amount(text: pl.Expr, factor: pl.Expr) -> pl.Expr:
    """A number with separators, a leading minus or brackets, in ten-thousandths of base units."""
    plain = text.str.replace("(", "-", literal=True).str.replace_all("[,¥)]", "")
    millionths = scaled(pl.when(text.str.contains(NUMBER)).then(plain), 6)
    return half_up(millionths * factor.cast(WIDE), pl.lit(100))


def period_text(text: pl.Expr) -> pl.Expr:
    return half_width(cell(text)).str.replace_many(["—", "–", "~", "至", "到", " "], ["-"] * 5 + [""])


def last_month(text: pl.Expr) -> pl.Expr:
    """2020-02, 202002, 2020年2月, 2020年1-2月, 2020Q1, 2020-Q1, 2020年一季度, 2020: the last month."""

    def matches(pattern: str) -> pl.Expr:
        return text.str.contains(f"^(?:{pattern})$")

    def month(digits: pl.Expr) -> pl.Expr:
        return text.str.slice(0, 4) + "-" + digits.str.pad_start(2, "0")

    def of_quarter(digit: pl.Expr) -> pl.Expr:
        return month((3 * digit.cast(pl.Int64, strict=False)).cast(pl.String))

    quarter = text.str.extract("(.)季度", 1).replace(CHINESE_QUARTERS)
    return (
        pl.when(matches(YEAR + "-(0?[1-9]|1[0-2])")).then(month(text.str.slice(5)))
        .when(matches(YEAR + "(0[1-9]|1[0-2])")).then(month(text.str.tail(2)))
        .when(matches(YEAR + "年(1-)?(0?[1-9]|1[0-2])月")).then(month(text.str.extract("([0-9]+)月", 1)))
        .when(matches(YEAR + "-?[Qq][1-4]")).then(of_quarter(text.str.tail(1)))
        .when(matches(YEAR + "年第?[1-4一二三四]季度")).then(of_quarter(quarter))
        .when(matches(YEAR + "(年度?)?")).then(text.str.slice(0, 4) + "-12")
    )


def period(text: pl.Expr) -> pl.Expr:
    return last_month(period_text(text))


def first_month(text: pl.Expr) -> pl.Expr:
    """Of a beginning the first month is meant."""
    plain, last = period_text(text), period(text)
    quarter_begins = (last.str.tail(2).cast(pl.Int64, strict=False) - 2).cast(pl.String).str.pad_start(2, "0")
    is_year = plain.str.contains(f"^{YEAR}(年度?)?$") | plain.str.contains("年1-", literal=True)
    return (
        pl.when(is_year).then(last.str.slice(0, 4) + "-01")
        .when(plain.str.contains("[Qq季]")).then(last.str.slice(0, 5) + quarter_begins)
        .otherwise(last)
    )


def moment(text: pl.Expr) -> pl.Expr:
    plain = half_width(cell(text)).str.replace_many(["/", "年", "月", "日"], ["-", "-", "-", ""])
    return pl.coalesce(
        *[plain.str.to_datetime(form, strict=False, time_unit="us") for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M")],
        plain.str.to_date("%Y-%m-%d", strict=False).cast(pl.Datetime("us")),
    )


def place_code(text: pl.Expr) -> pl.Expr:
    """Nine digits, or the twelve of a village in it."""
    plain = code(text)
    return pl.when(plain.str.contains("^[0-9]{12}$")).then(plain.str.slice(0, 9)).otherwise(plain)


def class_code(text: pl.Expr) -> pl.Expr:
    """With or without the letter of the section."""
    plain = code(text)
    return pl.when(plain.str.contains("^[A-T][0-9]{2,4}$")).then(plain.str.slice(1)).otherwise(plain)


def class_letter(text: pl.Expr) -> pl.Expr:
    plain = code(text)
    return pl.when(plain.str.contains("^[A-T][0-9]{2,4}$")).then(plain.str.slice(0, 1))
