/** R for yes/no variables: tables of two by two, and two groups compared by their averages. */
export const twoGroups = String.raw`
# ---- Two groups ----------------------------------------------------------------------------

four_cells <- function(x, y, w) {
  x <- codes(x)
  y <- codes(y)
  unclass(if (is.null(w)) table(x, y) else xtabs(w ~ x + y))
}

# Chi-square without Yates' correction; Fisher's exact test where fewer than five people are expected in a cell.
four_p <- function(x, y, w) {
  if (!is.null(w)) return(pearson(x, y, w)$p)
  cells <- four_cells(x, y, w)
  test <- suppressWarnings(chisq.test(cells, correct = FALSE))
  if (min(test$expected) < 5) fisher.test(cells)$p.value else test$p.value
}

phi <- function(x, y, w) {
  if (!is.null(w)) return(pearson(x, y, w))
  n <- length(x)
  r <- cor(x, y)
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
  figures(r, ci[1], ci[2], four_p(x, y, w))
}

# Half the width of value +- t SE, u what a little more weight for each person does to the value (Binder 1983).
half_width <- function(u, w) qt(1 - (1 - confidence) / 2, df_of(w)) * se_of(w * u, w)

# Half a person of mean weight in every cell where one that is needed is empty (Anscombe 1956).
ratio <- function(of, variance, derivative, needed) function(x, y, w) {
  cells <- four_cells(x, y, w)
  if (any(cells[needed] == 0)) cells <- cells + sum(cells) / length(x) / 2
  log_ratio <- log(of(cells))
  half <- if (is.null(w)) z * sqrt(variance(cells))
    else half_width(derivative(cells)[cbind(codes(x), codes(y))], w)
  figures(exp(log_ratio), exp(log_ratio - half), exp(log_ratio + half), four_p(x, y, w))
}

# Woolf 1955; cells by row: predictor no, yes
odds_ratio <- ratio(
  function(m) m[2, 2] * m[1, 1] / (m[2, 1] * m[1, 2]),
  function(m) sum(1 / m),
  function(m) matrix(c(1, -1, -1, 1), 2) / m,
  1:4)

# Katz, Baptista, Azen & Pike 1978
risk_ratio <- ratio(
  function(m) (m[2, 2] / sum(m[2, ])) / (m[1, 2] / sum(m[1, ])),
  function(m) 1 / m[2, 2] - 1 / sum(m[2, ]) + 1 / m[1, 2] - 1 / sum(m[1, ]),
  function(m) {
    rows <- rowSums(m)
    rbind(c(1, 1 - rows[1] / m[1, 2]), c(-1, rows[2] / m[2, 2] - 1)) / rows
  },
  3:4)

# Newcombe 1998, method 10
risk_difference <- function(x, y, w) {
  cells <- four_cells(x, y, w)
  people <- rowSums(cells)
  share <- cells[, 2] / people
  d <- share[2] - share[1]
  p <- four_p(x, y, w)
  if (is.null(w)) {
    wilson <- sapply(1:2, function(g) prop.test(cells[g, 2], people[g], conf.level = confidence, correct = FALSE)$conf.int)
    return(figures(d, d - sqrt((share[2] - wilson[1, 2])^2 + (wilson[2, 1] - share[1])^2),
                   d + sqrt((wilson[2, 2] - share[2])^2 + (share[1] - wilson[1, 1])^2), p))
  }
  if (all(cells[, 1] * cells[, 2] == 0)) return(figures(d, NA, NA, p))
  g <- codes(x)
  u <- ifelse(g == 2, 1, -1) * ((codes(y) == 2) - share[g]) / people[g]
  half <- half_width(u, w)
  figures(d, max(-1, d - half), min(1, d + half), p)
}

mean_difference <- function(x, y, w) {
  g <- codes(x)
  if (is.null(w)) {
    test <- t.test(y[g == 2], y[g == 1], conf.level = confidence)
    return(figures(unname(test$estimate[1] - test$estimate[2]), test$conf.int[1], test$conf.int[2], test$p.value))
  }
  parts <- weighted_groups(y, g, w)
  half <- half_width(parts$u, w)
  t <- parts$difference / se_of(w * parts$u, w)
  figures(parts$difference, parts$difference - half, parts$difference + half, 2 * pt(-abs(t), df_of(w)))
}

weighted_groups <- function(y, g, w) {
  people <- tapply(w, g, sum)
  means <- sapply(1:2, function(k) weighted.mean(y[g == k], w[g == k]))
  e <- y - means[g]
  list(difference = means[2] - means[1], e = e, u = ifelse(g == 2, 1, -1) * e / people[g])
}

# Hedges 1981; interval by the delta method
hedges_g <- function(x, y, w) {
  g <- codes(x)
  n <- length(y)
  unbiased <- exp(lgamma((n - 2) / 2) - lgamma((n - 3) / 2)) / sqrt((n - 2) / 2)
  weight <- if (is.null(w)) rep(1, n) else w
  parts <- weighted_groups(y, g, weight)
  within <- sum(weight * parts$e^2)
  unit <- unbiased / sqrt(within / sum(weight) * n / (n - 2))
  d <- unit * parts$difference
  u <- unit * parts$u - d / 2 * (parts$e^2 / within - 1 / sum(weight))
  half <- half_width(u, weight)
  p <- if (is.null(w)) t.test(y[g == 2], y[g == 1], var.equal = TRUE)$p.value
    else 2 * pt(-abs(d / se_of(w * u, w)), df_of(w))
  figures(d, d - half, d + half, p)
}
`;
