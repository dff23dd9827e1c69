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
linearised <- function(r, u, w, df = df_of(w)) {
  if (abs(r) > 1 - 1e-14) return(figures(sign(r), sign(r), sign(r), 0))
  scaled <- se_of(w * u, w) / (1 - r^2)
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

# The table of two columns with, for every cell, the weight in the same order and in the opposite order.
orders <- function(x, y, w) {
  n <- length(x)
  x <- codes(x)
  y <- codes(y)
  cells <- unclass(xtabs((if (is.null(w)) rep(1, n) else w) ~ x + y))
  total <- sum(cells)
  corner <- corners(cells)
  excess <- corner$agree - corner$disagree
  list(n = n, x = x, y = y, w = w, cells = cells, total = total, agree = corner$agree, disagree = corner$disagree,
       d = excess, excess = sum(cells * excess), rows = rowSums(cells), columns = colSums(cells),
       not_tied_x = total^2 - sum(rowSums(cells)^2), not_tied_y = total^2 - sum(colSums(cells)^2))
}

# Coefficients of concordance, and their derivatives by the weight of a cell (Goodman & Kruskal 1972; Brown &
# Benedetti 1977).
tau_b <- function(o) {
  root <- sqrt(o$not_tied_x * o$not_tied_y)
  tau <- o$excess / root
  u <- (2 * root * o$d + tau * outer(o$rows * o$not_tied_y, o$columns * o$not_tied_x, "+") -
    o$total * tau * (o$not_tied_x + o$not_tied_y)) / root^2
  list(value = tau, u = u)
}

tau_c <- function(o) {
  m <- min(dim(o$cells))
  scale <- m / ((m - 1) * o$total^2)
  list(value = o$excess * scale, u = 2 * scale * (o$d - o$excess / o$total))
}

gamma_of <- function(o) {
  p <- sum(o$cells * o$agree)
  q <- sum(o$cells * o$disagree)
  list(value = (p - q) / (p + q), u = 4 * (q * o$agree - p * o$disagree) / (p + q)^2)
}

somers_d <- function(o) {
  u <- 2 * (o$not_tied_x * o$d - o$excess * (o$total - o$rows)) / o$not_tied_x^2
  list(value = o$excess / o$not_tied_x, u = u)
}

# All of them ask whether as many pairs agree as disagree.
order_p <- function(o) {
  if (!is.null(o$w)) {
    tau <- tau_b(o)
    return(linearised(tau$value, tau$u[cbind(o$x, o$y)], o$w)$p)
  }
  if (o$n <= 5000) {
    untied <- !anyDuplicated(o$x) && !anyDuplicated(o$y)
    test <- cor.test(o$x, o$y, method = "kendall", exact = untied && o$n < 50, continuity = FALSE)
    if (abs(test$estimate - tau_b(o)$value) > 1e-12) stop("tau-b of the table and of cor.test() differ")
    return(test$p.value)
  }
  single <- function(t) sum(t * (t - 1) * (2 * t + 5))
  pairs <- function(t) sum(t * (t - 1))
  triples <- function(t) sum(t * (t - 1) * (t - 2))
  variance <- (single(o$n) - single(o$rows) - single(o$columns)) / 18 +
    pairs(o$rows) * pairs(o$columns) / (2 * pairs(o$n)) +
    triples(o$rows) * triples(o$columns) / (9 * triples(o$n))
  2 * pnorm(-abs(o$excess / 2 / sqrt(variance)))
}

table_interval <- function(o, m) pmin(1, pmax(-1, m$value + c(-1, 1) * z * sqrt(sum(o$cells * m$u^2))))

kendall <- function(x, y, w) {
  o <- orders(x, y, w)
  tau <- tau_b(o)
  if (!is.null(w)) return(linearised(tau$value, tau$u[cbind(o$x, o$y)], w))
  ci <- if (min(dim(o$cells)) <= 12) table_interval(o, tau)
    else fisher(tau$value, if (o$n > 4) z * sqrt(0.437 / (o$n - 4)) else NA) # Fieller, Hartley & Pearson 1957
  figures(tau$value, ci[1], ci[2], order_p(o))
}

ordinal <- function(measure) function(x, y, w) {
  o <- orders(x, y, w)
  m <- measure(o)
  p <- order_p(o)
  if (abs(m$value) > 1 - 1e-14) return(figures(sign(m$value), NA, NA, p))
  if (!is.null(w)) {
    row <- linearised(m$value, m$u[cbind(o$x, o$y)], w)
    return(figures(row$estimate, row$low, row$high, p))
  }
  ci <- fisher(m$value, z * sqrt(o$n / (o$n - 1) * sum(o$cells * m$u^2)) / (1 - m$value^2))
  figures(m$value, ci[1], ci[2], p)
}

# x: two groups. Somers' D given the group; interval on Fisher's scale (Newson 2002).
rank_biserial <- function(x, y, w) {
  o <- orders(x, y, w)
  d <- somers_d(o)
  p <- if (!is.null(w)) order_p(o)
    else suppressWarnings(wilcox.test(y[o$x == 2], y[o$x == 1], exact = !anyDuplicated(y) && o$n <= 50,
                                      correct = FALSE)$p.value)
  if (abs(d$value) > 1 - 1e-14) return(figures(sign(d$value), NA, NA, p))
  ci <- if (!is.null(w)) unlist(linearised(d$value, d$u[cbind(o$x, o$y)], w)[c("low", "high")])
    else fisher(d$value, z * sqrt(o$n / (o$n - 1) * sum(o$cells * d$u^2)) / (1 - d$value^2))
  figures(d$value, ci[1], ci[2], p)
}
`;
