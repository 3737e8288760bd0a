-- Exact arithmetic. Amounts have four decimals; they are counted in ten-thousandths, as whole numbers.

CREATE MACRO ten_thousandths(amount) AS (amount::DECIMAL(28,4) * 10000)::HUGEINT;

CREATE MACRO millionths(factor) AS (factor::DECIMAL(18,6) * 1000000)::HUGEINT;

CREATE MACRO amount(ten_thousandths) AS
  (ten_thousandths::DECIMAL(24,0) * 0.0001::DECIMAL(5,4))::DECIMAL(24,4);

-- The whole number nearest to a quotient; halves go away from zero.
CREATE MACRO half_up(numerator, denominator) AS
  sign(numerator)::HUGEINT * sign(denominator)::HUGEINT
    * ((2 * abs(numerator) + abs(denominator)) // (2 * abs(denominator)));

-- Rounded once, half up, to four decimals.
CREATE MACRO product(amount, factor) AS
  amount(half_up(ten_thousandths(amount) * millionths(factor), 1000000::HUGEINT));

CREATE MACRO share_of(amount, numerator, denominator) AS
  amount(half_up(ten_thousandths(amount) * ten_thousandths(numerator), ten_thousandths(denominator)));

-- part / whole in percent; null without a positive whole, and beyond what a percentage holds.
CREATE MACRO percent(part, whole) AS
  CASE WHEN whole > 0 AND abs(part::DECIMAL(38,4)) < 1000000 * whole::DECIMAL(38,4)
    THEN amount(half_up(ten_thousandths(part) * 1000000, ten_thousandths(whole))) END;

-- An unknown part makes a sum unknown.
CREATE MACRO known_sum(part) AS
  CASE WHEN count(*) = count(part) THEN sum(part)::DECIMAL(28,4) END;

CREATE MACRO known_sum_where(part, condition) AS
  CASE WHEN count(*) FILTER (condition) = count(part) FILTER (condition)
    THEN (sum(part) FILTER (condition))::DECIMAL(28,4) END;
