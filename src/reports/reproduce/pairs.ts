/** R that goes through all pairs of the plan, in its order. */
export const pairs = String.raw`
# ---- Every pair of the plan ----------------------------------------------------------------

coefficients <- list(
  "pearson" = pearson, "point-biserial" = pearson, "spearman" = spearman, "kendall" = kendall,
  "tau-c" = ordinal(tau_c), "gamma" = ordinal(gamma_of), "somers-d" = ordinal(somers_d),
  "rank-biserial" = rank_biserial, "mean-difference" = mean_difference, "hedges-g" = hedges_g,
  "phi" = phi, "risk-difference" = risk_difference, "risk-ratio" = risk_ratio, "odds-ratio" = odds_ratio,
  "cramers-v" = cramers_v, "eta" = eta, "omega-squared" = omega_squared, "epsilon-squared" = epsilon_squared,
  "kruskal" = kruskal)

two_groups <- c("point-biserial", "rank-biserial", "mean-difference", "hedges-g")
yes_no <- c("phi", "risk-difference", "risk-ratio", "odds-ratio")
many_groups <- c("eta", "omega-squared", "epsilon-squared", "kruskal")
no_weighted_version <- c("omega-squared", "epsilon-squared")

fits <- function(method, a, b) {
  if (method %in% two_groups) (a == "binary") != (b == "binary") && a != "nominal" && b != "nominal"
  else if (method %in% yes_no) a == "binary" && b == "binary"
  else if (method %in% many_groups) (a == "nominal") != (b == "nominal") && a != "binary" && b != "binary"
  else if (method == "cramers-v") all(c(a, b) %in% c("nominal", "binary", "ordinal"))
  else a != "nominal" && b != "nominal"
}

# People that the coefficient needs, given how many different values the two sides have.
needed <- function(method, values) {
  if (method == "cramers-v") max(values) + 1
  else if (method %in% many_groups) values[1] + 1
  else if (method == "hedges-g") 4
  else 3
}

# Two groups of equal numbers have no spread to judge a difference by; Welch's test needs two people in each.
why_not_means <- function(method, group, number, w) {
  if (!(method %in% c("mean-difference", "hedges-g"))) return("")
  g <- codes(group)
  unweighted <- is.null(w)
  w <- if (unweighted) rep(1, length(g)) else w
  e <- number - sapply(1:2, function(k) weighted.mean(number[g == k], w[g == k]))[g]
  if (sum(w * e^2) <= 1e-14 * sum(w * (number - weighted.mean(number, w))^2)) "no variation"
  else if (method == "mean-difference" && unweighted && min(tabulate(g)) < 2) "too few pairs"
  else ""
}

why_not <- function(method, predictor, outcome, x, y, w, by_y) {
  group <- if (by_y) y else x
  number <- if (by_y) x else y
  values <- c(length(unique(group)), length(unique(number)))
  if (!fits(method, levels[[predictor]], levels[[outcome]])) "method does not fit the levels"
  else if (length(x) < minimum_pairs || (!is.null(w) && df_of(w) < 1)) "too few pairs"
  else if (!is.null(w) && method %in% no_weighted_version) "no weighted version"
  else if (length(x) < (if (method == "hedges-g") 4 else 3)) "too few pairs"
  else if (min(values) < 2) "no variation"
  else if (length(x) < needed(method, values)) "too few pairs"
  else why_not_means(method, group, number, w)
}

# The empty row, for what has no estimate.
nothing <- function(...) {
  row <- lapply(c(...), function(name) NA_real_)
  names(row) <- c(...)
  row
}

# The side with the groups: nominal before binary before the rest.
of_groups <- function(level) match(level, c("binary", "nominal"), nomatch = 0)

raw_figures <- function(predictor, outcome, method) {
  rows <- complete(c(predictor, outcome))
  x <- data[[predictor]][rows]
  y <- data[[outcome]][rows]
  w <- weights_of(rows)
  by_y <- of_groups(levels[[outcome]]) > of_groups(levels[[predictor]])
  row <- nothing("estimate", "low", "high", "p")
  because <- why_not(method, predictor, outcome, x, y, w, by_y)
  if (because == "" && is_known(method))
    row <- if (method %in% many_groups) coefficients[[method]](x, y, w, by_y)
      else if (method %in% two_groups && by_y) coefficients[[method]](y, x, w)
      else coefficients[[method]](x, y, w)
  c(row, shortfall = because, n = length(rows),
    effective_n = if (is.null(w)) length(rows) else if (length(w) == 0) 0 else sum(w)^2 / sum(w^2))
}

# Latent correlations, distance correlation and xi have no counterpart in base R and are not computed here.
is_known <- function(method) method %in% names(coefficients)

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
