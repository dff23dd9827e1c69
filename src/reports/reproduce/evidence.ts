/** R for the evidence of a ranking: differences in one model of everything, and how far they can be trusted. */
export const evidence = String.raw`
# ---- Evidence ------------------------------------------------------------------------------

# Least squares on centred columns, which have the same slopes and lose fewer digits.
fit_line <- function(y, columns, w) {
  x <- cbind(rep(1, length(y)), sweep(columns, 2, colMeans(columns)))
  if (is.null(w)) lm.fit(x, y, tol = 1e-10) else lm.wfit(x, y, w, tol = 1e-10)
}

# What people's outcomes miss a model by that is fitted without them, or without all who were drawn together with them:
# q the orthonormal columns of the model, e what it leaves. Who decides something alone has no error in it.
left_out <- function(e, q, unit) {
  if (!anyDuplicated(unit)) {
    h <- rowSums(q^2)
    return(ifelse(1 - h > 1e-12, e / (1 - h), 0))
  }
  for (own in split(seq_along(e), unit)) {
    q_own <- q[own, , drop = FALSE]
    left <- diag(ncol(q)) - crossprod(q_own)
    left[abs(left) <= 1e-12] <- 0
    z <- qr.coef(qr(left, tol = 1e-10), drop(crossprod(q_own, e[own])))
    z[is.na(z)] <- 0
    e[own] <- e[own] + drop(q_own %*% z)
  }
  e
}

# One model asked many questions: HC3 errors (MacKinnon & White 1985); under a design those of the design (Binder 1983)
# of what people miss the model by without themselves and those drawn with them (MacKinnon, Nielsen & Webb 2023). The
# error of an answer has the degrees of freedom of a chi-squared that varies as much as its variance does (Satterthwaite
# 1946; von Davier 2024), at most those of the model.
model_of <- function(y, columns, design) {
  fit <- fit_line(y, columns, design$w)
  rank <- fit$rank
  kept <- fit$qr$pivot[seq_len(rank)]
  e <- fit$residuals
  perfect <- !is_left(e, y)
  if (perfect) e[] <- 0
  q <- qr.Q(fit$qr)[, seq_len(rank), drop = FALSE]
  duals <- q %*% t(backsolve(qr.R(fit$qr)[seq_len(rank), seq_len(rank), drop = FALSE], diag(rank)))
  errors <- left_out(if (is.null(design)) e else e * sqrt(design$w), q, design$unit)
  df <- (if (is.null(design)) length(y) else design$df + 1) - rank
  if (df < 1) return(NULL)
  list(df = df, answer = function(places, times) {
    at <- match(places + 1, kept)
    times <- times[!is.na(at)]
    at <- at[!is.na(at)]
    if (length(at) == 0) return(NULL)
    dual <- drop(duals[, at, drop = FALSE] %*% times)
    scores <- dual * errors
    value <- sum(fit$coefficients[kept[at]] * times)
    # No error says of a perfect fit which of its coefficients are rounding.
    if (perfect && abs(value) <= 1e-10 * sqrt(sum(dual^2) * sum(fit_line(y, cbind(y)[, 0], design$w)$residuals^2))) value <- 0
    squares <- if (is.null(design)) scores^2 else deviations_of_totals(cbind(scores), design)^2
    share <- squares / sum(squares)
    list(value = value, se = sqrt(sum(squares)),
         df = if (sum(squares) == 0) df else min(df, 3 / sum(share^2) - 2))
  })
}

spread_of <- function(y, design) {
  w <- if (is.null(design)) rep(1, length(y)) else design$w
  sqrt(weighted.mean((y - weighted.mean(y, w))^2, w))
}

units <- c("0 and 1" = "percentage points", "log(1 + count)" = "percent", "log" = "percent", "as it is" = "own units")
in_unit <- function(unit, x) switch(unit, "percentage points" = 100 * x, percent = 100 * expm1(x), x)

tested <- function(answer, unit, sd) {
  if (is.null(answer)) return(NULL)
  t <- if (answer$se > 0) answer$value / answer$se else if (answer$value == 0) 0 else sign(answer$value) * Inf
  ends <- answer$value + c(-1, 1) * qt(1 - (1 - confidence) / 2, answer$df) * answer$se
  list(value = in_unit(unit, answer$value), ends = in_unit(unit, ends), sd = answer$value / sd, sd_ends = ends / sd,
       t = t, p = max(2 * pt(-abs(t), answer$df), 2^-1074), df = answer$df)
}

# Robust score test that the asked columns go with nothing beside the given ones (Wooldridge 1991; under a design Rao,
# Scott & Skinner 1998 with the degrees of freedom of Korn & Graubard 1990).
joint_p <- function(y, asked, given, design) {
  left_of <- function(x) fit_line(x, given, design$w)$residuals
  if (!is_left(left_of(y), y)) return(1)
  u <- apply(asked, 2, left_of)
  u <- u[, sapply(seq_len(ncol(asked)), function(j) is_left(u[, j], asked[, j])), drop = FALSE]
  if (ncol(u) == 0) return(1)
  scores <- sweep(u, 2, sqrt(colSums(u^2)), "/") * left_of(y) * (if (is.null(design)) 1 else design$w)
  n <- length(y)
  covariance <- if (is.null(design)) crossprod(scores) * n / (n - 1) else covariance_of_totals(scores, design)
  score_test(colSums(scores), covariance, if (is.null(design)) n - 1 else design$df)
}

# Cinelli & Hazlett 2020, equations 14 and 18; the t is judged on the degrees of freedom of its error.
robustness_value <- function(t, df, df_of_error, alpha) {
  needed <- function(f, critical) {
    if (f <= critical) return(0)
    if (isTRUE(f * critical > 1)) return((1 - (critical / f)^2) / (1 + 1 / f^2))
    a <- f - critical
    if (is.infinite(a)) 1 else (sqrt(a^4 + 4 * a^2) - a^2) / 2
  }
  f <- abs(t) / sqrt(df)
  list(value = needed(f, 0), of_interval = if (df_of_error < 2) NA else needed(f, qt(1 - alpha / 2, df_of_error - 1) / sqrt(df - 1)))
}

# Sums of squares that regressions leave, all made on the triangular factor of the whole, which has the same sums of
# squares and products in a few rows. Column 1 is the outcome.
squares_left <- function(columns, w) {
  everything <- cbind(1, sweep(columns, 2, colMeans(columns)))
  if (!is.null(w)) everything <- everything * sqrt(w)
  factor <- qr.R(qr(everything, tol = 0))
  function(of, on) sum(lm.fit(factor[, c(1, on + 1), drop = FALSE], factor[, of + 1])$residuals^2)
}

# Which of some columns are no combinations of those before them.
independent_of <- function(columns, w) {
  x <- sweep(columns, 2, colMeans(columns))
  if (!is.null(w)) x <- sweep(columns, 2, apply(columns, 2, weighted.mean, w)) * sqrt(w)
  x <- sweep(x, 2, pmax(sqrt(colSums(x^2)), 1e-300), "/")
  found <- qr(x, tol = 1e-5)
  sort(found$pivot[seq_len(found$rank)])
}

# The covariate that explains most of what is left of the outcome, as something unmeasured as strong would explain
# (Cinelli & Hazlett 2020, section 4.4, k = 1).
benchmark_of <- function(place, given, kept, left) {
  if (!(place %in% kept)) return(NULL)
  rest <- function(...) setdiff(kept, c(...))
  if (left(1, kept) <= 1e-10 * left(1, integer(0))) return(NULL)
  best <- NULL
  for (covariate in intersect(given, kept)) {
    share <- 1 - left(place, rest(place)) / left(place, rest(place, covariate))
    odds <- share / (1 - share)
    if (!(odds < 1)) next
    of_outcome <- left(1, rest(covariate)) / left(1, kept) - 1
    of_outcome <- min(1, (1 + odds)^2 / (1 - odds^2) * of_outcome)
    if (is.null(best) || of_outcome > best$outcome) best <- list(covariate = covariate, item = odds, outcome = of_outcome)
  }
  best
}

# Generalised variance inflation of some columns among all (Fox & Monette 1992), per column.
inflation_of <- function(own, kept, r) {
  if (!all(own %in% kept)) return(NA)
  volume <- function(which) if (length(which) == 0) 0 else as.numeric(determinant(r[which, which, drop = FALSE])$modulus)
  max(1, exp((volume(own) + volume(setdiff(kept, own)) - volume(kept)) / length(own)))
}

tier_of <- function(row, of, rank_high, little) {
  called <- row$p_holm < 1 - confidence
  if (called && isTRUE(row$difference < 0)) "points the other way"
  else if (called && !is.na(row$difference) && rank_high <= ceiling(of / 3)) "clear priority"
  else if (called) "likely matters"
  else if (isTRUE(row$difference_sd_low > -little && row$difference_sd_high < little)) "little association"
  else "cannot tell"
}
`;
