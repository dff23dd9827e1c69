/** R that sets what it found beside what the engine wrote, and ends with status 1 where they differ. */
export const compare = String.raw`
# ---- Comparing -----------------------------------------------------------------------------

passed <- 0
failed <- 0

# Figures agree to 1e-8 (relative above 1), p values to one part in a million as well, down to 1e-100: below it they
# hang on the last bits of a coefficient.
agree <- function(found, written, is_p) {
  close <- abs(found - written) <= 1e-8 * pmax(1, abs(written))
  close <- close & (!is_p | abs(found - written) <= 1e-6 * written | pmax(found, written) < 1e-100)
  ifelse(is.na(found) | is.na(written), is.na(found) & is.na(written), close)
}

# Several numbers in one cell.
agree_all <- function(found, given) mapply(function(a, b) {
  a <- as.numeric(strsplit(a, "; ")[[1]])
  b <- as.numeric(strsplit(sub("^'", "", b), "; ")[[1]])
  length(a) == length(b) && all(agree(a, b, FALSE))
}, found, given)

# Text that a spreadsheet would run has an apostrophe before it.
in_cell <- function(text) ifelse(grepl("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?$", text, ignore.case = TRUE), text,
  gsub("(^|[\r\n])(\\s*[=+@-])", "\\1'\\2", text, perl = TRUE))

written_in <- function(file) read.csv(file, colClasses = "character", na.strings = character(0), encoding = "UTF-8")

compare <- function(file, written, found, texts, lists = character(0)) {
  if (nrow(written) != nrow(found)) stop(file, " has ", nrow(written), " rows, not ", nrow(found))
  cat(sprintf("\n%s: %d rows\n", file, nrow(written)))
  for (column in names(found)) {
    given <- written[[column]]
    if (column %in% texts) {
      ok <- in_cell(found[[column]]) == given
      size <- ""
    } else if (column %in% lists) {
      ok <- agree_all(found[[column]], given)
      size <- ""
    } else {
      given <- as.numeric(ifelse(given == "", NA, given))
      ok <- agree(found[[column]], given, grepl("^(adjusted_|joint_)?[pq](_|$)", column))
      size <- sprintf("largest difference %.1e", max(0, abs(found[[column]] - given), na.rm = TRUE))
    }
    cat(sprintf("  %-26s %5d agree %4d differ  %s\n", column, sum(ok), sum(!ok), size))
    for (row in head(which(!ok), 5))
      cat(sprintf("    row %d: %s here, %s there\n", row, format(found[[column]][row], digits = 15),
                  format(given[row], digits = 15)))
    passed <<- passed + sum(ok)
    failed <<- failed + sum(!ok)
  }
}

if (all(is_known(methods))) {
  compare("associations.csv", written_in("associations.csv"), associations, c("shortfall", "adjusted_shortfall"))
} else {
  cat("\nNot computed here:", unique(methods[!is_known(methods)]), "- of its pairs only the people are compared\n")
  compare("associations.csv", written_in("associations.csv"), associations[c("n", "effective_n")], character(0))
}
if (!is.null(rankings)) {
  written <- written_in("rankings.csv")
  written <- written[!(paste(written$outcome, written$of) %in% skipped), , drop = FALSE]
  ranked <- which(rankings$because == "")
  rank_high <- as.numeric(written$rank_high)
  rankings$tier[ranked] <- sapply(ranked, function(row) {
    of <- sum(rankings$outcome == rankings$outcome[row] & rankings$of == rankings$of[row])
    tier_of(rankings[row, ], of, rank_high[row], rankings$meaningful[row])
  })
  texts <- c("outcome", "of", "id", "members", "because", "tier", "unit", "sign_conflict", "benchmark", "twins",
             "reach_of", "adjusted_for", "errors", "preparations", "left_out")
  compare("rankings.csv", written, rankings, texts, c("step_from", "step_to"))
  cat("  not repeated here, for chance enters: importance_low and _high, rank_low and _high, top_three, noise;",
      "tier takes rank_high as it is written\n")
  cat("  not in this script: the stress test, the comparison of groups and the parts of learning outcomes in screening.json\n")
}
cat(sprintf("\n%d passed, %d failed\n", passed, failed))
if (failed > 0) quit(status = 1)
`;
