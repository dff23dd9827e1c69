/** R for who and what enters a ranking, every variable on its scale. */
export const panel = String.raw`
# ---- People and variables of a ranking -----------------------------------------------------

skewness <- function(x) {
  d <- x - mean(x)
  if (length(x) == 0 || all(d == 0)) 0 else mean(d^3) / mean(d^2)^1.5
}

# All above 0, skewed upwards, and less skewed after taking logarithms (threshold of Bishara & Hittner 2017).
long_tailed <- function(x) {
  x <- x[!is.na(x)]
  all(x > 0) && skewness(x) >= 1 && abs(skewness(log(x))) < skewness(x)
}

scales <- sapply(variables, function(id) switch(levels[[id]],
  nominal = "categories", binary = "0 and 1", count = "log(1 + count)",
  interval = if (long_tailed(data[[id]])) "log" else "as it is", "as it is"))

on_scale <- function(scale, x, upper) switch(scale,
  "0 and 1" = as.numeric(x == upper), "log(1 + count)" = sign(x) * log1p(abs(x)), "log" = log(x), x)

# Categories of fewer than ten people are taken together under the first code; too few still, with the largest.
merge_tiny <- function(x) {
  present <- sort(unique(x))
  size <- tabulate(codes(x))
  together <- size < 10
  if (any(together) && sum(size[together]) < 10) together[which.max(size)] <- TRUE
  merged <- present[together]
  x[x %in% merged] <- merged[1]
  list(x = x, merged = merged)
}

# From the lower quartile to the upper; where these are alike, to the middle of those beyond.
step_of <- function(x) {
  x <- sort(x)
  last <- length(x) - 1
  from <- x[floor(last / 4) + 1]
  to <- x[ceiling(3 * last / 4) + 1]
  if (from < to) return(c(from, to))
  above <- x[x > from]
  below <- x[x < from]
  if (length(above) > 0) c(from, above[floor((length(above) - 1) / 2) + 1])
  else if (length(below) > 0) c(below[floor(length(below) / 2) + 1], from)
  else NULL
}

# A variable among some people: its columns in a model, and the step that its difference is about.
member <- function(id, rows) {
  x <- data[[id]][rows]
  scale <- scales[[id]]
  made <- list(id = id, scale = scale, x = x, merged = numeric(0), columns = matrix(0, length(x), 0), step = NULL)
  if (length(x) == 0) return(made)
  if (scale == "categories") {
    tidy <- merge_tiny(x)
    made$merged <- tidy$merged
    code <- codes(tidy$x)
    if (max(code) > 1) made$columns <- outer(code, 2:max(code), "==") + 0
    return(made)
  }
  made$step <- step_of(x)
  if (!is.null(made$step)) {
    made$columns <- cbind(on_scale(scale, x, max(x)))
    made$times <- diff(on_scale(scale, made$step, max(x)))
  }
  made
}

# At least 2 % of the people differ from what most of them have.
varies <- function(made) ncol(made$columns) > 0 && length(made$x) - max(tabulate(codes(made$x))) >= 0.02 * length(made$x)

# People without gaps, and the variables that vary among them.
panel <- function(outcome, given, wanted) {
  rows_for <- function(ids) complete(c(outcome, given, ids))
  varying <- function(ids, rows) Filter(function(id) varies(member(id, rows(id))), ids)
  kept <- varying(wanted, rows_for)
  rows <- rows_for(kept)
  repeat {
    still <- if (length(rows) < 30) kept else varying(kept, function(id) rows)
    if (length(still) == length(kept)) break
    kept <- still
    rows <- rows_for(kept)
  }
  name <- function(members) setNames(members, vapply(members, function(made) made$id, ""))
  list(rows = rows, design = drawn(rows), outcome = member(outcome, rows),
       given = lapply(given, member, rows), variables = name(lapply(kept, member, rows)),
       answered = sum(counted & !is.na(data[[outcome]])), left_out = setdiff(wanted, kept))
}

side_by_side <- function(members, n) do.call(cbind, c(list(matrix(0, n, 0)), lapply(members, function(made) made$columns)))

said <- function(made) if (made$scale == "as it is") character(0) else paste0(
  made$id, ": ", made$scale, if (length(made$merged) > 0) paste0(" (", paste(made$merged, collapse = ", "), " together)"))

# How much of an item people had: who took part, or the mean place on the range of answers, in percent.
reach_of <- function(members, w) {
  if (any(sapply(members, function(made) made$scale == "categories"))) return(NULL)
  each <- lapply(members, function(made) {
    took_part <- switch(made$scale, "0 and 1" = made$x == max(made$x), "log(1 + count)" = made$x > 0, NULL)
    if (!is.null(took_part)) return(list(percent = 100 * weighted.mean(took_part, w), people = sum(took_part)))
    ends <- range(lowest_answer[[made$id]], highest_answer[[made$id]], data[[made$id]], na.rm = TRUE, finite = TRUE)
    list(percent = 100 * (weighted.mean(made$x, w) - ends[1]) / diff(ends), people = NA)
  })
  people <- min(sapply(each, function(one) one$people))
  list(of = if (is.na(people)) "mean place" else "took part", people = people,
       percent = mean(sapply(each, function(one) one$percent)))
}
`;
