/** R for the rankings: importance by its definition, over all subsets; and everything that stands beside it. */
export const importance = String.raw`
# ---- Rankings ------------------------------------------------------------------------------

most_ranked <- 16 # 2^16 subsets; rankings of more are skipped

# Lindeman, Merenda & Gold 1980: mean gain in explained variance over all orders; a subset of size s that the player
# is added to stands for s! (p - s - 1)! of the p! orders.
lmg <- function(gain, p) {
  sets <- 0:(2^p - 1)
  value <- sapply(sets, function(set) gain(which(bitwAnd(set, 2^(0:(p - 1))) > 0)))
  size <- sapply(sets, function(set) sum(bitwAnd(set, 2^(0:(p - 1))) > 0))
  sapply(seq_len(p), function(player) {
    without <- which(bitwAnd(sets, 2^(player - 1)) == 0)
    with <- without + 2^(player - 1)
    sum((value[with] - value[without]) / choose(p - 1, size[without]) / p)
  })
}

shown_people <- function(n) if (n < fewest_shown) 0 else n
list_of <- function(values) paste(values, collapse = "; ")
numbers_of <- function(values) list_of(sprintf("%.17g", values))

no_row <- c(
  nothing("importance", "share", "difference", "difference_low", "difference_high", "p", "p_holm", "rank", "n",
    "effective_n", "covariates_r_squared", "added_r_squared", "difference_sd", "difference_sd_low", "difference_sd_high",
    "raw_difference", "robustness_value", "robustness_of_interval", "benchmark_of_experience", "benchmark_of_outcome",
    "inflation", "reach", "reach_people", "answered", "joint_p", "meaningful"),
  id = "", members = "", because = "", tier = "", unit = "", step_from = "", step_to = "", sign_conflict = "",
  benchmark = "", twins = "", reach_of = "", adjusted_for = "", errors = "", preparations = "", left_out = "")
row_with <- function(...) as.data.frame(modifyList(no_row, list(...)), stringsAsFactors = FALSE)

evidence_of <- function(item, columns, context) with(context, {
  members <- found$variables[item$members]
  row <- list(step_from = numbers_of(unlist(lapply(members, function(made) made$step[1]))),
              step_to = numbers_of(unlist(lapply(members, function(made) made$step[2]))))
  if (any(sapply(members, function(made) is.null(made$step))))
    return(c(row, p = joint_p(y, columns[, item$places, drop = FALSE], columns[, -item$places, drop = FALSE], design),
             sign_conflict = "false"))
  times <- unlist(lapply(members, function(made) made$times))
  alone <- model_of(y, columns[, item$places, drop = FALSE], design)
  raw <- if (!is.null(alone)) tested(alone$answer(seq_along(times), times), unit, spread)
  row$raw_difference <- if (is.null(raw)) NA else raw$value
  adjusted <- tested(whole$answer(item$places, times), unit, spread)
  if (is.null(adjusted)) return(c(row, p = 1, sign_conflict = "false"))
  strength <- robustness_value(adjusted$t, whole$df, adjusted$df, 1 - confidence)
  benchmark <- if (length(item$places) == 1)
    benchmark_of(item$places + 1, seq_len(ncol(fixed)) + 1, independent + 1, left)
  conflict <- !is.null(raw) && raw$value * adjusted$value < 0 && min(raw$p, adjusted$p) < 1 - confidence
  c(row, list(
    difference = adjusted$value, difference_low = adjusted$ends[1], difference_high = adjusted$ends[2], p = adjusted$p,
    difference_sd = adjusted$sd, difference_sd_low = adjusted$sd_ends[1], difference_sd_high = adjusted$sd_ends[2],
    robustness_value = strength$value, robustness_of_interval = strength$of_interval,
    benchmark = if (is.null(benchmark)) "" else owners[benchmark$covariate - 1],
    benchmark_of_experience = if (is.null(benchmark)) NA else benchmark$item,
    benchmark_of_outcome = if (is.null(benchmark)) NA else benchmark$outcome,
    sign_conflict = tolower(conflict)))
})

# Items of one column each that correlate beyond 0.9 either way; closest first.
twins_of <- function(item, items, r) {
  if (length(item$places) > 1) return("")
  others <- Filter(function(other) other$id != item$id && length(other$places) == 1, items)
  size <- vapply(others, function(other) abs(r[item$places, other$places]), 0)
  closest <- order(-size)
  list_of(vapply(others, function(other) other$id, "")[closest[size[closest] > 0.9]])
}

ranking <- function(outcome, of) {
  given <- setdiff(covariates, outcome)
  items <- if (of == "experiences") lapply(predictors, function(id) list(id = id, members = id)) else learning_outcomes
  items <- lapply(items, function(item)
    list(id = item$id, members = setdiff(unique(item$members), c(outcome, covariates))))
  found <- panel(outcome, given, unique(unlist(lapply(items, function(item) item$members))))
  items <- lapply(items, function(item) list(id = item$id, members = intersect(item$members, names(found$variables))))
  items <- Filter(function(item) length(item$members) > 0, items)
  n <- length(found$rows)
  unranked <- function(because, added = NA) row_with(because = because, n = shown_people(n), added_r_squared = added)
  width <- vapply(found$variables, function(made) ncol(made$columns), 0L)
  fixed <- side_by_side(found$given, n)
  if (n < 30 || n < ncol(fixed) + sum(width) + 10) return(unranked("too few complete people"))
  p <- length(items)
  if (p < 2) return(unranked("fewer than two experiences vary"))
  if (p > most_ranked) {
    cat(sprintf("%s of %s: %d are ranked, too many to go through all subsets here; skipped\n", of, outcome, p))
    return(NULL)
  }
  design <- found$design
  w <- design$w
  y <- if (ncol(found$outcome$columns) > 0) found$outcome$columns[, 1] else found$outcome$x
  asked <- side_by_side(found$variables, n)
  columns <- cbind(fixed, asked)
  ends <- ncol(fixed) + cumsum(width)
  items <- lapply(items, function(item) c(item, list(places =
    unlist(lapply(item$members, function(id) seq(to = ends[[id]], length.out = width[[id]]))))))
  whole <- model_of(y, columns, design)
  if (is.null(whole)) return(unranked("too few complete people"))
  left <- squares_left(cbind(y, columns), w)
  total <- left(1, integer(0))
  covariates_only <- seq_len(ncol(fixed)) + 1
  gain <- function(players) (left(1, covariates_only) -
    left(1, c(covariates_only, unique(unlist(lapply(items[players], function(item) item$places))) + 1))) / total
  added <- gain(seq_len(p))
  joint <- joint_p(y, asked, fixed, design)
  if (added < 0.02 || joint > 0.05)
    return(unranked("together they explain almost nothing", if (n < fewest_shown) NA else added))
  shares <- lmg(gain, p)
  spread <- spread_of(y, design)
  unit <- units[[found$outcome$scale]]
  r <- cov.wt(columns, wt = if (is.null(w)) rep(1 / n, n) else w / sum(w), cor = TRUE)$cor
  in_order <- unique(c(seq_len(ncol(fixed)), unlist(lapply(items, function(item) item$places))))
  independent <- in_order[independent_of(columns[, in_order, drop = FALSE], w)]
  owners <- rep(given, vapply(found$given, function(made) ncol(made$columns), 0L))
  context <- list(found = found, y = y, design = design, whole = whole, unit = unit, spread = spread, fixed = fixed,
                  independent = independent, left = left, owners = owners)
  little <- if (found$outcome$scale == "0 and 1") 0.03 / spread else meaningful
  rows <- Map(function(item, share) {
    reach <- reach_of(found$variables[item$members], if (is.null(w)) rep(1, n) else w)
    do.call(row_with, c(evidence_of(item, columns, context), list(
      id = item$id, members = list_of(item$members), importance = share, share = share / added,
      twins = twins_of(item, items, r), inflation = inflation_of(item$places, independent, r),
      reach = if (is.null(reach)) NA else reach$percent, reach_of = if (is.null(reach)) "" else reach$of,
      reach_people = if (is.null(reach)) NA else reach$people)))
  }, items, shares)
  result <- do.call(rbind, rows)
  result$p_holm <- p.adjust(result$p, "holm")
  result <- result[order(-result$importance), ]
  result$rank <- seq_len(p)
  of_all <- list(
    n = n, effective_n = if (is.null(w)) n else sum(w)^2 / sum(w^2), covariates_r_squared = 1 - left(1, covariates_only) / total,
    added_r_squared = added, answered = found$answered, joint_p = joint, meaningful = little, unit = unit,
    errors = if (is.null(design)) "HC3" else "survey design", adjusted_for = list_of(given),
    preparations = list_of(unlist(lapply(c(list(found$outcome), found$given, found$variables), said))),
    left_out = list_of(found$left_out))
  result[names(of_all)] <- of_all
  result
}

# How many took part is hidden where too few did or did not, and a mean over evidence of which one is hidden.
hide_reach <- function(rows, alone) {
  few <- !is.na(rows$reach_people) & pmin(rows$reach_people, rows$n - rows$reach_people) < fewest_shown
  shown <- alone$id[!is.na(alone$reach)]
  evidence <- strsplit(rows$members, "; ", fixed = TRUE)
  hidden <- few | sapply(evidence, function(members) length(members) > 1 && !all(members %in% shown))
  rows[hidden, c("reach", "reach_people")] <- NA
  rows$reach_of[hidden] <- ""
  rows
}

rankings <- NULL
skipped <- character(0)
for (outcome in outcomes[levels[outcomes] != "nominal"]) {
  rows <- NULL
  for (of in c("experiences", if (length(learning_outcomes) > 0) "learning outcomes")) {
    alone <- rows
    rows <- if (of == "learning outcomes" && is.null(alone)) NULL else ranking(outcome, of)
    if (is.null(rows)) {
      skipped <- c(skipped, paste(outcome, of))
    } else {
      rows <- hide_reach(rows, alone)
      rankings <- rbind(rankings, cbind(outcome = outcome, of = of, rows))
    }
  }
}
`;
