/** R for the coefficients with a sign. R's own tests wherever they are the same test. */
export const signed = String.raw`
# ---- Coefficients with a sign --------------------------------------------------------------

z <- qnorm(1 - (1 - confidence) / 2)

figures <- function(estimate, low, high, p)
  list(estimate = estimate, low = low, high = high, p = max(p, 2^-1074))

# tanh(atanh r +- half), Fisher 1921; a perfect coefficient has no width.
fisher <- function(r, half)
  if (abs(r) >= 1) c(r, r) else if (is.na(half)) c(NA, NA) else tanh(atanh(r) + c(-1, 1) * half)

# Weighted: t of atanh r with its linearised standard error (Binder 1983). Each person adds w u to the total whose
# variance is wanted; u is what a little more weight for that person does to the coefficient.
linearised <- function(r, u, w, df = length(w) - 1) {
  if (abs(r) > 1 - 1e-14) return(figures(sign(r), sign(r), sign(r), 0))
  scaled <- sqrt(length(w) * var(w * u)) / (1 - r^2)
  ci <- fisher(r, qt(1 - (1 - confidence) / 2, df) * scaled)
  figures(r, ci[1], ci[2], 2 * pt(-abs(atanh(r) / scaled), df))
}

weighted_r <- function(x, y, w) cov.wt(cbind(x, y), wt = w / sum(w), cor = TRUE, method = "ML")$cor[1, 2]

standardise <- function(x, w) {
  d <- x - weighted.mean(x, w)
  d / sqrt(weighted.mean(d^2, w))
}

pearson_u <- function(x, y, w, r) {
  zx <- standardise(x, w)
  zy <- standardise(y, w)
  (zx * zy - r * (zx^2 + zy^2) / 2) / sum(w)
}

pearson <- function(x, y, w) {
  if (!is.null(w)) {
    r <- weighted_r(x, y, w)
    return(linearised(r, pearson_u(x, y, w, r), w))
  }
  test <- cor.test(x, y, conf.level = confidence)
  ci <- if (length(x) > 3) test$conf.int else c(NA, NA)
  figures(unname(test$estimate), ci[1], ci[2], test$p.value)
}

# Distinct values by number, in order: R's own factor() takes values alike in 15 digits for one.
codes <- function(x) match(x, sort(unique(x)))

# Share of the weight below a value plus half of the share at it: the mid-rank, whatever the weights.
mid_rank <- function(x, w) {
  at <- rowsum(w, codes(x))[, 1]
  ((cumsum(at) - at / 2) / sum(w))[codes(x)]
}

# What weight at each person's value does to a statistic through the mid-ranks of all: those above move up by one,
# those level by a half, and every rank shrinks by its own size. d: derivative by rank, times weight.
through_ranks <- function(x, rank, d, w) {
  by_value <- rowsum(d, codes(x))[, 1]
  above <- rev(cumsum(rev(by_value))) - by_value
  moved <- above + by_value / 2 - sum(d * rank)
  moved[codes(x)] / sum(w)
}

spearman <- function(x, y, w) {
  n <- length(x)
  if (!is.null(w)) {
    rx <- mid_rank(x, w)
    ry <- mid_rank(y, w)
    r <- weighted_r(rx, ry, w)
    zx <- standardise(rx, w)
    zy <- standardise(ry, w)
    sd_of <- function(v) sqrt(weighted.mean((v - weighted.mean(v, w))^2, w))
    share <- w / sum(w)
    u <- pearson_u(rx, ry, w, r) +
      through_ranks(x, rx, share * (zy - r * zx) / sd_of(rx), w) +
      through_ranks(y, ry, share * (zx - r * zy) / sd_of(ry), w)
    return(linearised(r, u, w))
  }
  untied <- !anyDuplicated(x) && !anyDuplicated(y)
  test <- suppressWarnings(cor.test(x, y, method = "spearman", exact = untied && n <= 9))
  r <- unname(test$estimate)
  # Bonett & Wright 2000
  ci <- fisher(r, if (n > 3) z * sqrt((1 + r^2 / 2) / (n - 3)) else NA)
  figures(r, ci[1], ci[2], test$p.value)
}

# Weight above-and-right or below-and-left of each cell (agree), and of the two other corners (disagree).
corners <- function(cells) {
  from_top_left <- function(m) {
    m <- apply(m, 2, cumsum)
    dim(m) <- dim(cells)
    m <- t(apply(m, 1, cumsum))
    dim(m) <- dim(cells)
    rbind(0, cbind(0, m))[seq_len(nrow(cells)), seq_len(ncol(cells)), drop = FALSE]
  }
  up <- rev(seq_len(nrow(cells)))
  left <- rev(seq_len(ncol(cells)))
  list(
    agree = from_top_left(cells) +
      from_top_left(cells[up, left, drop = FALSE])[up, left, drop = FALSE],
    disagree = from_top_left(cells[up, , drop = FALSE])[up, , drop = FALSE] +
      from_top_left(cells[, left, drop = FALSE])[, left, drop = FALSE]
  )
}

kendall <- function(x, y, w) {
  n <- length(x)
  x <- codes(x)
  y <- codes(y)
  cells <- unclass(xtabs((if (is.null(w)) rep(1, n) else w) ~ x + y))
  total <- sum(cells)
  rows <- rowSums(cells)
  columns <- colSums(cells)
  corner <- corners(cells)
  not_tied_x <- total^2 - sum(rows^2)
  not_tied_y <- total^2 - sum(columns^2)
  root <- sqrt(not_tied_x * not_tied_y)
  tau <- sum(cells * (corner$agree - corner$disagree)) / root
  # Brown & Benedetti 1977: derivative of tau-b by the weight of a cell.
  u <- (2 * root * (corner$agree - corner$disagree) +
    tau * outer(rows * not_tied_y, columns * not_tied_x, "+") -
    total * tau * (not_tied_x + not_tied_y)) / root^2
  if (!is.null(w))
    return(linearised(tau, u[cbind(x, y)], w))
  if (n <= 5000) {
    test <- cor.test(x, y, method = "kendall", exact = FALSE, continuity = FALSE)
    if (abs(test$estimate - tau) > 1e-12) stop("tau-b of the table and of cor.test() differ")
    p <- test$p.value
  } else {
    single <- function(t) sum(t * (t - 1) * (2 * t + 5))
    pairs <- function(t) sum(t * (t - 1))
    triples <- function(t) sum(t * (t - 1) * (t - 2))
    variance <- (single(n) - single(rows) - single(columns)) / 18 +
      pairs(rows) * pairs(columns) / (2 * pairs(n)) +
      triples(rows) * triples(columns) / (9 * triples(n))
    p <- 2 * pnorm(-abs(tau * root / 2 / sqrt(variance)))
  }
  ci <- if (min(dim(cells)) <= 12) pmin(1, pmax(-1, tau + c(-1, 1) * z * sqrt(sum(cells * u^2))))
    else fisher(tau, if (n > 4) z * sqrt(0.437 / (n - 4)) else NA) # Fieller, Hartley & Pearson 1957
  figures(tau, ci[1], ci[2], p)
}

phi <- function(x, y, w) {
  if (!is.null(w)) return(pearson(x, y, w))
  n <- length(x)
  r <- cor(x, y)
  p <- suppressWarnings(chisq.test(table(x, y), correct = FALSE)$p.value)
  # Bishop, Fienberg & Holland 1975, eq. 11.3-14
  px <- mean(x == max(x))
  py <- mean(y == max(y))
  dx <- 2 * px - 1
  dy <- 2 * py - 1
  vx <- px * (1 - px)
  vy <- py * (1 - py)
  variance <- (1 - r^2 + r * (1 + r^2 / 2) * dx * dy / sqrt(vx * vy) -
    0.75 * r^2 * (dx^2 / vx + dy^2 / vy)) / (n - 1)
  ci <- fisher(r, if (abs(r) < 1) z * sqrt(max(0, variance)) / (1 - r^2) else 0)
  figures(r, ci[1], ci[2], p)
}
`;
