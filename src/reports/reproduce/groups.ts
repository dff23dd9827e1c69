/** R for the coefficients between categories, which have no sign. */
export const groups = String.raw`
# ---- Coefficients between categories -------------------------------------------------------

# Which noncentrality would put the observed statistic at its p quantile? The noncentral tails are summed as Poisson
# mixtures of central ones: R's own ncp arguments are good to nine digits or so, which is not enough here.
noncentrality <- function(tail, p, near) {
  above <- function(root) {
    lambda <- root^2
    j <- 0:ceiling(lambda / 2 + 12 * sqrt(lambda / 2) + 40)
    sum(dpois(j, lambda / 2) * tail(j)) - p
  }
  if (above(0) <= 0) return(0)
  high <- sqrt(near) + 1
  while (above(high) > 0) high <- 2 * high
  uniroot(above, c(0, high), tol = 1e-14, maxiter = 10000)$root^2
}

both_tails <- function(limit) c(limit((1 + confidence) / 2), limit((1 - confidence) / 2))

# Rao & Scott 1984: design effects are the eigenvalues of (covariance with replacement) ^ -1 (linearised covariance);
# each row of "people" is a person's share of the weight times what she adds to the contrasts.
design_effects <- function(people, independent, w) {
  design <- attr(w, "design")
  ratio <- solve(independent, if (is.null(design)) crossprod(people) else covariance_of_totals(people, design))
  list(sum = sum(diag(ratio)), squares = sum(ratio * t(ratio)))
}

cramers_v <- function(x, y, w) {
  n <- length(x)
  x <- codes(x)
  y <- codes(y)
  cells <- unclass(if (is.null(w)) table(x, y) else xtabs(w ~ x + y)) * n / (if (is.null(w)) n else sum(w))
  r <- nrow(cells) - 1
  k <- ncol(cells) - 1
  test <- suppressWarnings(chisq.test(cells, correct = FALSE))
  square <- unname(test$statistic)
  counted <- n
  p <- test$p.value
  deff <- 1
  if (!is.null(w)) {
    px <- rowSums(cells) / n
    py <- colSums(cells) / n
    ux <- sweep(diag(r + 1)[x, -1, drop = FALSE], 2, px[-1])
    uy <- sweep(diag(k + 1)[y, -1, drop = FALSE], 2, py[-1])
    u <- do.call(cbind, lapply(seq_len(k), function(j) ux * uy[, j]))
    spread <- function(p) diag(p[-1], length(p) - 1) - outer(p[-1], p[-1])
    design <- design_effects(u * w / sum(w), kronecker(spread(py), spread(px)) / n, w)
    nu <- design$sum^2 / design$squares
    p <- pf(square / design$sum, nu, nu * df_of(w), lower.tail = FALSE)
    deff <- design$sum / (r * k)
    counted <- sum(w)^2 / sum(w^2)
  }
  # Bergsma 2013; interval Smithson 2003
  most <- min(r - r^2 / (counted - 1), k - k^2 / (counted - 1))
  v <- if (most > 0) min(1, sqrt(max(0, square / n - r * k / (counted - 1)) / most)) else 0
  ci <- both_tails(function(p)
    min(1, sqrt(noncentrality(function(j) pchisq(square / deff, r * k + 2 * j), p, square / deff) * deff /
      (n * min(r, k)))))
  figures(v, ci[1], ci[2], p)
}

# Joint test that totals are all zero, from their covariance if they are (Rao, Scott & Skinner 1998; d degrees of
# freedom as in Korn & Graubard 1990); contrasts that repeat others count once.
score_test <- function(totals, covariance, d) {
  size <- sqrt(diag(covariance))
  kept <- which(size > 0)
  if (length(kept) == 0) return(1)
  scaled <- covariance[kept, kept, drop = FALSE] / outer(size[kept], size[kept])
  independent <- qr(scaled, tol = 1e-10)
  q <- independent$rank
  if (d - q + 1 < 1) return(1)
  at <- independent$pivot[seq_len(q)]
  z <- (totals / size)[kept][at]
  square <- sum(z * solve(scaled[at, at, drop = FALSE], z))
  max(pf(square * (d - q + 1) / (q * d), q, d - q + 1, lower.tail = FALSE), 2^-1074)
}

# Of weighted contrasts, one column each; k degrees of freedom are spent.
score_p <- function(people, w, k = 0) {
  design <- attr(w, "design")
  d <- df_of(w) - k
  score_test(colSums(people),
             if (is.null(design)) crossprod(people) * (d + 1) / d else covariance_of_totals(people, design), d)
}

# Root of an explained share with its interval by the noncentral F (Steiger & Fouladi 1997).
share_figures <- function(share, df1, df2, deff, p) {
  if (share >= 1 - 1e-15) return(figures(1, 1, 1, p))
  f <- share / df1 / ((1 - share) / df2)
  below <- df1 * (f / deff) / (df1 * (f / deff) + df2)
  ci <- both_tails(function(p) {
    lambda <- deff * noncentrality(function(j) pbeta(below, df1 / 2 + j, df2 / 2), p, df1 * f / deff)
    sqrt(lambda / (lambda + df1 + df2 + 1))
  })
  figures(sqrt(share), ci[1], ci[2], p)
}

# The groups are the nominal side.
eta <- function(x, y, w, by_y = FALSE) {
  group <- factor(codes(if (by_y) y else x))
  number <- if (by_y) x else y
  n <- length(number)
  k <- nlevels(group)
  if (is.null(w)) {
    fit <- lm(number ~ group)
    p <- suppressWarnings(anova(fit)[["Pr(>F)"]][1])
    return(share_figures(summary(fit)$r.squared, k - 1, n - k, 1, p))
  }
  e <- number - weighted.mean(number, w)
  variance <- weighted.mean(e^2, w)
  fit <- lm(number ~ group, weights = w)
  share <- weighted.mean((fitted(fit) - weighted.mean(number, w))^2, w) / variance
  s <- tapply(w, group, sum) / sum(w)
  u <- e * sweep(model.matrix(~ group - 1)[, -1, drop = FALSE], 2, s[-1])
  independent <- variance * (diag(s[-1], k - 1) - outer(s[-1], s[-1])) / n
  deff <- design_effects(u * w / sum(w), independent, w)$sum / (k - 1)
  share_figures(min(1, share), k - 1, n - k, deff, score_p(u * w, w))
}

# A share corrected for chance, nothing where that is below 0, with the interval of the share itself.
squared_share <- function(of) function(x, y, w, by_y = FALSE) {
  row <- eta(x, y, NULL, by_y)
  n <- length(x)
  k <- length(unique(if (by_y) y else x))
  figures(max(0, of(row$estimate^2, n, k)), row$low^2, row$high^2, row$p)
}

# Hays 1963
omega_squared <- squared_share(function(share, n, k) {
  within <- (1 - share) / (n - k)
  (share - (k - 1) * within) / (1 + within)
})

# Kelley 1935
epsilon_squared <- squared_share(function(share, n, k) 1 - (1 - share) * (n - 1) / (n - k))

# Eta of the mid-ranks, squared; Kruskal & Wallis 1952.
kruskal <- function(x, y, w, by_y = FALSE) {
  number <- if (by_y) x else y
  ranks <- mid_rank(number, if (is.null(w)) rep(1, length(number)) else w)
  row <- if (by_y) eta(ranks, y, w, TRUE) else eta(x, ranks, w)
  p <- if (is.null(w)) kruskal.test(number, factor(codes(if (by_y) y else x)))$p.value else row$p
  figures(row$estimate^2, row$low^2, row$high^2, p)
}
`;
