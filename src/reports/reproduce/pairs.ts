/** R that goes through all pairs of the plan, in its order. */
export const pairs = String.raw`
# ---- Every pair of the plan ----------------------------------------------------------------

coefficients <- list("pearson" = pearson, "point-biserial" = pearson, "spearman" = spearman,
                     "kendall" = kendall, "phi" = phi, "cramers-v" = cramers_v, "eta" = eta)

fits <- function(method, a, b) switch(method,
  "point-biserial" = (a == "binary") != (b == "binary") && a != "nominal" && b != "nominal",
  "phi" = a == "binary" && b == "binary",
  "cramers-v" = all(c(a, b) %in% c("nominal", "binary", "ordinal")),
  "eta" = (a == "nominal") != (b == "nominal") && a != "binary" && b != "binary",
  a != "nominal" && b != "nominal")

# People that the coefficient needs, given how many different values the two sides have.
needed <- function(method, values) switch(method,
  "cramers-v" = max(values) + 1, "eta" = values[1] + 1, 3)

why_not <- function(method, predictor, outcome, x, y, by_y) {
  values <- c(length(unique(if (by_y) y else x)), length(unique(if (by_y) x else y)))
  if (!fits(method, levels[[predictor]], levels[[outcome]])) "method does not fit the levels"
  else if (length(x) < max(minimum_pairs, 3)) "too few pairs"
  else if (min(values) < 2) "no variation"
  else if (length(x) < needed(method, values)) "too few pairs"
  else ""
}

# The empty row, for what has no estimate.
nothing <- function(...) {
  row <- lapply(c(...), function(name) NA_real_)
  names(row) <- c(...)
  row
}

raw_figures <- function(predictor, outcome, method) {
  rows <- complete(c(predictor, outcome))
  x <- data[[predictor]][rows]
  y <- data[[outcome]][rows]
  w <- weights_of(rows)
  by_y <- levels[[outcome]] == "nominal" && levels[[predictor]] != "nominal"
  row <- nothing("estimate", "low", "high", "p")
  because <- why_not(method, predictor, outcome, x, y, by_y)
  if (because == "")
    row <- if (method == "eta") eta(x, y, w, by_y) else coefficients[[method]](x, y, w)
  c(row, shortfall = because, n = length(rows),
    effective_n = if (is.null(w)) length(rows) else if (length(w) == 0) 0 else sum(w)^2 / sum(w^2))
}

methods <- read.csv("associations.csv", colClasses = "character", encoding = "UTF-8")$method
pairs <- expand.grid(predictor = predictors, outcome = outcomes, stringsAsFactors = FALSE)
stopifnot(nrow(pairs) == length(methods))
bind <- function(rows) do.call(rbind, lapply(rows, as.data.frame))

raw <- bind(Map(raw_figures, pairs$predictor, pairs$outcome, methods))
adjusted <- bind(Map(adjusted_figures, pairs$predictor, pairs$outcome, methods, raw$shortfall))

# Holm within an outcome, Benjamini & Hochberg over all pairs; what has no p is in no family.
by_outcome <- function(p) {
  for (outcome in outcomes) {
    mine <- pairs$outcome == outcome
    p[mine] <- p.adjust(p[mine], "holm")
  }
  p
}

associations <- data.frame(
  estimate = raw$estimate, ci_low = raw$low, ci_high = raw$high, p = raw$p, p_holm = by_outcome(raw$p),
  q_bh = p.adjust(raw$p, "BH"), n = raw$n, effective_n = raw$effective_n,
  adjusted_estimate = adjusted$estimate, adjusted_ci_low = adjusted$low, adjusted_ci_high = adjusted$high,
  adjusted_p = adjusted$p, adjusted_p_holm = by_outcome(adjusted$p), adjusted_n = adjusted$n,
  unadjusted_same_people = adjusted$unadjusted, shortfall = raw$shortfall,
  adjusted_shortfall = adjusted$shortfall)

# What rests on fewer people than may be shown is not in the file either.
hidden <- adjusted$n < fewest_shown & !is.na(adjusted$n)
associations[hidden, c("adjusted_p_holm", "adjusted_n", "unadjusted_same_people", "adjusted_estimate",
                       "adjusted_ci_low", "adjusted_ci_high", "adjusted_p")] <- NA
associations$adjusted_shortfall[hidden & associations$adjusted_shortfall == ""] <- "suppressed"
hidden <- raw$n < fewest_shown
associations[hidden, c("estimate", "ci_low", "ci_high", "p", "p_holm", "q_bh", "n", "effective_n")] <- NA
associations$shortfall[hidden & associations$shortfall == ""] <- "suppressed"
`;
