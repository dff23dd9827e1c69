/** R for the rankings: importance by its definition, over all subsets. */
export const importance = String.raw`
# ---- Rankings ------------------------------------------------------------------------------

most_ranked <- 14 # 2^14 subsets; rankings of more are skipped

on_scale <- function(id, columns)
  if (levels[[id]] == "count") sign(columns) * log1p(abs(columns)) else columns

ranked_columns <- function(id, rows) on_scale(id, as_columns(id, rows))

# A column of two values varies where the rarer one is that of at least 2 % of the people.
varies <- function(columns) any(apply(columns, 2, function(column) {
  counts <- table(codes(column))
  length(counts) > 2 || (length(counts) == 2 && min(counts) >= 0.02 * length(column))
}))

# Who and what enters: people without gaps, variables that vary among them.
panel <- function(outcome, given, variables) {
  rows_for <- function(ids) complete(c(outcome, given, ids))
  varying <- function(ids, rows) Filter(function(id) varies(ranked_columns(id, rows(id))), ids)
  kept <- varying(variables, rows_for)
  rows <- rows_for(kept)
  repeat {
    still <- if (length(rows) < 30) kept else varying(kept, function(id) rows)
    if (length(still) == length(kept)) break
    kept <- still
    rows <- rows_for(kept)
  }
  list(rows = rows, kept = kept)
}

# Explained variance of y as a function of the columns used. All regressions are made on the triangular factor of
# the whole, which has the same sums of squares and products in a few rows.
explained_by <- function(y, columns, w) {
  everything <- cbind(1, columns, y)
  if (!is.null(w)) everything <- everything * sqrt(w)
  everything <- qr.R(qr(everything, tol = 0))
  last <- ncol(everything)
  squares <- function(used)
    sum(lm.fit(everything[, c(1, used + 1), drop = FALSE], everything[, last])$residuals^2)
  total <- squares(integer(0))
  function(used) 1 - squares(used) / total
}

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

unranked <- function(because, n, added = NA) data.frame(
  id = "", importance = NA, share = NA, evidence = NA, evidence_low = NA, evidence_high = NA, evidence_p = NA,
  evidence_p_holm = NA, rank = NA, n = shown_people(n), effective_n = NA, covariates_r_squared = NA,
  added_r_squared = added, because = because)

ranking <- function(outcome, of) {
  given <- setdiff(covariates, outcome)
  items <- if (of == "experiences") lapply(predictors, function(id) list(id = id, members = id)) else learning_outcomes
  items <- lapply(items, function(item)
    list(id = item$id, members = setdiff(unique(item$members), c(outcome, covariates))))
  found <- panel(outcome, given, unique(unlist(lapply(items, function(item) item$members))))
  items <- lapply(items, function(item) list(id = item$id, members = intersect(item$members, found$kept)))
  items <- Filter(function(item) length(item$members) > 0, items)
  rows <- found$rows
  n <- length(rows)
  w <- weights_of(rows)
  y <- on_scale(outcome, data[[outcome]][rows])
  fixed <- bind_columns(given, rows)
  blocks <- lapply(found$kept, ranked_columns, rows)
  names(blocks) <- found$kept
  width <- sapply(blocks, ncol)
  if (n < 30 || n < ncol(fixed) + sum(width) + 10) return(unranked("too few complete people", n))
  p <- length(items)
  if (p < 2) return(unranked("fewer than two experiences vary", n))
  if (p > most_ranked) {
    cat(sprintf("%s of %s: %d are ranked, too many to go through all subsets here; skipped\n", of, outcome, p))
    return(NULL)
  }
  all <- do.call(cbind, blocks)
  ends <- cumsum(width)
  places <- lapply(items, function(item)
    unlist(lapply(item$members, function(id) ncol(fixed) + seq(to = ends[[id]], length.out = width[[id]]))))
  explained <- explained_by(y, cbind(fixed, all), w)
  base <- explained(seq_len(ncol(fixed)))
  gain <- function(players) explained(c(seq_len(ncol(fixed)), unique(unlist(places[players])))) - base
  added <- gain(seq_len(p))
  joint <- multiple_partial(all, y, fixed, w)
  if (added < 0.02 || joint$shortfall != "" || joint$p > 0.05)
    return(unranked("together they explain almost nothing", n, if (n < fewest_shown) NA else added))
  shares <- lmg(gain, p)
  evidence <- bind(lapply(items, function(item) {
    block <- do.call(cbind, blocks[item$members])
    row <- if (ncol(block) == 1) partial(block[, 1], y, fixed, w) else multiple_partial(block, y, fixed, w)
    if (row$shortfall != "") row <- list(estimate = 0, low = NA, high = NA, p = 1, shortfall = "")
    row
  }))
  ids <- sapply(items, function(item) item$id)
  result <- data.frame(
    id = ids, importance = shares, share = shares / added, evidence = evidence$estimate,
    evidence_low = evidence$low, evidence_high = evidence$high, evidence_p = evidence$p,
    evidence_p_holm = p.adjust(evidence$p, "holm"), rank = 0, n = n,
    effective_n = if (is.null(w)) n else sum(w)^2 / sum(w^2),
    covariates_r_squared = base, added_r_squared = added, because = "")
  result <- result[order(-shares), ]
  result$rank <- seq_len(p)
  result
}

importance <- NULL
skipped <- character(0)
for (outcome in outcomes[levels[outcomes] != "nominal"])
  for (of in c("experiences", if (length(learning_outcomes) > 0) "learning outcomes")) {
    rows <- ranking(outcome, of)
    if (is.null(rows)) skipped <- c(skipped, paste(outcome, of))
    importance <- rbind(importance, rows)
  }
`;
