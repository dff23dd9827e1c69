/** R for what remains of an association when the covariates are held constant. */
export const adjusted = String.raw`
# ---- Among people alike on the covariates --------------------------------------------------

# A variable as numbers a regression can use: unordered categories as indicators, without the lowest code.
as_columns <- function(id, rows) {
  x <- data[[id]][rows]
  present <- length(unique(x))
  if (present < 2) matrix(0, length(x), 0)
  else if (levels[[id]] == "nominal" && present > 2) model.matrix(~ factor(codes(x)))[, -1, drop = FALSE]
  else cbind(x)
}

bind_columns <- function(ids, rows)
  do.call(cbind, c(list(matrix(0, length(rows), 0)), lapply(ids, as_columns, rows)))

least_squares <- function(y, covariates, w) {
  x <- cbind(rep(1, NROW(y)), covariates)
  if (is.null(w)) lm.fit(x, y) else lm.wfit(x, y, w)
}

residuals_of <- function(y, covariates, w) as.matrix(least_squares(y, covariates, w)$residuals)

is_left <- function(residual, y) sum(residual^2) > 1e-20 * sum((y - mean(y))^2)

short <- function(because) c(nothing("estimate", "low", "high", "p"), shortfall = because)

partial <- function(x, y, covariates, w, ranks = FALSE) {
  n <- length(x)
  given <- cbind(x, y, covariates)
  if (ranks) given[] <- apply(given, 2, mid_rank, if (is.null(w)) rep(1, n) else w)
  others <- given[, -(1:2), drop = FALSE]
  fits <- lapply(1:2, function(side) least_squares(given[, side], others, w))
  k <- fits[[1]]$rank - 1
  if (n - 2 - k < 1) return(short("too few pairs"))
  ex <- fits[[1]]$residuals
  ey <- fits[[2]]$residuals
  if (!is_left(ex, given[, 1]) || !is_left(ey, given[, 2])) return(short("no variation"))
  if (is.null(w)) {
    r <- cor(ex, ey)
    ci <- fisher(r, if (n - k > 3) z / sqrt(n - k - 3) else NA)
    t <- r * sqrt((n - 2 - k) / (1 - r^2))
    return(c(figures(r, ci[1], ci[2], 2 * pt(-abs(t), n - 2 - k)), shortfall = ""))
  }
  size_x <- sqrt(sum(w * ex^2))
  size_y <- sqrt(sum(w * ey^2))
  zx <- ex / size_x
  zy <- ey / size_y
  r <- sum(w * zx * zy)
  u <- zx * zy - r * (zx^2 + zy^2) / 2
  if (ranks) {
    # Everybody's ranks move a little with each person's weight; so do the predictions made from them.
    by_x <- w * (zy - r * zx) / size_x
    by_y <- w * (zx - r * zy) / size_y
    slopes <- sapply(fits, function(fit) ifelse(is.na(fit$coefficients), 0, fit$coefficients)[-1])
    by_rank <- cbind(by_x, by_y, if (k > 0) -(by_x %o% matrix(slopes, ncol = 2)[, 1] +
                                                by_y %o% matrix(slopes, ncol = 2)[, 2]))
    for (column in seq_len(ncol(by_rank)))
      u <- u + through_ranks(given[, column], given[, column], by_rank[, column], w)
  }
  df <- df_of(w) - k
  if (df < 1) return(short("too few pairs"))
  c(linearised(r, u, w, df), shortfall = "")
}

# Several columns at once: the root of the share of what the covariates leave of y that they explain.
multiple_partial <- function(block, y, covariates, w) {
  n <- length(y)
  e <- residuals_of(y, covariates, w)[, 1]
  k <- least_squares(y, covariates, w)$rank - 1
  weight <- if (is.null(w)) rep(1, n) else w
  left <- if (ncol(block) == 0) block else residuals_of(block, covariates, w)
  spread <- apply(block, 2, function(column) sum((column - mean(column))^2))
  left <- left[, colSums(left^2) > 1e-20 * spread, drop = FALSE]
  independent <- qr(sqrt(weight) * left)
  q <- if (ncol(left) == 0) 0 else independent$rank
  if (q == 0 || !is_left(e, y)) return(short("no variation"))
  df2 <- n - 1 - k - q
  if (df2 < 1) return(short("too few pairs"))
  left <- left[, independent$pivot[seq_len(q)], drop = FALSE]
  fit <- least_squares(y, cbind(covariates, left), w)
  share <- min(1, 1 - sum(weight * fit$residuals^2) / sum(weight * e^2))
  if (is.null(w)) {
    p <- pf(share / q / ((1 - share) / df2), q, df2, lower.tail = FALSE)
    return(c(share_figures(share, q, df2, 1, p), shortfall = ""))
  }
  if (df_of(w) - k < 1) return(short("too few pairs"))
  people <- as.numeric(w) * e * left
  deff <- design_effects(people, crossprod(left, as.numeric(w) * left) * sum(w * e^2) / n, w)$sum / q
  c(share_figures(share, q, df2, deff, score_p(people, w, k)), shortfall = "")
}

of_ranks <- c("spearman", "kendall", "tau-c", "gamma", "somers-d", "rank-biserial")

adjusted_figures <- function(predictor, outcome, method, raw_shortfall) {
  row <- c(nothing("estimate", "low", "high", "p"), shortfall = "", nothing("n", "unadjusted"))
  if (length(covariates) == 0 || raw_shortfall != "") return(row)
  rows <- complete(c(predictor, outcome, covariates))
  row$n <- length(rows)
  row$shortfall <- "too few pairs"
  if (length(rows) < minimum_pairs) return(row)
  w <- weights_of(rows)
  coefficient <- if (method %in% c(many_groups, "cramers-v")) {
    sides <- c(predictor, outcome)
    if (levels[[outcome]] == "nominal" && levels[[predictor]] != "nominal") sides <- rev(sides)
    function(given)
      if (levels[[sides[2]]] == "nominal") short("method does not fit the levels")
      else multiple_partial(as_columns(sides[1], rows), data[[sides[2]]][rows], given, w)
  } else {
    function(given)
      partial(data[[predictor]][rows], data[[outcome]][rows], given, w, method %in% of_ranks)
  }
  with <- coefficient(bind_columns(covariates, rows))
  without <- coefficient(bind_columns(character(0), rows))
  c(with, n = row$n, unadjusted = without$estimate)
}
`;
