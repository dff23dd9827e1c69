/** R for how much everybody counts: base weight, response classes, raking, trimming; and for designs. */
export const weighting = String.raw`
# ---- Weights, and how people were drawn ---------------------------------------------------------------

# Sums of weights by category, one per known number of people.
by_category <- function(w, margin)
  vapply(seq_along(margin$people), function(k) sum(w[which(margin$category == k)]), 0)

# Iterative proportional fitting (Deming & Stephan 1940) until all margins are met to 1e-8.
rake <- function(w, margins) {
  for (round in 1:500) {
    for (margin in margins) {
      now <- by_category(w, margin)
      w <- w * ifelse(now > 0, margin$people / now, 0)[margin$category]
    }
    misfit <- max(sapply(margins, function(margin) {
      wanted <- margin$people > 0
      max(abs(by_category(w, margin)[wanted] / margin$people[wanted] - 1))
    }))
    if (misfit <= 1e-8) break
  }
  list(w = w, settled = misfit <= 1e-8)
}

# Weights above so many medians are cut back and all raked again (Potter 1990).
rake_and_trim <- function(w, margins) {
  raked <- rake(w, margins)
  for (trim in 1:50) {
    cap <- trim_at * median(raked$w)
    if (!raked$settled || max(raked$w) <= cap * (1 + 1e-8)) break
    again <- rake(pmin(raked$w, cap), margins)
    if (!again$settled) break
    raked <- again
  }
  raked$w
}

# Who has no category is in one of their own, kept at its share of the weight.
over <- function(known, rows, w) {
  x <- data[[known$variable]][rows]
  share <- sum(w[is.na(x)]) / sum(w)
  category <- match(x, known$codes)
  category[is.na(x)] <- length(known$codes) + 1
  list(category = category, people = c(known$people * (1 - share), if (share > 0) sum(known$people) * share))
}

chain <- function(base) {
  heard <- base > 0 & rowSums(!is.na(data[outcomes])) > 0
  w <- base
  if (!is.null(response_classes)) {
    # Oh & Scheuren 1983: who answered speaks for everybody of the class.
    class <- data[[response_classes]]
    class <- codes(ifelse(is.na(class), Inf, class))
    w <- w / (rowsum(base * heard, class) / rowsum(base, class))[class]
  }
  w[!heard] <- 0
  if (is.null(response_classes) && length(margins) == 0) return(w)
  rows <- which(heard)
  w <- w[rows]
  known <- lapply(margins, over, rows, w)
  if (length(known) == 0) known <- list(list(category = rep(1, length(w)), people = sum(w)))
  all <- numeric(people)
  all[rows] <- rake_and_trim(w, known)
  all
}

# How much everybody counts: NULL where all were drawn alike and count once.
drawn_together <- !is.null(c(strata, clusters, population))
weights <- if (is.null(weight)) rep(1, people) else ifelse(is.finite(data[[weight]]) & data[[weight]] > 0, data[[weight]], 0)
if (drawn_together || !is.null(response_classes) || length(margins) > 0) {
  weights <- chain(weights)
} else if (is.null(weight)) weights <- NULL
counted <- if (is.null(weights)) rep(TRUE, people) else weights > 0

# Rows with every one of these values, and a weight above zero where there are weights.
complete <- function(ids) which(counted & complete.cases(data[ids]))

# How some people were drawn: strata, units inside them, units of the population by stratum.
drawn <- function(rows) {
  if (is.null(weights) || length(rows) == 0) return(NULL)
  stratum <- if (is.null(strata)) rep(1, length(rows)) else codes(data[[strata]][rows])
  unit <- if (is.null(clusters)) seq_along(rows) else codes(data[[clusters]][rows])
  unit <- codes(stratum * (length(rows) + 1) + unit)
  of <- stratum[match(seq_len(max(unit)), unit)]
  list(w = weights[rows], unit = unit, of = of,
       N = if (is.null(population)) NULL else data[[population]][rows][match(seq_len(max(of)), stratum)],
       df = length(of) - max(of))
}

# Weights of some people; strata and clusters go along with them.
weights_of <- function(rows) {
  w <- weights[rows]
  if (drawn_together && length(rows) > 0) attr(w, "design") <- drawn(rows)
  w
}

df_of <- function(w) if (is.null(attr(w, "design"))) length(w) - 1 else attr(w, "design")$df

# Standard error of the total of what each person adds; people drawn alone are drawn with unequal chances.
se_of <- function(scores, w) {
  design <- attr(w, "design")
  if (is.null(design)) sqrt(length(w) * var(scores)) else sqrt(covariance_of_totals(cbind(scores), design)[1])
}

# Scores of people as one row per unit whose squares and products add up to the covariance of the totals of the scores
# between samples so drawn: of units with replacement, inside strata, less the share of the population that was drawn.
# A single unit is held against 0.
deviations_of_totals <- function(scores, design) {
  totals <- rowsum(matrix(scores, nrow(scores)), design$unit, reorder = TRUE)
  for (units in split(seq_along(design$of), design$of)) {
    n <- length(units)
    own <- totals[units, , drop = FALSE]
    if (n > 1) own <- sweep(own, 2, colMeans(own)) * sqrt(n / (n - 1))
    N <- if (is.null(design$N)) Inf else design$N[design$of[units[1]]]
    totals[units, ] <- own * sqrt(max(0, 1 - n / N))
  }
  totals
}

covariance_of_totals <- function(scores, design) crossprod(deviations_of_totals(scores, design))
`;
